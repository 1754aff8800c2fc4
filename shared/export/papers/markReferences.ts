import type { FootnoteRef } from '../../domain/block';
import { isAdded, isStruck, type Mark, type Run } from '../document';

/** The markers of one side of a marked text. Offsets in UTF-16 units of that side's text, of which the runs begin at `from`. */
export interface SideReferences {
  readonly refs: readonly FootnoteRef[];
  readonly from: number;
  /** True where the side's text ends with the runs, so that markers at its very end stand here. */
  readonly endsHere: boolean;
}

interface Due {
  readonly number: string;
  readonly offset: number;
}

const inOrder = ({ refs, from }: SideReferences): Due[] =>
  refs
    .map(({ number, offset }) => ({ number, offset: offset - from }))
    .filter(({ offset }) => offset >= 0)
    .sort((a, b) => a.offset - b.offset);

/**
 * Marked text with its footnotes' markers set in. A marker that stands at the same place on both sides was kept; any other was struck on
 * the one and is new on the other. `struck` and `added` are the marks of a text that is of one side only.
 */
export function withReferences(
  runs: readonly Run[],
  previous: SideReferences,
  current: SideReferences,
  { struck = 'deleted', added = 'inserted' }: { readonly struck?: Mark; readonly added?: Mark } = {},
): readonly Run[] {
  const waiting = { previous: inOrder(previous), current: inOrder(current) };
  if (waiting.previous.length === 0 && waiting.current.length === 0) return runs;
  const written: Run[] = [];
  const at = { previous: 0, current: 0 };

  const isDue = (side: 'previous' | 'current', ends: boolean): Due | null => {
    const [next] = waiting[side];
    if (next === undefined || next.offset > at[side]) return null;
    // At the end of the runs a marker belongs here only where the text ends here too; else it opens what follows.
    return ends && !(side === 'previous' ? previous : current).endsHere ? null : next;
  };
  const take = (ends: boolean): void => {
    for (;;) {
      const before = isDue('previous', ends);
      const now = isDue('current', ends);
      if (before === null && now === null) return;
      const isKept = before !== null && now !== null && before.number === now.number;
      if (before !== null) waiting.previous.shift();
      if (now !== null && (isKept || before === null)) waiting.current.shift();
      const mark = isKept ? 'kept' : before !== null ? struck : added;
      written.push({ text: (before ?? now)?.number ?? '', mark, reference: true });
    }
  };
  const nextStop = (run: Run): number => {
    const rooms = [
      isAdded(run.mark) ? Infinity : (waiting.previous[0]?.offset ?? Infinity) - at.previous,
      isStruck(run.mark) ? Infinity : (waiting.current[0]?.offset ?? Infinity) - at.current,
    ].filter((room) => room > 0);
    return Math.min(run.text.length, ...rooms);
  };

  for (const run of runs) {
    let rest = run;
    while (rest.text !== '') {
      take(false);
      const stop = nextStop(rest);
      written.push({ ...rest, text: rest.text.slice(0, stop) });
      if (!isAdded(run.mark)) at.previous += stop;
      if (!isStruck(run.mark)) at.current += stop;
      rest = { ...rest, text: rest.text.slice(stop) };
    }
  }
  take(true);
  return written;
}
