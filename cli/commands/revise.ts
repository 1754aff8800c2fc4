import { ok } from '#shared/core/result';
import { ownBlocks } from '#shared/import';
import { alignBlocks, describeSummary, summarise } from '#shared/diff';
import { matchBlocks, performCommand } from '#shared/register';
import { readArguments } from '../arguments';
import { letDraftFollow } from '../draftFollows';
import { readInput } from '../files';
import { randomIds, systemClock } from '../machine';
import { misused, refuse, sentence, type Command } from '../outcome';
import { after, contentOfImport, currentText, fileFor, importBytes, openProgramme } from '../programme';

const usage = 'revise <fil.program> --text <nytt utkast> [-o <fil.program>]';

/** What a text that somebody else wrote is called when it comes as the first revision. */
const FIRST_NAME = 'Versjon 1';

export const command: Command = {
  usage,
  async run(args) {
    const given = readArguments(args, { usage, positionals: 1, options: { text: 'value', out: 'value' } });
    if (!given.ok) return given;
    const [path = ''] = given.value.positionals;
    const textPath = given.value.values.get('text');
    if (textPath === undefined) return misused(usage, 'Mangler --text.');
    const opened = await openProgramme(path);
    if (!opened.ok) return opened;
    const bytes = await readInput(textPath);
    if (!bytes.ok) return bytes;
    const document = await importBytes(textPath, bytes.value);
    if (!document.ok) return document;

    const former = currentText(opened.value);
    const written = contentOfImport(document.value);
    const blocks = matchBlocks(former.blocks, ownBlocks(document.value, former), randomIds);
    const content = { ...written, lineSettings: former.lineSettings, blocks };
    const outcome = performCommand(
      opened.value.file,
      opened.value.newest ? { type: 'revise', content } : { type: 'freeze', name: FIRST_NAME, content },
      { clock: systemClock, ids: randomIds, actor: null },
    );
    if (!outcome.ok) return refuse(`${path}: ${sentence(outcome.failure)}`);
    const revised = after(opened.value, outcome.value);
    const remarks = letDraftFollow(opened.value, revised);
    const summary = describeSummary(summarise(alignBlocks(former.blocks, blocks)), 'nb');
    return ok({ stdout: `${summary}\n`, files: [fileFor(revised, given.value.values.get('out'))], remarks });
  },
};
