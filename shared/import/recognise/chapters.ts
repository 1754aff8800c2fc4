import type { BlockKind } from '../../domain/block';
import type { HeadingStyle } from './headings';
import { nextInText, type Unit } from './unit';

/** Fewest chapters that show how chapters open. */
const FEWEST = 3;

/** Share of the headings within pages that may open as chapters do; more, and that opening says nothing. */
const RARELY = 0.2;

/**
 * The headings that begin chapters, where nothing tells headings apart but their places: chapters begin pages, and open alike («Laget mener:»). The
 * first heading is one, and so is one at the head of a page with another straight under it. Empty where the document has no such habit.
 */
export function findChapters(
  units: readonly Unit[],
  kinds: readonly BlockKind[],
  styles: readonly (HeadingStyle | null)[],
): ReadonlySet<number> {
  const headings = units.flatMap((unit, i) => (kinds[i] === 'heading' ? [{ unit, i }] : []));
  const ranks = new Set(headings.map(({ i }) => styles[i]?.rank));
  const alike = ranks.size === 1 && !ranks.has(0) && headings.every(({ unit }) => unit.marker === null);
  if (!alike) return new Set();
  const openingOf = (i: number): string => nextInText(units, i)?.text ?? '';
  const atHead = headings.filter(({ unit }) => unit.first.startsPage);
  const within = headings.filter(({ unit }) => !unit.first.startsPage);
  const counts = new Map<string, number>();
  for (const { i } of atHead) counts.set(openingOf(i), (counts.get(openingOf(i)) ?? 0) + 1);
  const [usual, count] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ['', 0]);
  const elsewhere = within.filter(({ i }) => openingOf(i) === usual).length;
  if (count < FEWEST || count < atHead.length / 2 || elsewhere > within.length * RARELY) return new Set();
  const first = headings[0]?.i;
  const isChapter = (i: number): boolean => i === first || openingOf(i) === usual || kinds[i + 1] === 'heading';
  return new Set([...(first === undefined ? [] : [first]), ...atHead.flatMap(({ i }) => (isChapter(i) ? [i] : []))]);
}
