/** How one list becomes another: some places take other items, or one stretch is another one. Small where little changed, so that it can be sent. */
export type ListEdit<T> =
  | { readonly kind: 'set'; readonly items: readonly (readonly [index: number, item: T])[] }
  | { readonly kind: 'splice'; readonly at: number; readonly removed: number; readonly inserted: readonly T[] };

/** Law: `applyEdit(before, editBetween(before, after, same))` is `after`, item for item by `same`. Linear. */
export function editBetween<T>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean = Object.is,
): ListEdit<T> {
  if (before.length === after.length) {
    const items = after.flatMap((item, index): readonly (readonly [number, T])[] =>
      same(before[index] as T, item) ? [] : [[index, item]],
    );
    return { kind: 'set', items };
  }
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && same(before[at] as T, after[at] as T)) at++;
  let kept = 0;
  while (kept < shorter - at && same(before[before.length - 1 - kept] as T, after[after.length - 1 - kept] as T))
    kept++;
  return {
    kind: 'splice',
    at,
    removed: before.length - kept - at,
    inserted: after.slice(at, after.length - kept),
  };
}

export function applyEdit<T>(before: readonly T[], edit: ListEdit<T>): readonly T[] {
  if (edit.kind === 'splice')
    return [...before.slice(0, edit.at), ...edit.inserted, ...before.slice(edit.at + edit.removed)];
  if (edit.items.length === 0) return before;
  const after = [...before];
  for (const [index, item] of edit.items) after[index] = item;
  return after;
}

/** The same edit as several, of at most `size` items each, to be applied one after the other: what is received is unpacked on the receiver's thread. */
export function editInParts<T>(edit: ListEdit<T>, size: number): readonly ListEdit<T>[] {
  const items = edit.kind === 'set' ? edit.items : edit.inserted;
  if (items.length <= size) return [edit];
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, part) => part * size);
  return starts.map((start): ListEdit<T> =>
    edit.kind === 'set'
      ? { ...edit, items: edit.items.slice(start, start + size) }
      : {
          ...edit,
          at: edit.at + start,
          removed: start === 0 ? edit.removed : 0,
          inserted: edit.inserted.slice(start, start + size),
        },
  );
}
