import * as v from 'valibot';
import { decisionResults, programmeOutcomes, recommendations } from '../amendment/amendment';
import { languages } from '../core/failure';
import { amendmentId, blockId, personId, revisionId } from '../core/ids';
import { blockKinds } from '../domain/block';
import { formatsInOrder, sameFormats } from '../domain/formats';
import { linkVerdicts } from '../domain/lineage';
import { phases } from '../domain/phases';
import { LONGEST_PREFIX, numberingSchemes, UTC_INSTANT, type RegisterCommand } from '../register';
import { correctionKinds } from '../register/decidingEvents';

/** Bounds on what a stranger may send; far above anything a programme holds (the real ones have about 130 blocks). */
const MOST_BLOCKS = 50_000;
const MOST_IN_A_LIST = 10_000;
const LONGEST_TEXT = 100_000;
const LONGEST_ID = 128;

const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID));
const block = v.pipe(id, v.transform(blockId));
const amendment = v.pipe(id, v.transform(amendmentId));
const revision = v.pipe(id, v.transform(revisionId));
const person = v.pipe(id, v.transform(personId));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const level = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(9)));
const listOf = <Schema extends v.GenericSchema>(schema: Schema, most = MOST_IN_A_LIST) =>
  v.pipe(v.array(schema), v.maxLength(most));

const proposedBlock = v.strictObject({ kind: v.picklist(blockKinds), level, marker: v.nullable(text), text });

const textChange = v.variant('kind', [
  v.strictObject({ kind: v.literal('replacement'), block, text }),
  v.strictObject({ kind: v.literal('insertion'), after: v.nullable(block), blocks: listOf(proposedBlock) }),
  v.strictObject({ kind: v.literal('deletion'), block }),
  v.strictObject({ kind: v.literal('move'), block, after: v.nullable(block) }),
  v.strictObject({ kind: v.literal('split'), block, texts: listOf(text) }),
  v.strictObject({ kind: v.literal('join'), block, with: block }),
  v.strictObject({ kind: v.literal('editorial'), block: v.nullable(block), instruction: text }),
  v.strictObject({ kind: v.literal('programme'), outcome: v.picklist(programmeOutcomes), instruction: text }),
]);

const revisionContent = v.strictObject({
  title: text,
  period: v.nullable(v.strictObject({ from: id, to: id })),
  language: v.picklist(languages),
  lineSettings: v.strictObject({
    measure: v.pipe(count, v.minValue(10), v.maxValue(1000)),
    start: count,
    restart: v.picklist(['never', 'chapter']),
  }),
  blocks: listOf(
    v.pipe(
      v.strictObject({
        id: block,
        kind: v.picklist(blockKinds),
        level,
        marker: v.nullable(text),
        text,
        origins: listOf(block),
        footnoteRefs: listOf(v.strictObject({ number: text, offset: count })),
        links: v.exactOptional(listOf(v.strictObject({ origin: block, verdict: v.picklist(linkVerdicts) }))),
        formats: v.exactOptional(
          listOf(
            v.strictObject({
              start: count,
              end: count,
              bold: v.boolean(),
              italic: v.boolean(),
              link: v.nullable(text),
            }),
          ),
        ),
      }),
      // Also what makes a link unsafe: a window of ours never sends one.
      v.check(({ formats, text: words }) => sameFormats(formats, formatsInOrder(formats ?? [], words.length))),
    ),
    MOST_BLOCKS,
  ),
});

const signatory = v.strictObject({ person, member: v.boolean() });
const moment = v.pipe(v.string(), v.regex(UTC_INSTANT));

const filingRules = v.strictObject({
  numbering: v.picklist(numberingSchemes),
  prefix: v.pipe(v.string(), v.maxLength(LONGEST_PREFIX)),
  deadlines: v.strictObject(v.entriesFromList(phases, v.exactOptional(moment))),
  supportNeeded: v.boolean(),
});

const recommendation = v.strictObject({
  kind: v.picklist(recommendations),
  text: v.nullable(text),
  reason: text,
  changes: v.exactOptional(listOf(textChange)),
  by: v.exactOptional(amendment),
});

const voteRule = v.strictObject({
  majority: v.variant('kind', [
    v.strictObject({ kind: v.picklist(['simple', 'absolute', 'twoThirds']) }),
    v.strictObject({ kind: v.literal('fraction'), numerator: count, denominator: count }),
  ]),
  of: v.picklist(['cast', 'present']),
  abstentions: v.picklist(['counted', 'ignored']),
  tie: v.picklist(['lost', 'chair']),
  quorum: v.nullable(count),
});

const voteCount = v.strictObject({
  for: count,
  against: count,
  abstained: count,
  present: v.nullable(count),
  chairVote: v.nullable(v.picklist(['for', 'against'])),
});

const command = v.variant('type', [
  v.strictObject({ type: v.literal('freeze'), name: text, content: revisionContent }),
  v.strictObject({
    type: v.literal('submit'),
    amendment,
    changes: listOf(textChange),
    base: revision,
    proposer: person,
    body: v.nullable(text),
    rationale: text,
    proposerIsMember: v.exactOptional(v.boolean()),
    coProposers: v.exactOptional(listOf(signatory)),
    parent: v.exactOptional(amendment),
    alternativeTo: v.exactOptional(amendment),
    jointOf: v.exactOptional(listOf(amendment)),
  }),
  v.strictObject({ type: v.literal('support'), amendment, supporter: signatory }),
  v.strictObject({ type: v.literal('withdraw'), amendment }),
  v.strictObject({ type: v.literal('takeOver'), amendment, proposer: signatory, body: v.nullable(text) }),
  v.strictObject({
    type: v.literal('correct'),
    amendment,
    changes: listOf(textChange),
    rationale: text,
    reason: text,
  }),
  v.strictObject({ type: v.literal('settle'), amendment, base: revision, changes: listOf(textChange) }),
  v.strictObject({ type: v.literal('setFilingRules'), rules: filingRules }),
  v.strictObject({
    type: v.literal('recommend'),
    amendment,
    recommendation,
  }),
  v.strictObject({ type: v.literal('reorder'), amendments: listOf(amendment), reason: text }),
  v.strictObject({
    type: v.literal('decide'),
    decisions: listOf(
      v.strictObject({
        amendment,
        result: v.picklist(decisionResults),
        tally: v.nullable(v.strictObject({ for: count, against: count, abstained: count })),
        wording: v.exactOptional(v.picklist(['filed', 'recommended'])),
        enBloc: v.exactOptional(v.literal(true)),
        despite: v.exactOptional(v.literal(true)),
        reason: v.exactOptional(text),
      }),
    ),
    votes: v.exactOptional(
      listOf(v.strictObject({ amendments: listOf(amendment), rule: v.nullable(voteRule), count: voteCount })),
    ),
    keepOpen: v.exactOptional(listOf(amendment)),
  }),
  v.strictObject({
    type: v.literal('publishRecommendations'),
    recommendations: listOf(v.strictObject({ amendment, recommendation })),
  }),
  v.strictObject({ type: v.literal('setVoteRule'), rule: voteRule }),
  v.strictObject({ type: v.literal('askSeparateVote'), amendment }),
  v.strictObject({ type: v.literal('joinEnBloc'), amendment }),
  v.strictObject({ type: v.literal('openVote'), amendments: listOf(amendment), rule: v.nullable(voteRule) }),
  v.strictObject({
    type: v.literal('correctText'),
    corrections: listOf(
      v.strictObject({
        block,
        text,
        kind: v.picklist(correctionKinds),
        note: text,
        place: v.picklist(['here', 'after']),
      }),
    ),
    settles: listOf(id),
  }),
  v.strictObject({ type: v.literal('acceptUnfinished'), item: id, note: text }),
  v.strictObject({ type: v.literal('takeBackDecisions'), reason: text }),
  v.strictObject({ type: v.literal('revise'), content: revisionContent }),
  v.strictObject({ type: v.literal('setPhase'), phase: v.picklist(phases) }),
]);

/** The command, or `null` for anything that is not exactly one: unknown fields are refused, not dropped. */
export function parseCommand(raw: unknown): RegisterCommand | null {
  const parsed = v.safeParse(command, raw);
  return parsed.success ? parsed.output : null;
}
