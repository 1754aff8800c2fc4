import { useEffect, useState } from 'react';
import type { Language } from '#shared/core/failure';
import type { Block } from '#shared/domain/block';
import { useFollowed } from '../../../ui/useFollowed';
import { untilIdle } from '../../../ui/untilIdle';
import { LiveComparison, type LiveState, type Soon } from './liveComparison';

export interface Comparing extends LiveState {
  readonly stop: () => void;
  readonly resume: () => void;
}

const startWorker = (): Worker =>
  new Worker(new URL('../../../workers/compare.worker.ts', import.meta.url), { type: 'module' });

/** So long at most a comparison of whole texts waits for the texts to be on the screen: to begin it takes the processors from who paints them. */
const LATEST_BEGIN_MS = 300;

const whenIdle: Soon = (act) => {
  let isCalledOff = false;
  void untilIdle(LATEST_BEGIN_MS).then(() => {
    if (!isCalledOff) act();
  });
  return () => {
    isCalledOff = true;
  };
};

/** The comparison of two texts, kept in step with them in a worker. `base` is `null` where there is nothing to compare with. */
export function useLiveComparison(
  base: readonly Block[] | null,
  current: readonly Block[] | null,
  language: Language,
): Comparing {
  const [live] = useState(() => new LiveComparison(startWorker, undefined, whenIdle));
  const { state, comparison } = useFollowed(live.subscribe, live.get);
  useEffect(() => {
    live.follow(base === null || current === null ? null : { base, current, language });
  }, [base, current, language, live]);
  useEffect(() => () => live.dispose(), [live]);
  return { state, comparison, stop: () => live.stop(), resume: () => live.resume() };
}
