/** For each chapter of one side (its heading's index) the chapter of the other where most of its matched words are.
 *  `partnerOf` yields −1 for what is not matched. */
export function chapterMap(
  chapters: Int32Array,
  otherChapters: Int32Array,
  weights: Float64Array,
  partnerOf: (index: number) => number,
): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  let shared = new Map<number, number>();
  let chapter = chapters[0] ?? -1;
  const close = (): void => {
    let most = 0;
    for (const [target, weight] of shared) {
      if (weight <= most) continue;
      best.set(chapter, target);
      most = weight;
    }
    shared = new Map();
  };
  chapters.forEach((own, index) => {
    if (own !== chapter) {
      close();
      chapter = own;
    }
    const partner = partnerOf(index);
    if (partner < 0) return;
    const target = otherChapters[partner] ?? -1;
    shared.set(target, (shared.get(target) ?? 0) + 1 + (weights[index] ?? 0));
  });
  close();
  return best;
}
