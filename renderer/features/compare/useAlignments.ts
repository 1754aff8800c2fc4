import { useEffect, useState } from 'react';
import type { Alignment } from '#shared/diff';
import { runTask } from '../../workers/runTask';
import type { Comparison } from './comparison';
import type { ComparedText } from './useComparedTexts';

/** How each of the texts became the next one, made in a worker; `null` until all are there. The live comparison is used where it is of two of them. */
export function useAlignments(texts: readonly ComparedText[], live: Comparison | null): readonly Alignment[] | null {
  const [made, setMade] = useState<ReadonlyMap<string, Alignment>>(new Map());
  const isLive = (gap: number): boolean =>
    live?.base === texts[gap]?.blocks && live?.current === texts[gap + 1]?.blocks;
  const keyOf = (gap: number): string => `${texts[gap]?.key ?? ''}>${texts[gap + 1]?.key ?? ''}`;
  const gaps = texts.slice(1).map((_, gap) => gap);
  const missing = gaps.filter((gap) => !isLive(gap) && texts[gap + 1]?.kind !== 'draft' && !made.has(keyOf(gap)));
  const next = missing[0];

  useEffect(() => {
    const [base, current] = next === undefined ? [] : [texts[next], texts[next + 1]];
    if (!base || !current) return;
    let isWanted = true;
    const key = `${base.key}>${current.key}`;
    void runTask('align', { base: base.blocks, current: current.blocks }).then((alignment) => {
      if (isWanted) setMade((known) => new Map(known).set(key, alignment));
    });
    return () => {
      isWanted = false;
    };
    // The texts before the draft never change under their keys.
  }, [next === undefined ? '' : keyOf(next)]);

  const alignments = gaps.map((gap): Alignment | undefined =>
    live && isLive(gap) ? { changes: live.changes, exact: live.exact } : made.get(keyOf(gap)),
  );
  return alignments.every((alignment) => alignment !== undefined) ? alignments : null;
}
