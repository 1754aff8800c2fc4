import type { Alignment, BlockChange, Token } from '../../diff';
import type { Block } from '../../domain/block';
import { marksBySign, readRuns, type BlockShape, type Mark, type ProgrammeParagraph, type Run } from '../document';
import { anchorsOf, withFormats, type SideFormats } from './formatRuns';
import { withReferences, type SideReferences } from './markReferences';
import { shapesOf } from './programmeParagraphs';

/** A change that stands in both texts in the same order, so that it can be shown as one passage with marks inside. */
interface Anchor {
  readonly change: BlockChange;
  /** Half-open ranges of block indices. */
  readonly baseStart: number;
  readonly baseEnd: number;
  readonly currentStart: number;
  readonly currentEnd: number;
}

const isConsecutive = (indices: readonly number[]): boolean =>
  indices.every((index, at) => index === (indices[0] ?? 0) + at);

function anchorOf(change: BlockChange): Anchor | null {
  const [base, current] = [change.base, change.current];
  const [baseStart, currentStart] = [base[0], current[0]];
  if (baseStart === undefined || currentStart === undefined || change.moved) return null;
  if (!isConsecutive(base) || !isConsecutive(current)) return null;
  return {
    change,
    baseStart,
    baseEnd: baseStart + base.length,
    currentStart,
    currentEnd: currentStart + current.length,
  };
}

/** The most anchors (in blocks of the current text) that stand in the same order in both texts. O(n log n) would be possible; n is small. */
function inCommonOrder(anchors: readonly Anchor[]): readonly Anchor[] {
  const ordered = [...anchors].sort((a, b) => a.currentStart - b.currentStart);
  // Patience over `baseStart`: tails[k] is the anchor that ends the best chain of length k + 1.
  const tails: number[] = [];
  const previous: (number | null)[] = [];
  for (const [at, anchor] of ordered.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const tail = ordered[tails[middle] ?? 0];
      if (tail !== undefined && tail.baseEnd <= anchor.baseStart) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? null : (tails[low - 1] ?? null));
    tails[low] = at;
  }
  const chain: Anchor[] = [];
  for (let at: number | null = tails.at(-1) ?? null; at !== null; at = previous[at] ?? null) {
    const anchor = ordered[at];
    if (anchor !== undefined) chain.unshift(anchor);
  }
  return chain;
}

/** Where the joined text of several blocks is divided: offsets of the joining spaces, in UTF-16 units. */
function divisions(texts: readonly string[]): ReadonlySet<number> {
  const offsets = new Set<number>();
  let end = 0;
  for (const text of texts.slice(0, -1)) {
    end += text.length;
    offsets.add(end);
    end += 1;
  }
  return offsets;
}

interface Piece {
  readonly runs: readonly Run[];
  readonly end: Mark;
}

/**
 * Cuts marked text into paragraphs. A joining space is a paragraph's end on its own side; where the other side has a real space
 * there, that space is a mark of its own. Law E3: each side, read alone, is its blocks exactly.
 */
export function cutIntoParagraphs(
  tokens: readonly Token[],
  baseTexts: readonly string[],
  currentTexts: readonly string[],
): readonly Piece[] {
  const baseEnds = divisions(baseTexts);
  const currentEnds = divisions(currentTexts);
  const pieces: Piece[] = [];
  let runs: Run[] = [];
  let pending = '';
  let base = 0;
  let current = 0;
  const flush = (mark: Mark): void => {
    if (pending !== '') runs.push({ text: pending, mark });
    pending = '';
  };
  const endParagraph = (end: Mark): void => {
    pieces.push({ runs, end });
    runs = [];
  };
  for (const [sign, text] of tokens) {
    const mark = marksBySign[sign];
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charAt(at);
      const endsBase = sign !== '+' && unit === ' ' && baseEnds.has(base);
      const endsCurrent = sign !== '-' && unit === ' ' && currentEnds.has(current);
      if (endsBase || endsCurrent) flush(mark);
      if (endsBase && endsCurrent) endParagraph('kept');
      else if (endsBase && sign === '-') endParagraph('deleted');
      else if (endsCurrent && sign === '+') endParagraph('inserted');
      else if (endsBase) {
        runs.push({ text: ' ', mark: 'inserted' });
        endParagraph('deleted');
      } else if (endsCurrent) {
        runs.push({ text: ' ', mark: 'deleted' });
        endParagraph('inserted');
      } else pending += unit;
      if (sign !== '+') base += 1;
      if (sign !== '-') current += 1;
    }
    flush(mark);
  }
  endParagraph('kept');
  return pieces;
}

const sameKind = (a: BlockShape, b: BlockShape): boolean => a.kind === b.kind && a.level === b.level;

const sameShape = (a: BlockShape, b: BlockShape): boolean =>
  sameKind(a, b) && a.counted === b.counted && (a.counted || a.number === b.number);

const textsOf = (blocks: readonly Block[], start: number, end: number): readonly string[] =>
  blocks.slice(start, end).map(({ text }) => text);

const noReferences: SideReferences = { refs: [], from: 0, endsHere: true };

const formatsOf = (block: Block | undefined, from = 0): SideFormats => ({ formats: block?.formats ?? [], from });

const referencesOf = (block: Block | undefined, from = 0, endsHere = true): SideReferences => ({
  refs: block?.footnoteRefs ?? [],
  from,
  endsHere,
});

export interface ComparisonRemarks {
  /** What is said of a block at its old place, and at its new one. */
  movedAway(currentIndex: number): string;
  movedHere(baseIndex: number): string;
  /** What is said of a block that a sentence left, or came into, without the block. `null` where none did. */
  sentencesAway(baseIndex: number): string | null;
  sentencesHere(currentIndex: number): string | null;
}

/**
 * Both texts in one, in reading order: what was struck stands where it stood. Law E3: read without what was added it is `base`, block by
 * block, and without what was struck it is `current`, whatever the alignment says (an alignment that pairs wrongly only marks too much).
 */
export function compareAsParagraphs(
  base: readonly Block[],
  current: readonly Block[],
  alignment: Alignment,
  remarks: ComparisonRemarks,
): readonly ProgrammeParagraph[] {
  const baseShapes = shapesOf(base);
  const currentShapes = shapesOf(current);
  const blockAnchors = anchorsOf(current);
  const anchors = inCommonOrder(
    alignment.changes.flatMap((change) => {
      const anchor = anchorOf(change);
      return anchor === null ? [] : [anchor];
    }),
  );
  const anchored = new Set(anchors.map(({ change }) => change));
  const loose = alignment.changes.filter((change) => !anchored.has(change));
  const looseByBase = new Map(loose.flatMap((change) => change.base.map((index) => [index, change] as const)));
  const looseByCurrent = new Map(loose.flatMap((change) => change.current.map((index) => [index, change] as const)));

  const whole = (
    side: 'base' | 'current',
    index: number,
    runs: readonly Run[],
    end: Mark,
    remark: string | null,
    change?: BlockChange,
  ): readonly ProgrammeParagraph[] => {
    const shape = (side === 'base' ? baseShapes : currentShapes)[index];
    if (shape === undefined) return [];
    const anchor = side === 'current' ? `b${index}` : null;
    const block = (side === 'base' ? base : current)[index];
    const own = referencesOf(block);
    const formatted = withFormats(
      runs,
      formatsOf(block),
      formatsOf(block),
      side === 'current' ? blockAnchors : undefined,
    );
    const marked =
      side === 'base'
        ? withReferences(formatted, own, noReferences, { struck: end })
        : withReferences(formatted, noReferences, own, { added: end });
    const move = change === undefined ? {} : { move: `${change.base.join('-')}/${change.current.join('-')}` };
    return [{ type: 'programme', shape, previousShape: null, runs: marked, end, lines: null, anchor, remark, ...move }];
  };

  /** At its old place: words that went along are `movedFrom`, the others `deleted`. */
  const strike = (index: number): readonly ProgrammeParagraph[] => {
    const text = base[index]?.text ?? '';
    const change = looseByBase.get(index);
    const target = change?.current[0];
    if (change === undefined || target === undefined) {
      return whole(
        'base',
        index,
        text === '' ? [] : [{ text, mark: 'deleted' }],
        'deleted',
        remarks.sentencesAway(index),
      );
    }
    const single = change.base.length === 1 && change.current.length === 1;
    const runs: readonly Run[] = single
      ? change.tokens
          .filter(([sign]) => sign !== '+')
          .map(([sign, words]) => ({ text: words, mark: sign === '=' ? 'movedFrom' : 'deleted' }))
      : [{ text, mark: 'movedFrom' as const }];
    return whole('base', index, runs, 'movedFrom', remarks.movedAway(target), change);
  };

  const add = (index: number): readonly ProgrammeParagraph[] => {
    const text = current[index]?.text ?? '';
    const change = looseByCurrent.get(index);
    const source = change?.base[0];
    if (change === undefined || source === undefined) {
      return whole(
        'current',
        index,
        text === '' ? [] : [{ text, mark: 'inserted' }],
        'inserted',
        remarks.sentencesHere(index),
      );
    }
    const single = change.base.length === 1 && change.current.length === 1;
    const runs: readonly Run[] = single
      ? change.tokens
          .filter(([sign]) => sign !== '-')
          .map(([sign, words]) => ({ text: words, mark: sign === '=' ? 'movedTo' : 'inserted' }))
      : [{ text, mark: 'movedTo' as const }];
    return whole('current', index, runs, 'movedTo', remarks.movedHere(source), change);
  };

  const passage = ({ change, ...at }: Anchor): readonly ProgrammeParagraph[] => {
    const pieces = cutIntoParagraphs(
      change.tokens,
      textsOf(base, at.baseStart, at.baseEnd),
      textsOf(current, at.currentStart, at.currentEnd),
    );
    let inBase = at.baseStart;
    let inCurrent = at.currentStart;
    // How far into the block of each side the pieces have come.
    let baseOffset = 0;
    let currentOffset = 0;
    return pieces.flatMap((piece) => {
      const before = baseShapes[inBase];
      const after = currentShapes[inCurrent];
      const anchor = `b${inCurrent}`;
      const endsBase = piece.end !== 'inserted';
      const endsCurrent = piece.end !== 'deleted';
      const runs = withReferences(
        withFormats(
          piece.runs,
          formatsOf(base[inBase], baseOffset),
          formatsOf(current[inCurrent], currentOffset),
          blockAnchors,
        ),
        referencesOf(base[inBase], baseOffset, endsBase),
        referencesOf(current[inCurrent], currentOffset, endsCurrent),
      );
      baseOffset = endsBase ? 0 : baseOffset + readRuns(piece.runs, 'previous').length;
      currentOffset = endsCurrent ? 0 : currentOffset + readRuns(piece.runs, 'current').length;
      const said = [
        endsBase ? remarks.sentencesAway(inBase) : null,
        endsCurrent ? remarks.sentencesHere(inCurrent) : null,
      ].filter((remark) => remark !== null);
      if (endsBase) inBase += 1;
      if (endsCurrent) inCurrent += 1;
      if (before === undefined || after === undefined) return [];
      // Word lets the last of joined paragraphs decide the shape, LibreOffice the first: so each of them knows both.
      const isRetyped = !sameKind(before, after) || (piece.end === 'kept' && !sameShape(before, after));
      const shape = piece.end === 'deleted' && !isRetyped ? before : after;
      return [
        {
          type: 'programme' as const,
          shape,
          previousShape: isRetyped ? before : null,
          runs,
          end: piece.end,
          lines: null,
          anchor: piece.end === 'deleted' ? null : anchor,
          remark: said.length === 0 ? null : said.join('; '),
        },
      ];
    });
  };

  const written: ProgrammeParagraph[] = [];
  let inBase = 0;
  let inCurrent = 0;
  const fillUntil = (baseEnd: number, currentEnd: number): void => {
    for (; inBase < baseEnd; inBase += 1) written.push(...strike(inBase));
    for (; inCurrent < currentEnd; inCurrent += 1) written.push(...add(inCurrent));
  };
  for (const anchor of anchors) {
    fillUntil(anchor.baseStart, anchor.currentStart);
    written.push(...passage(anchor));
    inBase = anchor.baseEnd;
    inCurrent = anchor.currentEnd;
  }
  fillUntil(base.length, current.length);
  return written;
}
