import { useEffect, useState } from 'react';
import type { Block } from '#shared/domain/block';
import type { Source } from '#shared/domain/source';
import { runCancellableTask } from '../../workers/runTask';
import { viewReuse, type ReuseView } from './reuse';

/** What is typed is looked for when the writer has rested so long. */
const REST_MS = 600;

interface Found {
  readonly sources: readonly Source[];
  readonly view: ReuseView;
}

/** Only what is searched crosses to the worker. */
const searched = (blocks: readonly Block[]): readonly Pick<Block, 'kind' | 'text'>[] =>
  blocks.map(({ kind, text }) => ({ kind, text }));

/** Which sentences of the draft come from its sources, found in a worker; `null` where there are no sources, and until the first answer is there. */
export function useReuse(sources: readonly Source[], blocks: readonly Block[]): ReuseView | null {
  const [found, setFound] = useState<Found | null>(null);
  const isFirst = found?.sources !== sources;
  useEffect(() => {
    if (sources.length === 0) return;
    const stop = new AbortController();
    const timer = setTimeout(
      () => {
        const question = { sources: sources.map((source) => searched(source.blocks)), current: searched(blocks) };
        void runCancellableTask('reuse', question, stop.signal, () => undefined).then(
          (answer) => answer && setFound({ sources, view: viewReuse(answer, sources, blocks) }),
          // The worker broke: what was found before stays, and the next change asks again.
          () => undefined,
        );
      },
      isFirst ? 0 : REST_MS,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [blocks, isFirst, sources]);
  return isFirst ? null : found.view;
}
