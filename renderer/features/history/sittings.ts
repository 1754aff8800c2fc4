import type { BlockId, PersonId } from '#shared/core/ids';
import { movedBetween } from '#shared/schema/differences';
import type { Moment } from '#shared/schema/moments';

/** What one person changed without a longer pause. */
export interface Sitting {
  readonly person: PersonId | null;
  /** Indices of its moments amongst all, oldest first. */
  readonly first: number;
  readonly last: number;
  readonly from: string;
  readonly to: string;
  /** How many blocks it changed or moved. */
  readonly blocks: number;
  /** The name of the version it is, where it is one. */
  readonly name: string | null;
}

const PAUSE_MS = 30 * 60_000;

/** The moments of each person put together, newest first; a named version stands by itself. */
export function sittingsOf(moments: readonly Moment[]): readonly Sitting[] {
  const sittings: { -readonly [Key in keyof Sitting]: Sitting[Key] }[] = [];
  let changed = new Set<BlockId>();
  let orderBefore: readonly BlockId[] | null = null;
  for (const [index, { person, at, blocks, order, name }] of moments.entries()) {
    const touched = [...blocks.keys(), ...(order && orderBefore ? movedBetween(orderBefore, order) : [])];
    orderBefore = order ?? orderBefore;
    const open = sittings.at(-1);
    const goesOn =
      open?.person === person &&
      open.name === null &&
      name === null &&
      person !== null &&
      Date.parse(at) - Date.parse(open.to) < PAUSE_MS;
    if (goesOn) {
      for (const block of touched) changed.add(block);
      Object.assign(open, { last: index, to: at, blocks: changed.size });
    } else {
      changed = new Set(touched);
      sittings.push({ person, first: index, last: index, from: at, to: at, blocks: changed.size, name });
    }
  }
  return sittings.reverse();
}
