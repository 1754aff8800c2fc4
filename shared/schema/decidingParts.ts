import * as v from 'valibot';
import { amendmentId, blockId, revisionId } from '../core/ids';
import { correctionKinds, unfinishedReasons } from '../register/decidingEvents';
import { voteOutcomes } from '../voting';

/** Shapes of what is recorded from the recommendations to the adopted text. */

const block = v.pipe(v.string(), v.transform(blockId));
const amendment = v.pipe(v.string(), v.transform(amendmentId));
const revision = v.pipe(v.string(), v.transform(revisionId));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.string();

export const voteRuleSchema = v.object({
  majority: v.variant('kind', [
    v.object({ kind: v.picklist(['simple', 'absolute', 'twoThirds']) }),
    v.object({ kind: v.literal('fraction'), numerator: count, denominator: count }),
  ]),
  of: v.picklist(['cast', 'present']),
  abstentions: v.picklist(['counted', 'ignored']),
  tie: v.picklist(['lost', 'chair']),
  quorum: v.nullable(count),
});

export const voteCountSchema = v.object({
  for: count,
  against: count,
  abstained: count,
  present: v.nullable(count),
  chairVote: v.nullable(v.picklist(['for', 'against'])),
});

export const decidingEventSchemas = [
  v.object({ type: v.literal('voteRuleSet'), rule: voteRuleSchema }),
  v.object({ type: v.literal('separated'), amendment, separate: v.boolean() }),
  v.object({ type: v.literal('opened'), amendments: v.array(amendment), rule: voteRuleSchema }),
  v.object({
    type: v.literal('counted'),
    amendments: v.array(amendment),
    rule: voteRuleSchema,
    count: voteCountSchema,
    outcome: v.picklist(voteOutcomes),
  }),
  v.object({
    type: v.literal('leftUnfinished'),
    item: text,
    reason: v.picklist(unfinishedReasons),
    amendments: v.array(amendment),
    block: v.nullable(block),
  }),
  v.object({ type: v.literal('finished'), item: text, how: v.picklist(['corrected', 'accepted']), note: text }),
  v.object({
    type: v.literal('textCorrected'),
    from: revision,
    to: revision,
    corrections: v.array(v.object({ block, before: text, after: text, kind: v.picklist(correctionKinds), note: text })),
  }),
  v.object({
    type: v.literal('takenBack'),
    amendments: v.array(amendment),
    to: v.nullable(revision),
    reason: text,
  }),
] as const;
