/** So many entries may lie above the rest before all are put together again. */
const MOST_ABOVE = 64;

/**
 * A map that shares nearly all its entries with the one it was made from: copying tens of thousands for each key that is pressed would take longer than a frame.
 * Values take others' places; keys neither come nor go.
 */
export class LayeredMap<Key, Value> implements ReadonlyMap<Key, Value> {
  private readonly below: ReadonlyMap<Key, Value>;
  private readonly above: ReadonlyMap<Key, Value>;

  constructor(below: ReadonlyMap<Key, Value>, above: ReadonlyMap<Key, Value> = new Map()) {
    this.below = below;
    this.above = above;
  }

  /** The same map with other values for some of its keys. */
  with(others: Iterable<readonly [Key, Value]>): LayeredMap<Key, Value> {
    const above = new Map([...this.above, ...others]);
    return above.size <= MOST_ABOVE
      ? new LayeredMap(this.below, above)
      : new LayeredMap(new Map([...this.below, ...above]));
  }

  get size(): number {
    return this.below.size;
  }

  get(key: Key): Value | undefined {
    return this.above.has(key) ? this.above.get(key) : this.below.get(key);
  }

  has(key: Key): boolean {
    return this.below.has(key);
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  keys(): MapIterator<Key> {
    return this.below.keys();
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this) yield value;
  }

  entries(): MapIterator<[Key, Value]> {
    return this[Symbol.iterator]();
  }

  *[Symbol.iterator](): MapIterator<[Key, Value]> {
    for (const [key, value] of this.below) yield [key, this.above.has(key) ? (this.above.get(key) as Value) : value];
  }
}
