import type { OverviewBand, OverviewEnd, Span } from './layout';

/** More shapes than this are no picture any more, and are slow to draw. */
const MOST_SHAPES = 1_200;

const ascending = (indices: readonly number[]): readonly number[] => [...indices].sort((a, b) => a - b);

const around = (spans: readonly Span[]): Span => ({
  top: spans.reduce((least, { top }) => Math.min(least, top), Infinity),
  bottom: spans.reduce((most, { bottom }) => Math.max(most, bottom), -Infinity),
});

function gather<Shape>(shapes: readonly Shape[], keyOf: (shape: Shape) => string): readonly (readonly Shape[])[] {
  const gathered = new Map<string, Shape[]>();
  for (const shape of shapes) {
    const key = keyOf(shape);
    const known = gathered.get(key);
    if (known) known.push(shape);
    else gathered.set(key, [shape]);
  }
  return [...gathered.values()];
}

/** Shapes of one fate that begin and end within the same few pixels are drawn as one: as few pixels as leave `MOST_SHAPES` of them. Rule O10. */
export function drawTogether(
  bands: readonly OverviewBand[],
  ends: readonly OverviewEnd[],
): { readonly bands: readonly OverviewBand[]; readonly ends: readonly OverviewEnd[] } {
  if (bands.length + ends.length <= MOST_SHAPES) return { bands, ends };
  for (let pixels = 1; ; pixels *= 2) {
    const row = ({ top }: Span): number => Math.floor(top / pixels);
    const bandsTogether = gather(bands, ({ gap, kind, moved, retyped, from, to }) =>
      [gap, kind, moved, retyped, row(from), row(to)].join(' '),
    );
    const endsTogether = gather(ends, (end) => [end.gap, end.kind, row(end)].join(' '));
    // With all of the picture in one row nothing is left to be put together.
    if (bandsTogether.length + endsTogether.length > MOST_SHAPES && pixels < 65_536) continue;
    return { bands: bandsTogether.flatMap(oneBand), ends: endsTogether.flatMap(oneEnd) };
  }
}

function oneBand(some: readonly OverviewBand[]): readonly OverviewBand[] {
  const [first] = some;
  if (first === undefined || some.length === 1) return some;
  return [
    {
      ...first,
      from: around(some.map(({ from }) => from)),
      to: around(some.map(({ to }) => to)),
      base: ascending(some.flatMap(({ base }) => base)),
      current: ascending(some.flatMap(({ current }) => current)),
      together: some.length,
    },
  ];
}

function oneEnd(some: readonly OverviewEnd[]): readonly OverviewEnd[] {
  const [first] = some;
  if (first === undefined || some.length === 1) return some;
  return [
    { ...first, ...around(some), blocks: ascending(some.flatMap(({ blocks }) => blocks)), together: some.length },
  ];
}
