import { useCallback, useMemo } from 'react';
import { blockId, type BlockId } from '#shared/core/ids';
import { headingOver, lockAgainst, lockOnGone, mayWriteUnder, type ChapterLock } from '#shared/domain/chapterLock';
import { draftReader, setLock } from '#shared/schema/draft';
import { nowhere, type BlockNote, type KeptOut } from '../features/editor';
import { useStrings } from '../i18n/language';
import type { Peer, ProgrammeSession, SessionSnapshot } from '../session';
import { windowSources } from './sources';
import { useFollowing, type Following } from './useFollowing';

/** What the window shows of the others, and what it keeps its writer from. */
export interface Together {
  readonly following: Following;
  /** What is said of single blocks on the page. */
  readonly notes: ReadonlyMap<BlockId, BlockNote>;
  readonly keptOut: KeptOut;
  /** Who is in which chapter, by its heading. */
  readonly peersIn: ReadonlyMap<BlockId, readonly Peer[]>;
  /** Whether this person may open a lock. */
  readonly mayOpen: (lock: ChapterLock) => boolean;
  readonly lock: (heading: BlockId, lock: Pick<ChapterLock, 'people' | 'reason'> | null) => void;
}

export function useTogether(
  session: ProgrammeSession,
  snapshot: SessionSnapshot,
  surroundings: Parameters<typeof useFollowing>[1],
): Together {
  const words = useStrings().together;
  const { blocks, locks, me, peers, people } = snapshot;
  const reader = draftReader(session.draft);
  const following = useFollowing(peers, surroundings);
  const nameOf = useCallback(
    ({ by }: ChapterLock) => (by === me.person ? words.you : (people[by]?.name ?? words.someone)),
    [me.person, people, words],
  );

  const notes = useMemo(() => {
    const said = new Map<BlockId, BlockNote>();
    for (const [heading, lock] of locks) {
      const name = nameOf(lock);
      said.set(heading, { kind: 'lock', text: words.lockedShort(name), title: words.locked(name, lock.reason) });
    }
    const writers = new Map<BlockId, readonly string[]>();
    for (const { writes, name } of peers)
      if (writes !== null) writers.set(writes, [...(writers.get(writes) ?? []), name]);
    for (const [block, names] of writers)
      if (!said.has(block))
        said.set(block, { kind: 'writes', text: words.writesShort(names), title: words.writes(names) });
    return said;
  }, [locks, nameOf, peers, words]);

  const keptOutOf = useCallback(
    (block: BlockId) => {
      const index = reader.indexOf(block);
      const against =
        index === null ? lockOnGone(locks, block, me.person) : lockAgainst(reader.blocks, locks, index, me.person);
      return against && words.keptOut(nameOf(against.lock), against.lock.reason);
    },
    [locks, me.person, nameOf, reader, words],
  );

  // By name, so that the outline is the same as long as nobody goes to another chapter, whatever is written. Not from the reader, which is the same object when the blocks are others.
  const headings = peers
    .map((peer) =>
      headingOver(
        blocks,
        blocks.findIndex(({ id }) => id === peer.block),
      ),
    )
    .join(' ');
  const peersIn = useMemo(() => {
    const found = new Map<BlockId, readonly Peer[]>();
    for (const [index, name] of headings.split(' ').entries()) {
      const peer = peers[index];
      if (name !== '' && peer) found.set(blockId(name), [...(found.get(blockId(name)) ?? []), peer]);
    }
    return found;
  }, [headings, peers]);

  return {
    following,
    notes,
    keptOut: locks.size === 0 ? nowhere : keptOutOf,
    peersIn,
    mayOpen: (lock) => me.role === 'secretariat' || mayWriteUnder(lock, me.person),
    lock: (heading, lock) =>
      setLock(session.draft, heading, lock && { ...lock, by: me.person, at: windowSources.clock.now() }),
  };
}
