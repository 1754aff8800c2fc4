import { useMemo } from 'react';
import type { Block } from '#shared/domain/block';
import type { Source } from '#shared/domain/source';
import { useTextTask } from '../../workers/useTextTask';
import { viewReuse, type ReuseView } from './reuse';

/** Which sentences of the draft come from its sources, found in a worker when the writer rests; `null` where there are no sources, and until the first answer is there. */
export function useReuse(sources: readonly Source[], blocks: readonly Block[]): ReuseView | null {
  const texts = sources.length === 0 ? [] : [...sources.map((source) => source.blocks), blocks];
  const { answer, of } = useTextTask('reuse', texts, {});
  return useMemo(() => {
    const current = of.at(-1);
    // The answer is of these sources, or of none.
    const isOfThese = of.length === sources.length + 1 && sources.every((source, at) => source.blocks === of[at]);
    return answer && current && isOfThese ? viewReuse(answer, sources, current) : null;
  }, [answer, of, sources]);
}
