import * as v from 'valibot';
import { isOutvoted } from '#shared/amendment';
import { amendmentId } from '#shared/core/ids';
import { ok } from '#shared/core/result';
import type { Amendment } from '#shared/amendment/amendment';
import { openUnfinished, performCommand, type DecisionMade, type RegisterState } from '#shared/register';
import { contradicts, judgeVote } from '#shared/voting';
import { readArguments } from '../arguments';
import { letDraftFollow } from '../draftFollows';
import { readJson } from '../jsonInput';
import { randomIds, systemClock } from '../machine';
import { misused, refuse, sentence, type Command } from '../outcome';
import { after, fileFor, openProgramme } from '../programme';

const usage = 'decide <fil.program> --decisions <vedtak.json> [-o <fil.program>]';

const votes = v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));
const decisionsSchema = v.array(
  v.object({
    id: v.string(),
    result: v.picklist(['adopted', 'rejected', 'withdrawn', 'referred']),
    for: votes,
    against: votes,
    abstained: votes,
    /** Why it is adopted although it does not go together with another that is, or has no place. */
    despite: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty())),
  }),
);

const toDecision = (row: v.InferOutput<typeof decisionsSchema>[number]): DecisionMade => {
  const counted = [row.for, row.against, row.abstained].some((count) => count !== undefined);
  const tally = counted ? { for: row.for ?? 0, against: row.against ?? 0, abstained: row.abstained ?? 0 } : null;
  const override = row.despite !== undefined && { despite: true as const, reason: row.despite };
  return { amendment: amendmentId(row.id), result: row.result, tally, ...override };
};

/** What whoever gave only a result and counts may not expect: another wording than the one filed, and a rule that the counts do not meet. */
function remarksOn(amendment: Amendment | undefined, { voteRule }: RegisterState): readonly string[] {
  if (!amendment?.decision) return [];
  const { number, decision } = amendment;
  const { tally, result, changes } = decision;
  const outcome = tally && judgeVote(voteRule, { ...tally, present: null, chairVote: null }).outcome;
  return [
    ...(changes ? [`Forslag ${number} er vedtatt med den endrede teksten i innstillingen.`] : []),
    ...(outcome && contradicts(result, outcome) && !isOutvoted(decision)
      ? [`Forslag ${number} er ført som besluttet, men opptellingen gir noe annet etter flertallsregelen.`]
      : []),
  ];
}

const unfinishedRemarks = (state: RegisterState): readonly string[] => {
  const count = openUnfinished(state).length;
  return count === 0 ? [] : [`${count} ${count === 1 ? 'sted' : 'steder'} i teksten må ferdigstilles av en person.`];
};

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
    const rows = await readJson(decisionsPath, decisionsSchema, 'vedtak');
    if (!rows.ok) return rows;
    const outcome = performCommand(
      opened.value.file,
      { type: 'decide', decisions: rows.value.map(toDecision) },
      { clock: systemClock, ids: randomIds, actor: null },
    );
    if (!outcome.ok) return refuse(`${path}: ${sentence(outcome.failure)}`);
    const decided = after(opened.value, outcome.value);
    const results = [...decided.state.amendments.values()].flatMap(({ number, id, decision }) =>
      decision && !opened.value.state.amendments.get(id)?.decision ? [`${number}\t${id}\t${decision.result}\n`] : [],
    );
    const outvoted = rows.value.map(toDecision).filter(isOutvoted);
    const remarks = [
      ...outvoted.map(({ amendment }) => {
        const number = decided.state.amendments.get(amendment)?.number ?? amendment;
        return `Forslag ${number} er ført som vedtatt, men flere stemte mot enn for.`;
      }),
      ...rows.value.flatMap(({ id }) => remarksOn(decided.state.amendments.get(amendmentId(id)), decided.state)),
      ...unfinishedRemarks(decided.state),
      ...letDraftFollow(opened.value, decided),
    ];
    return ok({
      stdout: results.join(''),
      files: [fileFor(decided, given.value.values.get('out'))],
      remarks,
    });
  },
};
