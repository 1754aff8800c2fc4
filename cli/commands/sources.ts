import { basename } from 'node:path';
import { ok } from '#shared/core/result';
import { makeSource, sourceRoles } from '#shared/domain/source';
import { findReuse } from '#shared/reuse';
import { addSource, readDraft, readSources } from '#shared/schema/draft';
import { readArguments } from '../arguments';
import { misused, type Command } from '../outcome';
import { fileFor, openProgramme, openSource, textOf } from '../programme';

const usage = `sources <fil.program> [--add <fil> [--as <${sourceRoles.join('|')}>]] [--json] [-o <fil.program>]`;

/** Other texts of the work, and which sentences of the draft were made from them. Indices are into the blocks of each. */
export const command: Command = {
  usage,
  async run(args) {
    const given = readArguments(args, {
      usage,
      positionals: 1,
      options: { add: 'value', as: 'value', json: 'flag', out: 'value' },
    });
    if (!given.ok) return given;
    const { positionals, values, flags } = given.value;
    const added = values.get('add');
    const as = values.get('as') ?? 'text';
    const role = sourceRoles.find((known) => known === as);
    if (role === undefined) return misused(usage, `Kjenner ikke «--as ${as}».`);
    const opened = await openProgramme(positionals[0] ?? '');
    if (!opened.ok) return opened;
    const programme = opened.value;
    if (added !== undefined) {
      const source = await openSource(added);
      if (!source.ok) return source;
      addSource(programme.draft, makeSource(textOf(source.value), basename(added), role));
    }
    const sources = readSources(programme.draft);
    const reuse = findReuse(
      sources.map(({ blocks }) => blocks),
      readDraft(programme.draft),
    );
    const counts = sources.map(
      (_, index) =>
        new Set(
          reuse
            .filter(({ source }) => source === index)
            .map(({ current }) => `${current.block}+${current.rangeInText.start}`),
        ).size,
    );
    const stdout = flags.has('json')
      ? `${JSON.stringify({
          sources: sources.map(({ id, name, role: kept, title, period, blocks }) => ({
            id,
            name,
            role: kept,
            title,
            period,
            blocks: blocks.length,
          })),
          reuse,
        })}\n`
      : sources
          .map(
            ({ name }, index) =>
              `${name}: ${counts[index] ?? 0} ${counts[index] === 1 ? 'setning' : 'setninger'} i utkastet er gjenbrukt herfra\n`,
          )
          .join('');
    return ok({ stdout, files: added === undefined ? [] : [fileFor(programme, values.get('out'))] });
  },
};
