import { range, type Range } from '../core/range';

/** Where places of a text stand after it has changed in one spot; those that the change touches are left out (SP6). */
export function followPlaces(before: string, after: string, places: readonly Range[]): readonly Range[] {
  if (before === after || places.length === 0) return places;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const end = before.length - tail;
  const moved = after.length - before.length;
  return places.flatMap((place) => {
    if (place.end < start) return [place];
    if (place.start > end) return [range(place.start + moved, place.end + moved)];
    return [];
  });
}
