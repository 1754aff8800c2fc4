import { useEffect, useState } from 'react';
import type { Language } from '#shared/core/failure';
import type { Block } from '#shared/domain/block';
import { useFollowed } from '../../../ui/useFollowed';
import { LiveComparison, type LiveState } from './liveComparison';

export interface Comparing extends LiveState {
  readonly stop: () => void;
  readonly resume: () => void;
}

const startWorker = (): Worker =>
  new Worker(new URL('../../../workers/compare.worker.ts', import.meta.url), { type: 'module' });

/** The comparison of two texts, kept in step with them in a worker. `base` is `null` where there is nothing to compare with. */
export function useLiveComparison(
  base: readonly Block[] | null,
  current: readonly Block[] | null,
  language: Language,
): Comparing {
  const [live] = useState(() => new LiveComparison(startWorker));
  const { state, comparison } = useFollowed(live.subscribe, live.get);
  useEffect(() => {
    live.follow(base === null || current === null ? null : { base, current, language });
  }, [base, current, language, live]);
  useEffect(() => () => live.dispose(), [live]);
  return { state, comparison, stop: () => live.stop(), resume: () => live.resume() };
}
