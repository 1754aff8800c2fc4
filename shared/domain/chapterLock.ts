import { personId, type BlockId, type PersonId } from '../core/ids';
import type { Timestamp } from '../core/sources';
import type { Block } from './block';

/** While it stands, only some people write in a chapter. A courtesy among those who draft, kept by their windows: see docs/caveats.md. */
export interface ChapterLock {
  /** Who set it, and whom to ask. */
  readonly by: PersonId;
  /** Who else may write there. */
  readonly people: readonly PersonId[];
  /** For which committee, and why, in their words; may be empty. */
  readonly reason: string;
  readonly at: Timestamp;
}

const LONGEST_REASON = 300;
const MOST_PEOPLE = 200;

/** `null` for what is no lock: it may come from a peer. */
export function lockFrom(raw: unknown): ChapterLock | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { by, people, reason, at } = raw as Readonly<Record<string, unknown>>;
  if (typeof by !== 'string' || typeof at !== 'string') return null;
  return {
    by: personId(by),
    people: Array.isArray(people)
      ? people
          .filter((one: unknown) => typeof one === 'string')
          .slice(0, MOST_PEOPLE)
          .map((one: string) => personId(one))
      : [],
    reason: typeof reason === 'string' ? reason.trim().slice(0, LONGEST_REASON) : '',
    at,
  };
}

export type Locks = ReadonlyMap<BlockId, ChapterLock>;

export const mayWriteUnder = ({ by, people }: ChapterLock, person: PersonId): boolean =>
  by === person || people.includes(person);

/** The nearest heading at or over a block; `null` before the first. */
export function headingOver(blocks: readonly Block[], index: number): BlockId | null {
  for (let at = index; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block?.kind === 'heading') return block.id;
  }
  return null;
}

/** A lock, with the heading of the chapter it stands on. */
export interface LockedChapter {
  readonly heading: BlockId;
  readonly lock: ChapterLock;
}

/** What keeps a person from bringing back a heading that is gone: a lock on it that is not theirs would be over it again. */
export function lockOnGone(locks: Locks, heading: BlockId, person: PersonId): LockedChapter | null {
  const lock = locks.get(heading);
  return lock && !mayWriteUnder(lock, person) ? { heading, lock } : null;
}

/**
 * What keeps a person from writing in the block at `index`: the lock of the nearest chapter it lies in that is not theirs. `null` where they
 * may write. Looks from the block up to the start of its chapter, no further.
 */
export function lockAgainst(
  blocks: readonly Block[],
  locks: Locks,
  index: number,
  person: PersonId,
): LockedChapter | null {
  if (locks.size === 0) return null;
  let level = Infinity;
  for (let at = index; at >= 0 && level > 1; at -= 1) {
    const block = blocks[at];
    if (block?.kind === 'title') return null;
    if (block?.kind !== 'heading' || (block.level ?? 1) >= level) continue;
    level = block.level ?? 1;
    const lock = locks.get(block.id);
    if (lock && !mayWriteUnder(lock, person)) return { heading: block.id, lock };
  }
  return null;
}
