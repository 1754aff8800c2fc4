import type { SourceLine } from '../readers/sourceLine';
import { isFull, isOpen } from './continuation';
import { isCredit, isPageNumber } from './lineKinds';
import { readMarker } from './marker';
import { endsSentence, isAddress, startsLower, startsUpper } from './edges';
import { type Regularities } from './regularities';
import { looksLikeHeading } from './unit';

/** Most lines of a caption. */
const LONGEST_CAPTION = 9;
/** Longest of the words in capitals that a caption opens with, in characters. */
const LONGEST_HEAD = 61;
/** Captions with the name of who took the picture, from which on one without it is known by its capitals alone. */
const ENOUGH_CREDITED = 2;

/**
 * What stands beside the text and is no part of it, so that a sentence runs on around it: captions, and lists of links at the foot of a page in the
 * middle of a sentence. By index of the line: the index of the first line that it belongs together with. `taken` are lines that are known to be something else.
 */
export function findAsides(
  lines: readonly SourceLine[],
  taken: (index: number) => boolean,
  habits: Regularities,
): ReadonlyMap<number, number> {
  const asides = new Map<number, number>();
  for (const { from, to } of findCaptions(lines, taken, habits))
    for (let at = from; at <= to; at++) asides.set(at, from);
  for (const index of findHeadsInSentence(lines, (at) => taken(at) || asides.has(at), habits)) asides.set(index, index);
  for (const index of findLinksInSentence(lines, (at) => taken(at) || asides.has(at), habits)) asides.set(index, index);
  return asides;
}

interface LineSpan {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
}

/** «VÅRDUGNAD: Kari Nes ved komposten»: a few words in capitals and a colon. Asked of every line, hence the colon first. */
function opensInCapitals(text: string): boolean {
  const colon = text.indexOf(':');
  if (colon < 3 || colon > LONGEST_HEAD || (colon + 1 < text.length && text[colon + 1] !== ' ')) return false;
  const head = text.slice(0, colon);
  if (!/^\p{Lu}/u.test(head) || /[^\p{L}\d .,/–-]/u.test(head)) return false;
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 4 && (head.match(/\p{Lu}/gu)?.length ?? 0) >= letters * 0.7;
}

/** Captions open in capitals, and end with the name of who took the picture or before a blank line. The document must have some of the first sort. */
function findCaptions(
  lines: readonly SourceLine[],
  taken: (index: number) => boolean,
  habits: Regularities,
): readonly LineSpan[] {
  const found: (LineSpan & { readonly credited: boolean })[] = [];
  for (let from = 0; from < lines.length; from++) {
    const line = lines[from];
    if (line === undefined) continue;
    if (line.mark !== null || !opensInCapitals(line.text) || taken(from)) continue;
    const end = endOfCaption(lines, from, taken, habits);
    if (end !== null) found.push({ from, ...end });
  }
  const known = found.filter(({ credited }) => credited).length >= ENOUGH_CREDITED;
  return found.filter(({ credited }) => credited || known);
}

function endOfCaption(
  lines: readonly SourceLine[],
  from: number,
  taken: (index: number) => boolean,
  habits: Regularities,
): { readonly to: number; readonly credited: boolean } | null {
  for (let at = from; at < from + LONGEST_CAPTION; at++) {
    const line = lines[at];
    const next = lines[at + 1];
    if (line !== undefined && isCredit(line.text)) {
      const nameGoesOn =
        next !== undefined && next.blanksBefore === 0 && !taken(at + 1) && isNameAlone(next, lines[at + 2]);
      return { to: nameGoesOn ? at + 1 : at, credited: true };
    }
    if (next === undefined || next.blanksBefore > habits.usualGap || next.startsPage || taken(at + 1)) {
      // «VI VIL:» over a list is what leads into it.
      const text = lines[at]?.text ?? '';
      return text.endsWith(':') || !endsSentence(text) ? null : { to: at, credited: false };
    }
    if (next.mark !== null || readMarker(next.text)?.marker.kind === 'bullet') return null;
  }
  return null;
}

/** Lines at the top of a page, by themselves, between two parts of one sentence: running heads, however seldom they stand there. */
function findHeadsInSentence(
  lines: readonly SourceLine[],
  taken: (index: number) => boolean,
  habits: Regularities,
): readonly number[] {
  const found: number[] = [];
  let before: SourceLine | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    if (taken(index)) continue;
    const after = lines[index + 1];
    const isHead =
      before !== null &&
      after !== undefined &&
      line.startsPage &&
      line.mark === null &&
      after.blanksBefore > habits.usualGap &&
      looksLikeHeading(line.text) &&
      startsLower(after.text) &&
      !opensSomething(after.text) &&
      runsOn(before, after, habits);
    if (isHead) found.push(index);
    else before = line;
  }
  return found;
}

/** The rest of a name, on a line of its own. */
const isNameAlone = (line: SourceLine, after: SourceLine | undefined): boolean =>
  !line.startsPage &&
  /^\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?\.?$/u.test(line.text) &&
  (after === undefined || after.blanksBefore > 0 || after.startsPage);

/** Addresses, and the number of the page among them, between two parts of one sentence. */
function findLinksInSentence(
  lines: readonly SourceLine[],
  taken: (index: number) => boolean,
  habits: Regularities,
): readonly number[] {
  const found: number[] = [];
  let before: SourceLine | null = null;
  let run: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    if (taken(index)) continue;
    const first = run.length === 0;
    if (line.mark === null && (isAddress(line.text) || isPageNumber(line.text)) && (!first || line.blanksBefore > 0)) {
      run.push(index);
      continue;
    }
    const links = run.some((at) => isAddress(lines[at]?.text ?? ''));
    if (links && before !== null && runsOn(before, line, habits)) found.push(...run);
    run = [];
    before = line;
  }
  return found;
}

/** A bullet, or a number before a large letter. */
function opensSomething(text: string): boolean {
  const read = readMarker(text);
  return read !== null && (read.marker.kind === 'bullet' || startsUpper(text.slice(read.length)));
}

const runsOn = (a: SourceLine, b: SourceLine, habits: Regularities): boolean =>
  a.mark === null &&
  b.mark === null &&
  !a.tabbed &&
  !b.tabbed &&
  !isAddress(a.text) &&
  isOpen(a, b) &&
  !startsUpper(b.text) &&
  !opensSomething(b.text) &&
  isFull(a, b, habits);
