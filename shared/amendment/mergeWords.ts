import { BREAK, type Pieces } from './pieces';
import { wordEdits, type RangeEdit, type WordEdits } from './wordEdits';

/** One version of the words, and who proposes it. Sources come in order of submission. */
export interface Source<By> {
  readonly by: By;
  readonly current: Pieces;
}

/** Two sources that change the same words. Neither of the two edits is carried out; all other edits of both are. */
export interface Overlap<By> {
  readonly a: By;
  readonly b: By;
  /** A break is set or removed by one of them. */
  readonly structural: boolean;
  readonly piece: number;
  /** Half-open, in UTF-16 code units of the base piece's text: the part that both change. Empty where one inserts inside what the other changes. */
  readonly start: number;
  readonly end: number;
}

interface MergedWord<By> {
  readonly text: string;
  /** Half-open, in UTF-16 code units of the merged piece's text. */
  readonly start: number;
  readonly end: number;
  /** Index among the base words; `null` for a new word. */
  readonly baseIndex: number | null;
  /** Who proposes it; empty for a word of the base. */
  readonly by: readonly By[];
}

export interface MergedPiece<By> {
  readonly text: string;
  readonly words: readonly MergedWord<By>[];
  /** Who divides the text before this piece; empty for the first piece and where the base is divided. */
  readonly dividedBy: readonly By[];
}

interface Merge<By> {
  /** At least one. */
  readonly pieces: readonly MergedPiece<By>[];
  readonly overlaps: readonly Overlap<By>[];
}

/** One edit with all who propose exactly it. */
interface SharedEdit<By> extends RangeEdit {
  readonly by: readonly By[];
}

interface SharedSpace<By> {
  readonly at: number;
  readonly lead: string;
  readonly by: readonly By[];
}

function shareEqual<Edit extends object, By>(
  edits: readonly (readonly [edit: Edit, by: By])[],
  keyOf: (edit: Edit) => string,
): readonly (Edit & { readonly by: readonly By[] })[] {
  const byKey = new Map<string, Edit & { readonly by: readonly By[] }>();
  for (const [edit, by] of edits) {
    const key = keyOf(edit);
    const known = byKey.get(key);
    byKey.set(key, { ...edit, by: known === undefined ? [by] : known.by.includes(by) ? known.by : [...known.by, by] });
  }
  return [...byKey.values()];
}

const editKey = ({ start, end, words }: RangeEdit): string =>
  JSON.stringify([start, end, ...words.map(({ text, lead }, index) => [index === 0 ? null : lead, text])]);

const isInsertion = (edit: RangeEdit): boolean => edit.start === edit.end;

/** True when both change the same words, or one inserts inside what the other changes. Edits that only touch do not clash. */
function clash(a: RangeEdit, b: RangeEdit): boolean {
  if (isInsertion(a)) return b.start < a.start && a.start < b.end;
  if (isInsertion(b)) return a.start < b.start && b.start < a.end;
  return a.start < b.end && b.start < a.end;
}

const setsBreak = (edit: RangeEdit, base: Pieces): boolean =>
  edit.words.some(({ text }) => text === BREAK) ||
  base.words.slice(edit.start, edit.end).some(({ text }) => text === BREAK);

/** The part of the base that both change, told in one piece. */
function commonPart(base: Pieces, start: number, end: number): { piece: number; start: number; end: number } {
  const first = base.words[start];
  if (start === end) {
    const before = base.words[start - 1];
    const piece = before?.piece ?? first?.piece ?? 0;
    const at = before?.end ?? 0;
    return { piece, start: at, end: at };
  }
  const piece = first?.piece ?? 0;
  const last = base.words.slice(start, end).findLast((word) => word.piece === piece);
  return { piece, start: first?.start ?? 0, end: last?.end ?? 0 };
}

function pairsOf<By>(a: readonly By[], b: readonly By[]): readonly (readonly [By, By])[] {
  return a.flatMap((left) =>
    b
      .filter((right) => right !== left && !a.includes(right) && !b.includes(left))
      .map((right) => [left, right] as const),
  );
}

/** Whether the source itself stands on both sides: then its two edits are one wish and not a question. */
const sameHand = <By>(a: { readonly by: readonly By[] }, b: { readonly by: readonly By[] }): boolean =>
  pairsOf(a.by, b.by).length === 0;

interface Settled<By> {
  readonly ranges: readonly SharedEdit<By>[];
  readonly spaces: readonly SharedSpace<By>[];
  readonly overlaps: readonly Overlap<By>[];
}

function settleEdits<By>(base: Pieces, edits: readonly { readonly by: By; readonly edits: WordEdits }[]): Settled<By> {
  const ranges = shareEqual(
    edits.flatMap(({ by, edits: { ranges: own } }) => own.map((edit) => [edit, by] as const)),
    editKey,
  );
  const spaces = shareEqual(
    edits.flatMap(({ by, edits: { spaces: own } }) => own.map((edit) => [edit, by] as const)),
    ({ at, lead }) => `${at}:${lead}`,
  );
  const held = new Set<object>();
  const overlaps: Overlap<By>[] = [];
  const ask = (
    a: SharedEdit<By> | SharedSpace<By>,
    b: SharedEdit<By> | SharedSpace<By>,
    start: number,
    end: number,
    structural: boolean,
  ): void => {
    held.add(a).add(b);
    for (const [left, right] of pairsOf(a.by, b.by)) {
      overlaps.push({ a: left, b: right, structural, ...commonPart(base, start, end) });
    }
  };

  const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
  sorted.forEach((a, index) => {
    for (let other = index + 1; other < sorted.length; other++) {
      const b = sorted[other];
      if (b === undefined || b.start >= Math.max(a.end, a.start + 1)) break;
      if (!clash(a, b) || sameHand(a, b)) continue;
      const start = Math.max(a.start, b.start);
      ask(a, b, start, Math.max(start, Math.min(a.end, b.end)), setsBreak(a, base) || setsBreak(b, base));
    }
  });
  spaces.forEach((a, index) => {
    for (const b of spaces.slice(index + 1)) {
      if (a.at === b.at && !sameHand(a, b)) ask(a, b, a.at, a.at, false);
    }
    for (const edit of sorted) {
      if (edit.start < a.at && a.at < edit.end && !sameHand(a, edit)) ask(a, edit, a.at, a.at, false);
    }
  });
  return {
    ranges: ranges.filter((edit) => !held.has(edit)),
    spaces: spaces.filter((edit) => !held.has(edit)),
    overlaps,
  };
}

interface Emitted<By> {
  readonly text: string;
  readonly lead: string | null;
  readonly baseIndex: number | null;
  readonly by: readonly By[];
}

/** The words in their new order: at each place first what replaces, then what is inserted there in order of submission, then the base word. */
function emit<By>(
  base: Pieces,
  { ranges, spaces }: Settled<By>,
  hints: ReadonlyMap<number, string>,
): readonly Emitted<By>[] {
  const inserted = new Map<number, SharedEdit<By>[]>();
  const replaced = new Map<number, SharedEdit<By>>();
  for (const edit of ranges) {
    if (isInsertion(edit)) inserted.set(edit.start, [...(inserted.get(edit.start) ?? []), edit]);
    else if (!replaced.has(edit.start)) replaced.set(edit.start, edit);
  }
  const leads = new Map(spaces.map(({ at, lead }) => [at, lead]));
  const emitted: Emitted<By>[] = [];
  const emitEdit = (edit: SharedEdit<By>, lead: string | undefined): void => {
    edit.words.forEach((word, index) => {
      const own =
        index === 0 && lead !== undefined && word.lead === (base.words[edit.start]?.lead ?? null) ? lead : word.lead;
      emitted.push({ text: word.text, lead: own, baseIndex: null, by: edit.by });
    });
  };
  for (let at = 0; at <= base.words.length;) {
    for (const edit of inserted.get(at) ?? []) emitEdit(edit, undefined);
    const edit = replaced.get(at);
    if (edit !== undefined) {
      emitEdit(edit, leads.get(at));
      // An insertion of the same hand inside its own replacement is part of one wish.
      for (let inside = at + 1; inside < edit.end; inside++) {
        for (const inner of inserted.get(inside) ?? []) emitEdit(inner, undefined);
      }
      at = edit.end;
      continue;
    }
    const word = base.words[at];
    if (word !== undefined) {
      const lead = leads.get(at) ?? word.lead ?? hints.get(at) ?? null;
      emitted.push({ text: word.text, lead, baseIndex: at, by: [] });
    }
    at += 1;
  }
  return emitted;
}

const closing = /^[.,;:!?…)\]»”]$/;

/** Puts words together to pieces. A word whose white space is not known gets one space, except closing punctuation. */
function assemble<By>(words: readonly Emitted<By>[], head: string, tail: string): readonly MergedPiece<By>[] {
  const groups: { words: Emitted<By>[]; dividedBy: readonly By[] }[] = [{ words: [], dividedBy: [] }];
  for (const word of words) {
    if (word.text === BREAK) groups.push({ words: [], dividedBy: word.by });
    else groups.at(-1)?.words.push(word);
  }
  const filled = groups.filter((group) => group.words.length > 0);
  const kept = filled.length === 0 ? [{ words: [], dividedBy: [] }] : filled;
  return kept.map(({ words: group, dividedBy }, piece) => {
    let text = piece === 0 ? head : '';
    const placed = group.map((word, index) => {
      if (index > 0) text += word.lead ?? (closing.test(word.text) ? '' : ' ');
      const start = text.length;
      text += word.text;
      return { text: word.text, start, end: text.length, baseIndex: word.baseIndex, by: word.by };
    });
    return {
      text: piece === kept.length - 1 ? text + tail : text,
      words: placed,
      dividedBy: piece === 0 ? [] : dividedBy,
    };
  });
}

/** The one that a source changed; what the base has where none did. */
const changedOr = (original: string, proposed: readonly string[]): string =>
  proposed.find((candidate) => candidate !== original) ?? original;

/**
 * Merges several versions of the same words. Total. Edits of different sources that touch none of each other's words are all carried out; equal
 * edits are one; of overlapping ones neither is, and each pair is told. With one source the result is that source exactly.
 * The result depends on the order of `sources` only where several insert at the same place. Rules M1–M8 of SPEC.md.
 */
export function mergeWords<By>(base: Pieces, sources: readonly Source<By>[]): Merge<By> {
  const edits = sources.map(({ by, current }) => ({ by, edits: wordEdits(base, current) }));
  const settled = settleEdits(base, edits);
  // Reversed, so that the first source to tell has the last word.
  const hints = new Map(edits.toReversed().flatMap((source) => [...source.edits.leadHints]));
  const head = changedOr(
    base.head,
    edits.map((source) => source.edits.head),
  );
  const tail = changedOr(
    base.tail,
    edits.map((source) => source.edits.tail),
  );
  return { pieces: assemble(emit(base, settled, hints), head, tail), overlaps: settled.overlaps };
}
