import { blockId, type AmendmentId, type BlockId } from '../core/ids';
import type { Range } from '../core/range';
import type { IdSource } from '../core/sources';
import type { Block, FootnoteRef } from '../domain/block';
import { subtreeEnd } from '../domain/chapters';
import { formatsInOrder, formatsShifted, formatsWithin, withFormats, type FormatRun } from '../domain/formats';
import { unitedLineage } from '../domain/lineage';
import type { Revision } from '../domain/revision';
import type { Amendment } from './amendment';
import type { Collision } from './collision';
import type { MergedPiece } from './mergeWords';
import { piecesOf, type Word } from './pieces';
import { submissionRanks } from './submissionOrder';
import { planChanges, type BlockPlan, type Plan } from './plan';

/** Where a block of the composed text comes from. */
export interface Provenance {
  /** Blocks of the revision whose words stand here; empty for a new block. */
  readonly base: readonly BlockId[];
  /** Every amendment that has a part in this block: its words, its place, or that it is there at all. */
  readonly amendments: readonly AmendmentId[];
  /** The new words, each stretch with those who propose it. */
  readonly words: readonly { readonly rangeInText: Range; readonly amendments: readonly AmendmentId[] }[];
}

/** The text as it would be with a set of amendments. */
export interface Composition {
  readonly blocks: readonly Block[];
  /** What could not be carried out for both: in each case the text has neither. */
  readonly collisions: readonly Collision[];
  /** Amendments that have no place in this revision; nothing of them is in the text. */
  readonly unplaced: readonly AmendmentId[];
  /** For every block of `blocks` that an amendment has a part in. */
  readonly provenance: ReadonlyMap<BlockId, Provenance>;
}

/** One text being put together: a piece with its footnotes, not yet a block. */
interface Passage {
  readonly text: string;
  readonly footnoteRefs: readonly FootnoteRef[];
  readonly formats: readonly FormatRun[];
  readonly words: Provenance['words'];
}

/** Stretches of neighbouring new words with the same proposers, told once. */
function stretchesOf({ words }: MergedPiece<AmendmentId>): Provenance['words'] {
  const stretches: { rangeInText: Range; amendments: readonly AmendmentId[]; index: number }[] = [];
  words.forEach(({ start, end, by }, index) => {
    if (by.length === 0) return;
    const last = stretches.at(-1);
    const continues = last?.index === index - 1 && last.amendments.join() === by.join();
    if (last !== undefined && continues) {
      stretches[stretches.length - 1] = { ...last, rangeInText: { start: last.rangeInText.start, end }, index };
    } else {
      stretches.push({ rangeInText: { start, end }, amendments: by, index });
    }
  });
  return stretches.map(({ rangeInText, amendments }) => ({ rangeInText, amendments }));
}

/** Where a footnote marker goes: it stays behind the word it stood behind, or behind the nearest word before that which is still there. */
function placeFootnotes(
  block: Block,
  pieces: readonly MergedPiece<AmendmentId>[],
): readonly (readonly FootnoteRef[])[] {
  if (block.footnoteRefs.length === 0) return pieces.map(() => []);
  const baseWords: readonly Word[] = piecesOf([block.text]).words;
  const kept = pieces.flatMap(({ words }, piece) =>
    words.flatMap((word) => (word.baseIndex === null ? [] : [{ ...word, piece, baseIndex: word.baseIndex }])),
  );
  const placed = block.footnoteRefs.map((ref) => {
    const anchor = kept.findLast(({ baseIndex }) => (baseWords[baseIndex]?.start ?? 0) < ref.offset);
    if (anchor === undefined) return { piece: 0, ref: { ...ref, offset: 0 } };
    const within = Math.min(ref.offset - (baseWords[anchor.baseIndex]?.start ?? 0), anchor.end - anchor.start);
    return { piece: anchor.piece, ref: { ...ref, offset: anchor.start + within } };
  });
  return pieces.map((_, piece) => placed.filter((entry) => entry.piece === piece).map(({ ref }) => ref));
}

/** Kept words keep their formats, and so does the space between two of them; new words are plain. */
function placeFormats(
  { text, formats }: Block,
  pieces: readonly MergedPiece<AmendmentId>[],
): readonly (readonly FormatRun[])[] {
  if (formats === undefined) return pieces.map(() => []);
  const baseWords = piecesOf([text]).words;
  return pieces.map((piece) =>
    formatsInOrder(
      piece.words.flatMap(({ start, end, baseIndex }, at) => {
        const word = baseIndex === null ? undefined : baseWords[baseIndex];
        if (word === undefined || baseIndex === null) return [];
        const next = piece.words[at + 1];
        const goesOn = next?.baseIndex === baseIndex + 1;
        const until = goesOn ? (baseWords[baseIndex + 1]?.start ?? word.end) : word.end;
        const room = goesOn ? next.start : end;
        return formatsShifted(formatsWithin(formats, { start: word.start, end: until }), start).map((run) => ({
          ...run,
          end: Math.min(run.end, room),
        }));
      }),
      piece.text.length,
    ),
  );
}

function passagesOf(block: Block, plan: BlockPlan | undefined): readonly Passage[] {
  if (plan === undefined || plan.textBy.length === 0) {
    return [{ text: block.text, footnoteRefs: block.footnoteRefs, formats: block.formats ?? [], words: [] }];
  }
  const footnotes = placeFootnotes(block, plan.pieces);
  const formats = placeFormats(block, plan.pieces);
  return plan.pieces.map((piece, index) => ({
    text: piece.text,
    footnoteRefs: footnotes[index] ?? [],
    formats: formats[index] ?? [],
    words: stretchesOf(piece),
  }));
}

/** The words of `second` after those of `first`, with one space between. */
function joinPassages(first: Passage, second: Passage): Passage {
  const between = first.text === '' || second.text === '' ? '' : ' ';
  const shift = first.text.length + between.length;
  return {
    text: first.text + between + second.text,
    footnoteRefs: [
      ...first.footnoteRefs,
      ...second.footnoteRefs.map((ref) => ({ ...ref, offset: ref.offset + shift })),
    ],
    formats: formatsInOrder([...first.formats, ...formatsShifted(second.formats, shift)], Infinity),
    words: [
      ...first.words,
      ...second.words.map(({ rangeInText: { start, end }, amendments }) => ({
        rangeInText: { start: start + shift, end: end + shift },
        amendments,
      })),
    ],
  };
}

const union = <T>(...lists: readonly (readonly T[])[]): readonly T[] => [...new Set(lists.flat())];

/** A block of the revision with all that it absorbs, as passages that become blocks. */
interface Assembled {
  readonly passages: readonly Passage[];
  readonly lineage: Pick<Block, 'origins' | 'links'>;
  readonly base: readonly BlockId[];
  readonly by: readonly AmendmentId[];
}

function assembleBlock(index: number, blocks: readonly Block[], plan: Plan): Assembled {
  const block = blocks[index];
  if (block === undefined) return { passages: [], lineage: { origins: [] }, base: [], by: [] };
  const own = plan.blocks.get(index);
  const start: Assembled = {
    passages: passagesOf(block, own),
    lineage: unitedLineage([block]),
    base: [block.id],
    by: union(own?.textBy ?? [], own?.move?.by ?? []),
  };
  return (own?.absorbs ?? []).reduce<Assembled>((whole, { index: absorbed, by }) => {
    const other = assembleBlock(absorbed, blocks, plan);
    const last = whole.passages.at(-1);
    const first = other.passages[0];
    const seam = last !== undefined && first !== undefined ? [joinPassages(last, first)] : [];
    return {
      passages: [...whole.passages.slice(0, -1), ...seam, ...other.passages.slice(1)],
      lineage: unitedLineage([whole.lineage, other.lineage]),
      base: union(whole.base, other.base),
      by: union(whole.by, by, other.by),
    };
  }, start);
}

type Arrival =
  | {
      readonly kind: 'insertion';
      readonly insertion: Plan['insertions'][number];
      readonly rank: number;
      readonly order: number;
    }
  | { readonly kind: 'move'; readonly index: number; readonly rank: number; readonly order: number };

/** What comes to stand in each slot, in order of submission. */
function arrivalsBySlot(
  plan: Plan,
  rankOf: (id: AmendmentId | undefined) => number,
): ReadonlyMap<number, readonly Arrival[]> {
  const slots = new Map<number, Arrival[]>();
  const arrive = (slot: number, arrival: Arrival): void => {
    slots.set(slot, [...(slots.get(slot) ?? []), arrival]);
  };
  for (const insertion of plan.insertions) {
    arrive(insertion.slot, { kind: 'insertion', insertion, rank: rankOf(insertion.by[0]), order: insertion.order });
  }
  for (const [index, { move }] of plan.blocks) {
    if (move !== null) arrive(move.slot, { kind: 'move', index, rank: rankOf(move.by[0]), order: move.order });
  }
  for (const arrivals of slots.values()) arrivals.sort((a, b) => a.rank - b.rank || a.order - b.order);
  return slots;
}

/**
 * The text of `revision` with `amendments` carried out. Total; linear in the text and the amendments, apart from those that crowd one block.
 * The order of the list does not matter. Where two collide, neither of the two colliding parts is carried out; all their other parts are.
 * Fresh ids are drawn in reading order of the result. Rules A1–A12 of SPEC.md.
 */
export function applyAmendments(revision: Revision, amendments: readonly Amendment[], ids: IdSource): Composition {
  const { blocks } = revision;
  const plan = planChanges(revision, amendments);
  const ranks = submissionRanks(amendments);
  const result: Block[] = [];
  const provenance = new Map<BlockId, Provenance>();
  const absorbed = new Set([...plan.blocks.values()].flatMap(({ absorbs }) => absorbs.map(({ index }) => index)));
  const slots = arrivalsBySlot(plan, (id) => (id === undefined ? 0 : (ranks.get(id) ?? 0)));

  const emitBlock = (index: number): void => {
    const block = blocks[index];
    if (block === undefined || absorbed.has(index)) return;
    if ((plan.blocks.get(index)?.deletedBy.length ?? 0) > 0) return;
    const { passages, lineage, base, by } = assembleBlock(index, blocks, plan);
    const { formats: _, ...unformatted } = block;
    passages.forEach(({ text, footnoteRefs, formats, words }, at) => {
      const id = at === 0 ? block.id : blockId(ids.next());
      const made: Block = { ...unformatted, id, text, ...lineage, footnoteRefs, ...withFormats(formats) };
      result.push(by.length === 0 ? block : made);
      if (by.length > 0) provenance.set(id, { base, amendments: by, words });
    });
  };

  const emitSlot = (slot: number): void => {
    for (const arrival of slots.get(slot) ?? []) {
      if (arrival.kind === 'move') {
        emitGroup(arrival.index);
        continue;
      }
      for (const { kind, level, marker, text } of arrival.insertion.blocks) {
        const id = blockId(ids.next());
        result.push({ id, kind, level, marker, text, origins: [], footnoteRefs: [] });
        const words = [{ rangeInText: { start: 0, end: text.length }, amendments: arrival.insertion.by }];
        provenance.set(id, { base: [], amendments: arrival.insertion.by, words });
      }
    }
  };

  /** A heading goes with everything under it, slots and all; any other block alone, and its slot stays where it was. */
  const emitGroup = (index: number): void => {
    emitBlock(index);
    if (blocks[index]?.kind !== 'heading') return;
    emitSlot(index);
    emitRange(index + 1, subtreeEnd(blocks, index));
  };

  const emitRange = (start: number, end: number): void => {
    for (let index = start; index < end; index++) {
      if (plan.blocks.get(index)?.move != null) {
        if (blocks[index]?.kind === 'heading') {
          index = subtreeEnd(blocks, index) - 1;
          continue;
        }
      } else {
        emitBlock(index);
      }
      emitSlot(index);
    }
  };

  emitSlot(-1);
  emitRange(0, blocks.length);
  return { blocks: result, collisions: plan.collisions, unplaced: plan.unplaced, provenance };
}

/** The pairs of amendments that cannot both be carried as written. Total; symmetric in the amendments. */
export const collisionsOf = (revision: Revision, amendments: readonly Amendment[]): readonly Collision[] =>
  planChanges(revision, amendments).collisions;
