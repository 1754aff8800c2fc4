/** Indices of a heaviest strictly increasing subsequence of distinct `values` (a Fenwick tree over ranks; O(n log n)).
 *  With all weights 1 it is a longest one. Ties go to the one that ends earliest. */
export function heaviestIncreasing(values: readonly number[], weightOf: (index: number) => number): readonly number[] {
  const count = values.length;
  const rank = ranksOf(values);
  const bestWeight = new Float64Array(count + 1);
  const bestIndex = new Int32Array(count + 1).fill(-1);
  const previous = new Int32Array(count).fill(-1);
  let endWeight = 0;
  let end = -1;
  for (let index = 0; index < count; index++) {
    let weight = 0;
    let before = -1;
    for (let at = (rank[index] ?? 0) - 1; at > 0; at -= at & -at) {
      if ((bestWeight[at] ?? 0) > weight) {
        weight = bestWeight[at] ?? 0;
        before = bestIndex[at] ?? -1;
      }
    }
    previous[index] = before;
    weight += weightOf(index);
    if (weight > endWeight) {
      endWeight = weight;
      end = index;
    }
    for (let at = rank[index] ?? 0; at <= count && at > 0; at += at & -at) {
      if ((bestWeight[at] ?? 0) >= weight) continue;
      bestWeight[at] = weight;
      bestIndex[at] = index;
    }
  }
  const chosen: number[] = [];
  for (let index = end; index >= 0; index = previous[index] ?? -1) chosen.push(index);
  return chosen.reverse();
}

/** The place of each value among all of them in order, from 1. */
function ranksOf(values: readonly number[]): Int32Array {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const ranks = new Int32Array(values.length);
  if (values.length === 0) return ranks;
  // Places in a text are counted rather than sorted.
  if (most - least < 8 * values.length) {
    const place = new Int32Array(most - least + 1);
    for (const value of values) place[value - least] = 1;
    let rank = 0;
    for (let at = 0; at < place.length; at++) if (place[at] === 1) place[at] = ++rank;
    values.forEach((value, index) => (ranks[index] = place[value - least] ?? 0));
    return ranks;
  }
  const place = new Map<number, number>();
  new Float64Array(values).sort().forEach((value, at) => place.set(value, at + 1));
  values.forEach((value, index) => (ranks[index] = place.get(value) ?? 0));
  return ranks;
}
