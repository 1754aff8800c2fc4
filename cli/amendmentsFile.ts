import * as v from 'valibot';
import { deriveChanges } from '#shared/amendment';
import { programmeOutcomes, type ChangeKind, type ProposedBlock, type TextChange } from '#shared/amendment/amendment';
import { hasLetterOrDigit } from '#shared/core/letters';
import { blockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import { fail, ok, type Result } from '#shared/core/result';
import type { IdSource } from '#shared/core/sources';
import { AUTOMATIC, type Block, type BlockKind } from '#shared/domain/block';
import { subtreeEnd } from '#shared/domain/chapters';
import { findBlock } from '#shared/domain/places';
import type { Revision } from '#shared/domain/revision';
import { matchBlocks } from '#shared/register';

const printed = v.union(
  [v.string(), v.pipe(v.number(), v.safeInteger(), v.minValue(0))],
  'et nummer slik det står på trykk, for eksempel 3 eller "3.1"',
);
const place = v.union(
  [
    v.strictObject({ block: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
    v.strictObject({ chapter: printed, point: printed }),
    v.strictObject({ chapter: printed, paragraph: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
    v.strictObject({ chapter: printed }),
  ],
  'et sted: {"block": 14}, {"chapter": 3, "point": 2}, {"chapter": 3, "paragraph": 1} eller {"chapter": 3}',
);
type Place = v.InferOutput<typeof place>;

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const id = v.pipe(v.string(), v.trim(), v.nonEmpty());
const signatory = v.object({ name: v.pipe(v.string(), v.trim(), v.nonEmpty()), member: v.optional(v.boolean()) });
const about = {
  id,
  proposer: v.optional(
    v.object({
      name: v.optional(v.string()),
      body: v.optional(v.nullable(v.string())),
      member: v.optional(v.boolean()),
    }),
  ),
  coProposers: v.optional(v.array(signatory)),
  supporters: v.optional(v.array(signatory)),
  rationale: v.optional(v.string()),
  /** The amendment that this one amends. */
  to: v.optional(id),
  alternativeTo: v.optional(id),
};
const shared = { ...about, target: place };

/** `amendments.json` of the command line. */
export const amendmentsSchema = v.array(
  v.variant('change', [
    v.object({ ...shared, change: v.literal('replacement'), text }),
    v.object({ ...shared, change: v.literal('insertion'), text }),
    v.object({ ...shared, change: v.literal('deletion') }),
    v.object({ ...shared, change: v.literal('move'), destination: place }),
    v.object({ ...shared, change: v.literal('split'), texts: v.pipe(v.array(text), v.minLength(2)) }),
    v.object({ ...shared, change: v.literal('join'), with: place }),
    v.object({ ...about, target: v.optional(place), change: v.literal('editorial'), text }),
    v.object({ ...shared, change: v.literal('chapter'), text }),
    v.object({
      ...about,
      change: v.literal('programme'),
      outcome: v.picklist(programmeOutcomes),
      text: v.optional(v.string()),
    }),
  ]),
);
export type ProposedAmendment = v.InferOutput<typeof amendmentsSchema>[number];

const singleSpaced = (words: string): string => words.replace(/\s+/gu, ' ').trim();

export function describeTarget(target: Place): string {
  if ('block' in target) return `blokk ${target.block}`;
  if ('point' in target) return `kap. ${target.chapter} pkt. ${target.point}`;
  if ('paragraph' in target) return `kap. ${target.chapter} avsnitt ${target.paragraph}`;
  return `kap. ${target.chapter}`;
}

function blockAt(revision: Revision, target: Place): Block | null {
  const index = 'block' in target ? target.block : findBlock(revision.blocks, target);
  return (index !== null && revision.blocks[index]) || null;
}

/** What a block put after `after` is: a point where a point was asked for or stands, else running text. */
function kindAfter(after: Block, target: Place): BlockKind {
  if ('point' in target) return 'point';
  switch (after.kind) {
    case 'point':
    case 'leadIn':
      return 'point';
    case 'footnote':
    case 'other':
      return after.kind;
    default:
      return 'paragraph';
  }
}

/** A new point is bulleted among bulleted ones, and counted everywhere else. */
function markerAmong(blocks: readonly Block[], after: Block, kind: BlockKind): string | null {
  if (kind !== 'point') return null;
  const index = blocks.indexOf(after);
  const neighbour = [after, blocks[index + 1]].find((block) => block?.kind === 'point');
  const marker = neighbour?.marker ?? AUTOMATIC;
  return hasLetterOrDigit(marker) ? AUTOMATIC : marker;
}

/** A paragraph of the file as a block: «# » makes a heading, «- » or «1. » a point, else it is what is usual at the place. */
function blockFrom(paragraph: string, usual: Omit<ProposedBlock, 'text'>): ProposedBlock {
  const written = singleSpaced(paragraph);
  const heading = /^#{1,6} /u.exec(written)?.[0];
  if (heading !== undefined)
    return { kind: 'heading', level: heading.length - 1, marker: AUTOMATIC, text: written.slice(heading.length) };
  const point = /^(?:[-•*]|\d{1,3}\.) /u.exec(written)?.[0];
  if (point === undefined) return { ...usual, text: written };
  const marker = usual.kind === 'point' ? usual.marker : AUTOMATIC;
  return { kind: 'point', level: null, marker, text: written.slice(point.length) };
}

const paragraphsOf = (words: string): readonly string[] => words.split(/\n\s*\n/).filter((part) => part.trim() !== '');

function inserted(revision: Revision, after: Block, target: Place, words: string): readonly ProposedBlock[] {
  const kind = kindAfter(after, target);
  const marker = markerAmong(revision.blocks, after, kind);
  return paragraphsOf(words).map((part) => blockFrom(part, { kind, level: null, marker }));
}

/** The chapter that `target` names, heading and all; `null` where it names something within one. */
function chapterAt(revision: Revision, target: Place): Range | null {
  if ('block' in target || 'point' in target || 'paragraph' in target) return null;
  const index = findBlock(revision.blocks, target);
  if (index === null || revision.blocks[index]?.kind !== 'heading') return null;
  return { start: index, end: subtreeEnd(revision.blocks, index) };
}

/** A new text for a chapter: what differs from the one that stands. The first paragraph is the heading. */
function chapterChanges(revision: Revision, chapter: Range, words: string, ids: IdSource): readonly TextChange[] {
  const former = revision.blocks.slice(chapter.start, chapter.end);
  const [heading] = former;
  const usual = { kind: 'paragraph', level: null, marker: null } as const;
  const [first = '', ...rest] = paragraphsOf(words);
  const title = singleSpaced(first).replace(/^#{1,6} /u, '');
  const written = [
    ...(heading ? [{ kind: heading.kind, level: heading.level, marker: heading.marker, text: title }] : []),
    ...rest.map((part) => blockFrom(part, usual)),
  ].map((block) => ({ ...block, id: blockId(ids.next()), origins: [], footnoteRefs: [] }));
  // A lead-in is written as a paragraph; where it stands as one already, it is kept as what it is.
  const asLeadIn = written.map((block) =>
    former.some(({ kind, text: words }) => kind === 'leadIn' && words === block.text)
      ? { ...block, kind: 'leadIn' as const }
      : block,
  );
  return deriveChanges(revision, chapter, matchBlocks(former, asLeadIn, ids));
}

/** «Point 0» is no point but the place before the first one: something can be put there, nothing can be done to it. */
const isBeforeFirstPoint = (target: Place): boolean => 'point' in target && String(target.point).trim() === '0';

const missing = (target: Place, revision: Revision): Result<never, string> =>
  fail(`finner ikke ${describeTarget(target)} i «${revision.name}». Rett stedet.`);

const onlyAPlace = (target: Place): Result<never, string> =>
  fail(
    `${describeTarget(target)} er plassen før det første punktet, og bare en innsetting eller flytting kan gå dit. ` +
      'Oppgi punktet som skal endres.',
  );

/** The changes that are asked for, in block ids of `revision`; else, in a half sentence, why they have no place there. */
export function changesFor(
  proposed: ProposedAmendment,
  revision: Revision,
  ids: IdSource,
): Result<readonly TextChange[], string> {
  if (proposed.change === 'programme')
    return ok([{ kind: 'programme', outcome: proposed.outcome, instruction: singleSpaced(proposed.text ?? '') }]);
  if (proposed.change === 'editorial' && proposed.target === undefined)
    return ok([{ kind: 'editorial', block: null, instruction: singleSpaced(proposed.text) }]);
  const { target } = proposed;
  if (target === undefined) return fail('mangler sted. Oppgi «target».');
  const chapter = chapterAt(revision, target);
  if (proposed.change === 'chapter')
    return chapter ? ok(chapterChanges(revision, chapter, proposed.text, ids)) : missing(target, revision);
  if (proposed.change === 'deletion' && chapter)
    return ok(revision.blocks.slice(chapter.start, chapter.end).map(({ id: block }) => ({ kind: 'deletion', block })));
  const change = changeFor(proposed, target, chapter, revision);
  return change.ok ? ok([change.value]) : change;
}

type OneChange = Exclude<ProposedAmendment, { change: 'programme' | 'chapter' }>;

function changeFor(
  proposed: OneChange,
  place: Place,
  chapter: Range | null,
  revision: Revision,
): Result<TextChange, string> {
  if (proposed.change !== 'insertion' && isBeforeFirstPoint(place)) return onlyAPlace(place);
  if (proposed.change === 'join' && isBeforeFirstPoint(proposed.with)) return onlyAPlace(proposed.with);
  const target = blockAt(revision, place);
  if (!target) return missing(place, revision);
  const block = target.id;
  switch (proposed.change) {
    case 'replacement':
      return ok({ kind: 'replacement', block, text: singleSpaced(proposed.text) });
    case 'insertion': {
      const blocks = inserted(revision, target, place, proposed.text);
      // A new chapter comes after the chapter that is named, and not after its heading.
      const last = chapter && blocks[0]?.kind === 'heading' ? revision.blocks[chapter.end - 1] : undefined;
      return ok({ kind: 'insertion', after: last?.id ?? block, blocks });
    }
    case 'deletion':
      return ok({ kind: 'deletion', block });
    case 'move': {
      const destination = blockAt(revision, proposed.destination);
      return destination ? ok({ kind: 'move', block, after: destination.id }) : missing(proposed.destination, revision);
    }
    case 'split':
      return ok({ kind: 'split', block, texts: proposed.texts.map(singleSpaced) });
    case 'join': {
      const other = blockAt(revision, proposed.with);
      return other ? ok({ kind: 'join', block, with: other.id }) : missing(proposed.with, revision);
    }
    case 'editorial':
      return ok({ kind: 'editorial', block, instruction: singleSpaced(proposed.text) });
  }
}

/** The word that the command line uses for what an amendment does. */
export const changeWord = (changes: readonly TextChange[]): ChangeKind => changes[0]?.kind ?? 'editorial';
