import * as v from 'valibot';
import { decisionResults, programmeOutcomes, recommendations } from '../amendment/amendment';
import { languages } from '../core/failure';
import { amendmentId, blockId, personId, revisionId } from '../core/ids';
import { blockKinds } from '../domain/block';
import { formatsInOrder, withFormats } from '../domain/formats';
import { linkVerdicts } from '../domain/lineage';
import { phases } from '../domain/phases';
import { numberingSchemes } from '../register/filingRules';
import { decidingEventSchemas } from './decidingParts';

/** Shapes of the JSON parts of a programme file. What they do not name is dropped, and `verify` notices where it counted. */

const block = v.pipe(v.string(), v.transform(blockId));
const amendment = v.pipe(v.string(), v.transform(amendmentId));
const person = v.pipe(v.string(), v.transform(personId));
const revision = v.pipe(v.string(), v.transform(revisionId));
const kind = v.picklist(blockKinds);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const level = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1)));
const text = v.string();

const formatSchema = v.object({
  start: count,
  end: count,
  bold: v.boolean(),
  italic: v.boolean(),
  link: v.nullable(text),
});

/** Formats that no text of ours has, an unsafe link among them, are left out: the file is read, and `verify` notices. */
export const blockSchema = v.pipe(
  v.object({
    id: block,
    kind,
    level,
    marker: v.nullable(text),
    text,
    origins: v.array(block),
    footnoteRefs: v.array(v.object({ number: text, offset: count })),
    links: v.exactOptional(v.array(v.object({ origin: block, verdict: v.picklist(linkVerdicts) }))),
    formats: v.exactOptional(v.array(formatSchema)),
  }),
  v.transform(({ formats = [], ...rest }) => ({
    ...rest,
    ...withFormats(formatsInOrder(formats, rest.text.length)),
  })),
);

const lineSettingsSchema = v.object({
  measure: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  start: v.pipe(v.number(), v.safeInteger()),
  restart: v.picklist(['never', 'chapter']),
});

export const periodSchema = v.object({ from: text, to: text });

export const revisionSchema = v.object({
  id: revision,
  name: text,
  frozenAt: text,
  title: text,
  period: v.nullable(periodSchema),
  language: v.picklist(languages),
  lineSettings: lineSettingsSchema,
  blocks: v.array(blockSchema),
});

const proposedBlock = v.object({ kind, level, marker: v.nullable(text), text });

export const changeSchema = v.variant('kind', [
  v.object({ kind: v.literal('replacement'), block, text }),
  v.object({ kind: v.literal('insertion'), after: v.nullable(block), blocks: v.array(proposedBlock) }),
  v.object({ kind: v.literal('deletion'), block }),
  v.object({ kind: v.literal('move'), block, after: v.nullable(block) }),
  v.object({ kind: v.literal('split'), block, texts: v.array(text) }),
  v.object({ kind: v.literal('join'), block, with: block }),
  v.object({ kind: v.literal('editorial'), block: v.nullable(block), instruction: text }),
  v.object({ kind: v.literal('programme'), outcome: v.picklist(programmeOutcomes), instruction: text }),
]);

const recommendationSchema = v.object({
  kind: v.picklist(recommendations),
  text: v.nullable(text),
  reason: text,
  changes: v.exactOptional(v.array(changeSchema)),
  by: v.exactOptional(amendment),
});

const decisionSchema = v.object({
  result: v.picklist(decisionResults),
  tally: v.nullable(v.object({ for: count, against: count, abstained: count })),
  because: v.nullable(amendment),
  changes: v.exactOptional(v.array(changeSchema)),
  enBloc: v.exactOptional(v.literal(true)),
  despite: v.exactOptional(v.literal(true)),
  reason: v.exactOptional(text),
});

const signatorySchema = v.object({ person, member: v.boolean() });

const filingRulesSchema = v.object({
  numbering: v.picklist(numberingSchemes),
  prefix: text,
  deadlines: v.object(v.entriesFromList(phases, v.exactOptional(text))),
  supportNeeded: v.boolean(),
});

const eventSchema = v.variant('type', [
  v.object({ type: v.literal('frozen'), revision, name: text, lineSettings: lineSettingsSchema }),
  v.object({ type: v.literal('phaseChanged'), phase: v.picklist(phases) }),
  v.object({
    type: v.literal('submitted'),
    amendment,
    number: text,
    base: revision,
    changes: v.array(changeSchema),
    proposer: person,
    body: v.nullable(text),
    rationale: text,
    proposerIsMember: v.exactOptional(v.boolean()),
    coProposers: v.exactOptional(v.array(signatorySchema)),
    parent: v.exactOptional(amendment),
    alternativeTo: v.exactOptional(amendment),
    late: v.exactOptional(v.literal(true)),
  }),
  v.object({ type: v.literal('supported'), amendment, supporter: signatorySchema }),
  v.object({ type: v.literal('withdrawn'), amendment }),
  v.object({ type: v.literal('takenOver'), amendment, proposer: signatorySchema, body: v.nullable(text) }),
  v.object({
    type: v.literal('corrected'),
    amendment,
    changes: v.array(changeSchema),
    rationale: text,
    reason: text,
  }),
  v.object({ type: v.literal('grouped'), amendment, members: v.array(amendment) }),
  v.object({
    type: v.literal('settled'),
    amendment,
    base: revision,
    changes: v.array(changeSchema),
    parentChanges: v.exactOptional(v.array(changeSchema)),
    onBehalf: v.boolean(),
  }),
  v.object({ type: v.literal('filingRulesSet'), rules: filingRulesSchema }),
  v.object({ type: v.literal('recommended'), amendment, recommendation: recommendationSchema }),
  v.object({ type: v.literal('ordered'), amendments: v.array(amendment), reason: text }),
  v.object({ type: v.literal('decided'), amendment, decision: decisionSchema }),
  v.object({ type: v.literal('revised'), from: revision, to: revision, cause: v.picklist(['decisions', 'text']) }),
  ...decidingEventSchemas,
]);

export const entrySchema = v.object({
  seq: count,
  at: text,
  actor: v.nullable(person),
  event: eventSchema,
  previousHash: text,
  hash: text,
});

export const peopleSchema = v.record(text, v.object({ name: text }));

export const reportSchema = v.array(
  v.object({
    severity: v.picklist(['info', 'warning']),
    code: text,
    line: v.nullable(v.number()),
    params: v.record(text, v.union([text, v.number()])),
  }),
);
