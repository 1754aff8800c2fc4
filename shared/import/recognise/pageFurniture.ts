import type { SourceLine } from '../readers/sourceLine';
import { isLarge } from './regularities';

/** Longest running head or foot, in characters. */
const LONGEST = 120;
/** Lone numbers in sequence that are surely the numbers of pages. */
const ENOUGH_NUMBERS = 3;

const withoutDigits = (text: string): string => text.replace(/\d+/g, '#');
const loneNumber = (text: string): number | null => {
  const match = /^(?:(?:side|page) )?[-–]? ?(\d{1,4}) ?[-–]?(?: ?(?:av|of|\/) ?\d{1,4})?$/i.exec(text);
  return match === null ? null : Number(match[1]);
};

/**
 * Lines that belong to the page and not to the text, by index: what stands first or last on at least half of the pages,
 * numbers apart, and lone numbers that count up. The text runs on around them.
 */
export function findPageFurniture(lines: readonly SourceLine[]): ReadonlySet<number> {
  const furniture = new Set<number>();
  const starts = lines.flatMap((line, i) => (line.startsPage && i > 0 ? [i] : []));
  if (starts.length > 0) {
    const pages = [0, ...starts].map((first, page) => ({ first, last: (starts[page] ?? lines.length) - 1 }));
    const edges = pages.flatMap(({ first, last }) => (last - first > 2 ? [first, last, last - 1] : [first]));
    const counts = new Map<string, number>();
    const keyAt = (index: number): string | null => {
      const line = lines[index];
      // In larger letters than the text it is a heading, though two chapters have a section of that name.
      return line === undefined || line.mark !== null || line.text.length > LONGEST || isLarge(line)
        ? null
        : withoutDigits(line.text);
    };
    for (const index of edges) {
      const key = keyAt(index);
      if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const index of edges) {
      const count = counts.get(keyAt(index) ?? '') ?? 0;
      if (count >= 2 && count >= pages.length / 2) furniture.add(index);
    }
  }
  for (const index of countingNumbers(lines)) furniture.add(index);
  for (const next of starts) if (isLoneNumber(lines[next - 1])) furniture.add(next - 1);
  return furniture;
}

/** A number with a blank line above it: straight before a page ends, it is that of the page. */
const isLoneNumber = (line: SourceLine | undefined): boolean =>
  line !== undefined && line.mark === null && line.blanksBefore > 0 && loneNumber(line.text) !== null;

/** Numbers alone on their line that count up by one, page after page. */
function countingNumbers(lines: readonly SourceLine[]): readonly number[] {
  const found: { readonly index: number; readonly number: number }[] = [];
  let best: readonly number[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const number = isLoneNumber(line) ? loneNumber(line.text) : null;
    if (number === null) continue;
    const last = found.at(-1);
    if (last !== undefined && number !== last.number + 1) found.length = 0;
    found.push({ index, number });
    if (found.length >= ENOUGH_NUMBERS && found.length > best.length) best = found.map((entry) => entry.index);
  }
  return best;
}
