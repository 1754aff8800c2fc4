import type { DraftReader } from './reader';
import { keysBetween } from './orderKeys';
import { setField } from './writing';

interface Seat {
  readonly id: string;
  /** The key it stands by now; `''` when it has none yet. */
  readonly key: string;
  readonly needsKey: boolean;
}

/**
 * Keys that put the seats in the order given, for those that need one and for as few others as must follow suit: those that stood by the
 * key of a block before them. Walks once over the seats.
 */
function keysFor(seats: readonly Seat[], salt: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  let low = '';
  for (let index = 0; index < seats.length;) {
    const seat = seats[index];
    if (seat === undefined) break;
    if (!seat.needsKey) {
      if (seat.key > low) low = seat.key;
      index += 1;
      continue;
    }
    const run: Seat[] = [];
    let end = index;
    for (let next = seats[end]; next !== undefined && (next.needsKey || next.key <= low); next = seats[end]) {
      run.push(next);
      end += 1;
    }
    const fresh = keysBetween(low || null, seats[end]?.key ?? null, run.length, salt);
    for (const [nth, { id }] of run.entries()) {
      const key = fresh[nth];
      if (key === undefined) continue;
      keys.set(id, key);
      low = key;
    }
    index = end;
  }
  return keys;
}

/** Whether a block stands where it does only because it follows one of `moved`, directly or through others. */
function hangsOn(reader: DraftReader, block: string, moved: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  for (let at = reader.structure.leaderOf(block); at !== null && !seen.has(at); at = reader.structure.leaderOf(at)) {
    if (moved.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/**
 * Keys that bring `ids` (shown or new, in this order) right after the block `after` (`null`: to the start). What followed a moved block and
 * is not itself moved gets a key too, so that it stays.
 */
export function placementKeys(
  reader: DraftReader,
  ids: readonly string[],
  after: string | null,
): ReadonlyMap<string, string> {
  const moved = new Set(ids);
  const seats: Seat[] = reader.structure.placed
    // A footnote that stands where its marker does has no say in the order.
    .filter(({ id, calledBy }) => !moved.has(id) && calledBy === null)
    .map(({ id, key, follows }) => ({ id, key, needsKey: follows !== null && hangsOn(reader, id, moved) }));
  const beside = after === null ? null : (reader.placed(after)?.calledBy ?? after);
  const at = beside === null ? 0 : seats.findIndex(({ id }) => id === beside) + 1;
  const position = beside !== null && at === 0 ? seats.length : at;
  seats.splice(position, 0, ...ids.map((id) => ({ id, key: '', needsKey: true })));
  return keysFor(seats, `${reader.doc.clientID} ${ids[0] ?? ''}`);
}

/** Writes keys: a moved block's is its order, any other's is only where it rests until someone moves it. */
export function writeKeys(reader: DraftReader, keys: ReadonlyMap<string, string>, moved: ReadonlySet<string>): void {
  for (const [id, key] of keys) {
    const field = moved.has(id) || reader.entry(id).order !== null ? 'order' : 'rest';
    setField(reader, id, field, key);
  }
}
