export interface Samples {
  readonly median: number;
  readonly raw: readonly number[];
}

/** Milliseconds of wall time: the two sides of a ratio are measured in turn, so that both meet the same neighbours. */
export function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

export const samples = (raw: readonly number[]): Samples => ({
  median: [...raw].sort((x, y) => x - y)[Math.floor(raw.length / 2)] ?? NaN,
  raw,
});

export const shown = ({ median, raw }: Samples): string =>
  `${median.toFixed(1)} ms  [${raw.map((sample) => sample.toFixed(1)).join(' ')}]`;
