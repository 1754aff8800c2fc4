import * as v from 'valibot';
import { amendmentId } from '#shared/core/ids';
import { ok } from '#shared/core/result';
import type { Block } from '#shared/domain/block';
import { performCommand, type DecisionMade } from '#shared/register/index';
import { bringDraftTo } from '#shared/schema/programFileDraft';
import { readArguments } from '../arguments';
import { readJson } from '../jsonInput';
import { randomIds, systemClock } from '../machine';
import { misused, refuse, sentence, type Command } from '../outcome';
import { after, draftOf, fileFor, openProgramme, type OpenProgramme } from '../programme';

const usage = 'decide <fil.program> --decisions <vedtak.json> [-o <fil.program>]';

const votes = v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));
const decisionsSchema = v.array(
  v.object({
    id: v.string(),
    result: v.picklist(['adopted', 'rejected', 'withdrawn', 'referred']),
    for: votes,
    against: votes,
    abstained: votes,
  }),
);

const toDecision = (row: v.InferOutput<typeof decisionsSchema>[number]): DecisionMade => {
  const counted = [row.for, row.against, row.abstained].some((count) => count !== undefined);
  const tally = counted ? { for: row.for ?? 0, against: row.against ?? 0, abstained: row.abstained ?? 0 } : null;
  return { amendment: amendmentId(row.id), result: row.result, tally };
};

const sameText = (a: readonly Block[], b: readonly Block[]): boolean =>
  a.length === b.length && a.every((block, index) => block.id === b[index]?.id && block.text === b[index].text);

/** A draft that nobody has touched since it was frozen follows the decisions; one that somebody has changed is left to them. */
function draftFollows(before: OpenProgramme, now: OpenProgramme): boolean {
  if (!before.newest || !now.newest || before.newest.id === now.newest.id) return true;
  if (!sameText(draftOf(before).blocks, before.newest.blocks)) return false;
  bringDraftTo(now.draft, now.newest.blocks);
  return true;
}

export const command: Command = {
  usage,
  async run(args) {
    const given = readArguments(args, { usage, positionals: 1, options: { decisions: 'value', out: 'value' } });
    if (!given.ok) return given;
    const [path = ''] = given.value.positionals;
    const decisionsPath = given.value.values.get('decisions');
    if (decisionsPath === undefined) return misused(usage, 'Mangler --decisions.');
    const opened = await openProgramme(path);
    if (!opened.ok) return opened;
    const rows = await readJson(decisionsPath, decisionsSchema);
    if (!rows.ok) return rows;
    const outcome = performCommand(
      opened.value.file,
      { type: 'decide', decisions: rows.value.map(toDecision) },
      { clock: systemClock, ids: randomIds, actor: null },
    );
    if (!outcome.ok) return refuse(`${path}: ${sentence(outcome.failure)}`);
    const decided = after(opened.value, outcome.value);
    const follows = draftFollows(opened.value, decided);
    const results = [...decided.state.amendments.values()].flatMap(({ number, id, decision }) =>
      decision && !opened.value.state.amendments.get(id)?.decision ? [`${number}\t${id}\t${decision.result}\n`] : [],
    );
    return ok({
      stdout: results.join(''),
      files: [fileFor(decided, given.value.values.get('out'))],
      remarks: follows ? [] : ['Utkastet er endret siden det ble fryst, og er ikke rettet etter vedtakene.'],
    });
  },
};
