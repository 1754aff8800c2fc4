import type { FootnoteRef } from '../../domain/block';
import type { Range } from '../../core/range';
import { formatsShifted, withFormats, type FormatRun } from '../../domain/formats';
import { formatsPartByPart } from '../readers/lineFormats';
import type { SourceLine } from '../readers/sourceLine';
import { isPageNumber } from './lineKinds';

/** Lines with the notes' bodies told apart and the markers taken out of the text. */
export interface Footnotes {
  /** Same length and order as the input; the markers that were found are gone from `text` and stand in `footnoteRefs`. */
  readonly lines: readonly SourceLine[];
  /** `result[i]` is the number of the note that line `i` belongs to, or `null`. */
  readonly noteOfLine: readonly (string | null)[];
  /** Numbers of notes whose marker was not found in the text. */
  readonly withoutMarker: readonly { readonly number: string; readonly line: number }[];
}

interface FoundMarker {
  readonly lineIndex: number;
  /** Into the line's text: first and one past the last unit of the marker, cluster and all. */
  readonly from: number;
  readonly to: number;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Whether a text holds any figure at all: most lines have none. */
const holdsFigure = /[\d⁰¹²³⁴⁵⁶⁷⁸⁹]/;
const opensWithFigure = /^[\d[⁰¹²³⁴⁵⁶⁷⁸⁹]/;
const body = /^(?:(\d{1,3})|\[(\d{1,3})\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))[ \u00a0](?=\S)/;
/** Digits (or raised digits, or digits in brackets) anywhere; whether they touch a word is looked at around them. */
const digits = /\d{1,8}|\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/g;
const touchesBefore = /[\p{L}\p{Pe}\p{Pf}"'”»’.,;:!?]$/u;
const wordAfter = /^(?:[\p{L}%]|[.,:]\d|-\p{L})/u;

/** Reads digits at `from` as a marker glued to what stands before: «vekst.3», «201814» (2018 and note 14), «[3]», «³». */
function readGlued(
  text: string,
  printed: string,
  from: number,
): { readonly number: number; readonly from: number } | null {
  const end = from + printed.length;
  if (printed.startsWith('[')) return { number: Number(printed.slice(1, -1)), from };
  if (superscripts.includes(printed[0] ?? '')) return { number: Number(plainDigits(printed)), from };
  if (wordAfter.test(text.slice(end, end + 2))) return null;
  const year = /^(?:19|20)\d\d(?=\d{1,3}$)/.exec(printed);
  if (year) return { number: Number(printed.slice(4)), from: from + 4 };
  if (printed.length > 3 || from === 0) return null;
  const before = text.slice(Math.max(0, from - 6), from);
  if (!touchesBefore.test(before)) return null;
  // «8.2» is a number; «i 2019.13» is a year, a full stop and a note.
  if (/\d[.,]$/.test(before) && !/(?<!\d)(?:19|20)\d\d[.,]$/.test(before)) return null;
  return { number: Number(printed), from };
}

/** Numbers that may be missing between two notes: their bodies or their markers were lost on the way from the page. */
const MOST_MISSING = 3;

const plainDigits = (sign: string): string =>
  Array.from(sign)
    .map((c) => (superscripts.includes(c) ? String(superscripts.indexOf(c)) : c))
    .join('');

/** Every place that could be a marker, by number, in the order of the text. */
function findMarkers(lines: readonly SourceLine[]): ReadonlyMap<number, readonly FoundMarker[]> {
  const found = new Map<number, FoundMarker[]>();
  const add = (number: number, marker: FoundMarker) => {
    const list = found.get(number);
    if (list) list.push(marker);
    else found.set(number, [marker]);
  };
  for (let lineIndex = 0; lineIndex < lines.length; lineIndex++) {
    const line = lines[lineIndex];
    if (line === undefined) continue;
    if (line.mark?.kind === 'verbatim' || !holdsFigure.test(line.text)) continue;
    digits.lastIndex = 0;
    for (let match = digits.exec(line.text); match !== null; match = digits.exec(line.text)) {
      const read = readGlued(line.text, match[0], match.index);
      if (read === null) continue;
      let number = read.number;
      let end = match.index + match[0].length;
      add(number, { lineIndex, from: read.from, to: end });
      // «økt.6 7 8»: a cluster counts on by one.
      for (;;) {
        const more = /^(?:, ?| )(\d{1,3})(?=[ .,;:)]|$)/.exec(line.text.slice(end, end + 8));
        if (more === null || Number(more[1]) !== number + 1) break;
        number++;
        add(number, { lineIndex, from: end, to: end + more[0].length });
        end += more[0].length;
      }
    }
  }
  return found;
}

const isAfter = (a: FoundMarker | null, b: FoundMarker | null): boolean =>
  a === null || b === null || a.lineIndex > b.lineIndex || (a.lineIndex === b.lineIndex && a.from >= b.to);

/**
 * Finds footnotes by the two sequences that must run together: bodies 1, 2, 3 … at the heads of lines, and markers
 * 1, 2, 3 … glued to words before them. A body without a marker is a numbered line, a marker without a body a number.
 */
export function findFootnotes(lines: readonly SourceLine[]): Footnotes {
  const noteOfLine: (string | null)[] = lines.map((line) => (line.mark?.kind === 'footnote' ? line.mark.number : null));
  const bodies: { readonly index: number; readonly number: number }[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const match = line.mark === null && opensWithFigure.test(line.text) ? body.exec(line.text) : null;
    if (match) bodies.push({ index, number: Number(plainDigits(match[1] ?? match[2] ?? match[3] ?? '')) });
  }
  if (bodies.length === 0) return { lines, noteOfLine, withoutMarker: [] };

  const atFoot = numbersAtFoot(lines, bodies);
  const markers = findMarkers(lines);
  const used: { readonly number: number; readonly marker: FoundMarker }[] = [];
  const withoutMarker: { number: string; line: number }[] = [];
  const starts = new Map<number, number>();
  const latest = new Map<number, number>();
  let expected = 1;
  let last: FoundMarker | null = null;
  for (const { index, number } of bodies) {
    const line = lines[index];
    const before = lines[index - 1];
    if (line === undefined || before === undefined || number < expected || number > expected + MOST_MISSING) continue;
    const afterNote = noteOfLine[index - 1] !== null;
    // A raised figure at the head of a line, or one in the small letters of notes, can be nothing else.
    const surely = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(line.text) || (line.size ?? 1) < 0.95;
    if (line.blanksBefore === 0 && !afterNote && !surely) continue;
    // «2 Dugnad» over text is a chapter where a line with the same number ends a page.
    if (!afterNote && !surely && (atFoot.get(number) ?? index) > index) continue;
    // Each number's markers are looked through once, however many bodies there are.
    const places: readonly FoundMarker[] = markers.get(number) ?? [];
    let at = latest.get(number) ?? 0;
    while (at < places.length && !isAfter(places[at] ?? null, last)) at++;
    latest.set(number, at);
    const marker: FoundMarker | undefined = places[at];
    const called = marker !== undefined && marker.lineIndex < index;
    // A marker may be lost on the way from the page; beside another note the number is enough.
    if (!called && !(afterNote && number === expected)) continue;
    if (called) {
      used.push({ number, marker });
      last = marker;
    } else withoutMarker.push({ number: String(number), line: line.fromLine });
    expected = number + 1;
    starts.set(index, number);
    noteOfLine[index] = String(number);
    // The body runs to the next blank line, page or note.
    for (let i = index + 1; i < lines.length; i++) {
      const next = lines[i];
      if (next === undefined || next.startsPage || next.blanksBefore > 0 || next.mark !== null) break;
      const nextBody = body.exec(next.text);
      if (nextBody && Number(plainDigits(nextBody[1] ?? nextBody[2] ?? nextBody[3] ?? '')) === expected) break;
      noteOfLine[i] = String(number);
    }
  }
  return { lines: withoutMarkers(lines, used, starts), noteOfLine, withoutMarker };
}

/**
 * By number the last line that may be the body of that note and ends a page, or the text, with nothing but other bodies and the number of the page
 * below it.
 */
function numbersAtFoot(
  lines: readonly SourceLine[],
  bodies: readonly { readonly index: number; readonly number: number }[],
): ReadonlyMap<number, number> {
  const opens = new Map(bodies.map(({ index, number }) => [index, number]));
  const found = new Map<number, number>();
  let below = true;
  // From the end, so that every line knows what is below it.
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (line === undefined) continue;
    const number = opens.get(index);
    const ends = lines[index + 1]?.startsPage ?? true;
    if (ends) below = true;
    if (number !== undefined && below && !found.has(number)) found.set(number, index);
    // A line under a body goes on with it; what stands after a blank line and is no body is text.
    const goesOn = line.blanksBefore === 0 && number === undefined;
    below &&= number !== undefined || goesOn || isPageNumber(line.text);
  }
  return found;
}

function withoutMarkers(
  lines: readonly SourceLine[],
  used: readonly { readonly number: number; readonly marker: FoundMarker }[],
  starts: ReadonlyMap<number, number>,
): readonly SourceLine[] {
  const byLine = new Map<number, { readonly number: number; readonly from: number; readonly to: number }[]>();
  for (const { number, marker } of used) {
    const list = byLine.get(marker.lineIndex) ?? [];
    list.push({ number, from: marker.from, to: marker.to });
    byLine.set(marker.lineIndex, list);
  }
  return lines.map((line, index) => {
    if (starts.has(index)) {
      const length = body.exec(line.text)?.[0].length ?? 0;
      return withoutRanges(line, [{ start: 0, end: length }]);
    }
    const cuts = byLine.get(index);
    if (cuts === undefined) return line;
    const refs: FootnoteRef[] = [...line.footnoteRefs];
    let gone = 0;
    for (const cut of cuts) {
      refs.push({ number: String(cut.number), offset: cut.from - gone });
      gone += cut.to - cut.from;
    }
    return {
      ...withoutRanges(
        line,
        cuts.map(({ from, to }) => ({ start: from, end: to })),
      ),
      footnoteRefs: refs,
    };
  });
}

/** The line without some parts of its text, which come in order; formats go with the letters that stay. */
function withoutRanges({ formats, ...line }: SourceLine, cuts: readonly Range[]): SourceLine {
  const kept = [...cuts, { start: line.text.length, end: line.text.length }].map(({ start }, i) => ({
    start: cuts[i - 1]?.end ?? 0,
    end: start,
  }));
  const text = kept.map(({ start, end }) => line.text.slice(start, end)).join('');
  if (formats === undefined) return { ...line, text };
  const formatsIn = formatsPartByPart(formats);
  const moved: FormatRun[] = [];
  let length = 0;
  for (const part of kept) {
    moved.push(...formatsShifted(formatsIn(part), length));
    length += part.end - part.start;
  }
  return { ...line, text, ...withFormats(moved) };
}
