import type { SourceLine } from '../readers/sourceLine';
import { endsInHyphen, endsSentence, firstWordLength, isAddress, startsLower, startsUpper } from './edges';
import { isLarge, type Regularities } from './regularities';

export interface Continuation {
  readonly joins: boolean;
  /** What a person should look at: the line end is not one that this document uses inside a paragraph. */
  readonly odd: 'newline-in-sentence' | 'blank-in-sentence' | null;
}

/** How a row of a table that became a line reads: «Frø | 12». */
const isCells = (text: string): boolean => / \| /.test(text);

const apart: Continuation = { joins: false, odd: null };
const together: Continuation = { joins: true, odd: null };
const overBlank: Continuation = { joins: true, odd: 'blank-in-sentence' };
const overNewline: Continuation = { joins: true, odd: 'newline-in-sentence' };

/** Together over a line end of which a person should know, where the document has no such inside a paragraph. */
function oddly(b: SourceLine, habits: Regularities): Continuation {
  if (b.blanksBefore > habits.usualGap) return overBlank;
  return habits.wrapped ? together : b.blanksBefore > 0 ? overBlank : overNewline;
}

/** On a page with places: exactly below the text of the item. */
const isUnderBody = (head: SourceLine, line: SourceLine): boolean =>
  head.bodyIndent !== undefined && Math.abs(head.bodyIndent - line.indent) <= 1;

const isSameSize = (a: SourceLine, b: SourceLine): boolean => Math.abs((a.size ?? 1) - (b.size ?? 1)) < 0.06;

/** Where the file shows how letters are set: large or bold lines are headings, and smaller ones notes. */
const isSetApart = (line: SourceLine): boolean =>
  line.room !== undefined && (isLarge(line) || line.emphasis === 'bold');

/** Words no sentence ends with. */
const opensMore =
  /(?:,|(?:^| )(?:og|eller|samt|som|av|til|med|på|i|en|et|ei|ein|eit|den|det|de|dei|and|or|of|the|in)| [-–—])$/i;

/** «… og 1.»: an ordinal, and no end of the sentence, where a small letter follows. */
const endsInOrdinal = (text: string): boolean => text.endsWith('.') && /(?:^| )\d{1,2}\.$/.test(text);

/** The sentence of `a` is not ended before `b`. */
export const isOpen = (a: SourceLine, b: SourceLine): boolean =>
  !endsSentence(a.text) || (startsLower(b.text) && endsInOrdinal(a.text));

/** A long address that was divided at a line end, within a sentence. */
const isDividedAddress = (a: SourceLine, b: SourceLine): boolean =>
  isAddress(a.text) &&
  a.text.endsWith('-') &&
  b.blanksBefore === 0 &&
  !isAddress(b.text) &&
  /^[\p{Ll}\d]/u.test(b.text);

/** «Kilder til jord» over «Kildene er …»: a heading, and the sentence that takes up its word. */
export function takesUpWord(a: SourceLine, b: SourceLine): boolean {
  if (opensMore.test(a.text) || /[.!?] /.test(a.text)) return false;
  const word = a.text.slice(0, firstWordLength(a.text));
  return word.length >= 4 && startsUpper(word) && b.text.startsWith(word);
}

/** The line went to the edge: the next word had no room. */
export const isFull = (a: SourceLine, b: SourceLine, habits: Regularities): boolean =>
  a.room !== undefined
    ? a.room < 1 + firstWordLength(b.text) ||
      (habits.counted !== null && a.width + 1 + firstWordLength(b.text) > habits.counted)
    : a.width + 1 + firstWordLength(b.text) >= (habits.narrow.get(a.fromLine) ?? habits.fullFrom);

/** A sentence is on its way from `a` to `b` in a text broken to a width: whatever stands first in `b`, it is no marker. */
export const isMidSentence = (a: SourceLine, b: SourceLine, habits: Regularities): boolean =>
  habits.wrapped &&
  b.blanksBefore <= habits.usualGap &&
  !endsSentence(a.text) &&
  a.mark === null &&
  !a.tabbed &&
  !isAddress(a.text) &&
  isFull(a, b, habits);

/** Straight below an item, farther in than its marker, and in mid-sentence or with a small letter: the item goes on, full line or not. */
export const hangsUnder = (head: SourceLine, a: SourceLine, b: SourceLine): boolean =>
  b.blanksBefore === 0 &&
  b.mark === null &&
  !b.tabbed &&
  b.wideGaps === 0 &&
  b.indent > head.indent &&
  !isAddress(a.text) &&
  !isAddress(b.text) &&
  (isUnderBody(head, b) || startsLower(b.text) || (!endsSentence(a.text) && !b.text.endsWith(':')));

/**
 * Does the paragraph of line `a` go on in line `b`, neither of them opening with a marker that was accepted?
 * The evidence, strongest first: the format says so; a word divided by a hyphen; a small letter after an open sentence; a full line.
 */
export function continues(a: SourceLine, b: SourceLine, habits: Regularities): Continuation {
  if (b.continues) return together;
  if (b.mark !== null || b.startsBlock === true || a.mark?.kind === 'verbatim') return apart;
  if (b.blanksBefore > 0 && (isCells(a.text) || isCells(b.text))) return apart;
  if (isSetApart(a) || isSetApart(b)) {
    const asOne = isSameSize(a, b) && a.emphasis === b.emphasis && b.blanksBefore === 0 && !endsSentence(a.text);
    return asOne && (isLarge(a) || isFull(a, b, habits)) ? together : apart;
  }
  if (a.mark?.kind === 'heading' || a.emphasis === 'bold') return apart;
  if (a.tabbed || b.tabbed)
    return a.tabbed && b.tabbed && b.blanksBefore === 0 && (startsLower(b.text) || isFull(a, b, habits))
      ? together
      : apart;
  if (isDividedAddress(a, b)) return together;
  if (isAddress(b.text) && b.text.endsWith('-') && b.blanksBefore === 0 && !endsSentence(a.text)) return together;
  if (isAddress(a.text) || isAddress(b.text)) return apart;
  if (Math.min(a.wideGaps, b.wideGaps) > 0) return apart;

  const close = b.blanksBefore <= habits.usualGap;
  const open = isOpen(a, b);

  if (open && endsInHyphen(a.text) && /^\p{L}/u.test(b.text) && (habits.wrapped || startsLower(b.text)))
    return oddly(b, habits);
  if (startsLower(b.text) || /^(?:[),.;/]|[-–—] \p{Ll})/u.test(b.text)) {
    if (open) return oddly(b, habits);
    return habits.wrapped && close && isFull(a, b, habits) ? together : apart;
  }
  // «… frist er» / «31. desember»: a number that was found to be no item.
  if (!habits.wrapped && open && b.blanksBefore === 0 && a.text.length > 40 && /^\d/.test(b.text))
    return oddly(b, habits);
  if (!habits.wrapped)
    return open && b.blanksBefore === 0 && a.text.length > 60 && opensMore.test(a.text) ? oddly(b, habits) : apart;
  const full = isFull(a, b, habits);
  if (open && a.room === undefined && a.blanksBefore > habits.usualGap && takesUpWord(a, b)) return apart;
  // A blank line in a sentence is the page's; where more stand between than ever do within a paragraph, and a large letter follows, it is none.
  if (b.blanksBefore > habits.usualGap + 1 && startsUpper(b.text)) return apart;
  if (open)
    return full && (close || a.text.length > 50)
      ? oddly(b, habits)
      : opensMore.test(a.text) && close
        ? together
        : apart;
  const endedByHand = a.trailingSpaces > habits.usualTrailing;
  return close && full && !endedByHand ? together : apart;
}
