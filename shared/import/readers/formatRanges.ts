import type { Range } from '../../core/range';
import { isPlain, type FormatRun } from '../../domain/formats';

/** What of a text is bold, what leans and what leads where, each by itself and in any order. */
export interface FormatRanges {
  readonly bold: readonly Range[];
  readonly italic: readonly Range[];
  readonly links: readonly LinkRange[];
}

export interface LinkRange extends Range {
  readonly link: string;
}

/** Lays weight, slant and links over one another: runs in the order of the text, without overlap. n · log n. */
export function formatsOfRanges({ bold, italic, links }: FormatRanges): readonly FormatRun[] {
  const edges = [...new Set([bold, italic, links].flat().flatMap(({ start, end }) => [start, end]))].sort(
    (a, b) => a - b,
  );
  const [isBold, isItalic, linkIn] = [cursorOver(bold), cursorOver(italic), cursorOver(links)];
  return edges
    .slice(0, -1)
    .map((start, at) => ({
      start,
      end: edges[at + 1] ?? start,
      bold: isBold(start) !== null,
      italic: isItalic(start) !== null,
      link: linkIn(start)?.link ?? null,
    }))
    .filter((run) => !isPlain(run));
}

/** The range that holds a place, asked for places in order; of several the one that began first and reaches that far. */
function cursorOver<Some extends Range>(ranges: readonly Some[]): (place: number) => Some | null {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  return (place) => {
    while ((sorted[next]?.end ?? Infinity) <= place) next++;
    const found = sorted[next];
    return found !== undefined && found.start <= place ? found : null;
  };
}
