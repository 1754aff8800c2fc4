import * as v from 'valibot';
import type { ChangeKind, ProposedBlock, TextChange } from '#shared/amendment/amendment';
import { fail, ok, type Result } from '#shared/core/result';
import { AUTOMATIC, type Block, type BlockKind } from '#shared/domain/block';
import { findBlock } from '#shared/domain/places';
import type { Revision } from '#shared/domain/revision';

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
const shared = {
  id: v.pipe(v.string(), v.trim(), v.nonEmpty()),
  target: place,
  proposer: v.optional(v.object({ name: v.optional(v.string()), body: v.optional(v.nullable(v.string())) })),
  rationale: v.optional(v.string()),
};

/** `amendments.json` of the command line. */
export const amendmentsSchema = v.array(
  v.variant('change', [
    v.object({ ...shared, change: v.literal('replacement'), text }),
    v.object({ ...shared, change: v.literal('insertion'), text }),
    v.object({ ...shared, change: v.literal('deletion') }),
    v.object({ ...shared, change: v.literal('move'), destination: place }),
    v.object({ ...shared, change: v.literal('split'), texts: v.pipe(v.array(text), v.minLength(2)) }),
    v.object({ ...shared, change: v.literal('join'), with: place }),
    v.object({ ...shared, change: v.literal('editorial'), text }),
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
  return /[\p{L}\p{N}]/u.test(marker) ? AUTOMATIC : marker;
}

function inserted(revision: Revision, after: Block, target: Place, words: string): readonly ProposedBlock[] {
  const kind = kindAfter(after, target);
  const marker = markerAmong(revision.blocks, after, kind);
  return words.split(/\n\s*\n/).map((part) => ({ kind, level: null, marker, text: singleSpaced(part) }));
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

/** The change that is asked for, in block ids of `revision`; else, in a half sentence, why it has no place there. */
export function changeFor(proposed: ProposedAmendment, revision: Revision): Result<TextChange, string> {
  if (proposed.change !== 'insertion' && isBeforeFirstPoint(proposed.target)) return onlyAPlace(proposed.target);
  if (proposed.change === 'join' && isBeforeFirstPoint(proposed.with)) return onlyAPlace(proposed.with);
  const target = blockAt(revision, proposed.target);
  if (!target) return missing(proposed.target, revision);
  const block = target.id;
  switch (proposed.change) {
    case 'replacement':
      return ok({ kind: 'replacement', block, text: singleSpaced(proposed.text) });
    case 'insertion':
      return ok({
        kind: 'insertion',
        after: block,
        blocks: inserted(revision, target, proposed.target, proposed.text),
      });
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
