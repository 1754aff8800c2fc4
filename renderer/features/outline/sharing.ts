/**
 * Yields the former item, and the former list, wherever nothing in it changed: a list on the screen draws again only the rows that did.
 * `shown` yields what is shown of an item, as values to be compared.
 */
export function createSharing<T extends { readonly id: string }>(
  shown: (item: T) => readonly unknown[],
): (items: readonly T[]) => readonly T[] {
  let former: readonly T[] = [];
  return (items) => {
    const known = new Map(former.map((item) => [item.id, item]));
    const shared = items.map((item) => {
      const before = known.get(item.id);
      if (!before) return item;
      const values = shown(before);
      return shown(item).every((value, index) => value === values[index]) ? before : item;
    });
    const unchanged = shared.length === former.length && shared.every((item, index) => item === former[index]);
    if (!unchanged) former = shared;
    return former;
  };
}
