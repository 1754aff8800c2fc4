import type * as Y from 'yjs';
import type { BlockId, PersonId } from '#shared/core/ids';
import type { Clock, IdSource } from '#shared/core/sources';
import { draftReader, LOCAL, writeTyped, type DraftBlock, type DraftChange } from '#shared/schema/draft';
import { differences } from '#shared/schema/differences';
import {
  beginningId,
  keepChanged,
  keepWhole,
  readMoments,
  sameKept,
  textAt,
  textOfBlocks,
  writeMoment,
} from '#shared/schema/moments';

/** Keeps what this window changes in the draft, as moments of the history. Rules HI1–HI3. */
export interface HistoryRecorder {
  /** Writes down what is not yet written. */
  flush(): void;
  /**
   * Writes down what is not yet written, and before the next change what others have not told, or what came of changes that met: that change may take some of it
   * away, or would be told to have made it.
   */
  catchUp(): void;
  /** Keeps the text as it is now under a name. */
  nameVersion(name: string): void;
  dispose(): void;
}

/** A pause of so long ends a moment; without one it ends after the second time. */
const PAUSE_MS = 15_000;
const LONGEST_MS = 120_000;

interface Recorded {
  readonly draft: Y.Doc;
  readonly comments: Y.Doc;
  readonly undo: Y.UndoManager;
  /** Who writes here; `null` for who may not keep a history. */
  readonly writer: () => PersonId | null;
  readonly sources: { readonly clock: Clock; readonly ids: IdSource };
}

export function recordHistory({ draft, comments, undo, writer, sources }: Recorded): HistoryRecorder {
  const reader = draftReader(draft);
  const changed = new Set<BlockId>();
  let orderChanged = false;
  let isOwn = false;
  /** The text before the first change that is not written down, and when that change came; the reader makes a new list at each change. */
  let before: readonly DraftBlock[] = reader.blocks;
  let since = sources.clock.now();
  let hasChecked = false;
  let pause: ReturnType<typeof setTimeout> | null = null;
  let longest: ReturnType<typeof setTimeout> | null = null;

  const moment = () => ({ id: sources.ids.next(), at: sources.clock.now(), name: null });

  /**
   * What the draft was before this window's first change, where the history does not say so. It begins there, or someone wrote without one, or
   * others have not told yet what they wrote: then it is theirs as soon as they do. Written with that change, not while its first key waits: it is the whole text.
   */
  const tellMissed = (): void => {
    hasChecked = true;
    const then = { ...moment(), at: since, person: null };
    const moments = readMoments(comments).filter(({ at }) => at <= since);
    if (moments.length === 0) {
      writeMoment(comments, { ...then, id: beginningId(then.id), ...keepWhole(before) });
      return;
    }
    const told = textAt(moments, moments.length - 1);
    const missed = differences(told, textOfBlocks(before)).flatMap(({ block, from, to }) =>
      sameKept(from, to) ? [] : [block],
    );
    const isMoved = told.length !== before.length || told.some(({ id }, index) => id !== before[index]?.id);
    if (missed.length === 0 && !isMoved) return;
    const order = isMoved ? before.map(({ id }) => id) : null;
    const byId = new Map(before.map((block) => [block.id, block]));
    writeMoment(comments, { ...then, ...keepChanged(missed, order, (id) => byId.get(id) ?? null) });
  };

  /** Writes down what was changed here, as it stood in `text`. */
  const keep = (text: readonly DraftBlock[]): void => {
    if (pause) clearTimeout(pause);
    if (longest) clearTimeout(longest);
    pause = longest = null;
    const person = writer();
    if (person !== null && (changed.size > 0 || orderChanged)) {
      comments.transact(() => {
        if (!hasChecked) tellMissed();
        const byId = new Map(text.map((block) => [block.id, block]));
        // What went away is among the blocks of before, and not among those of the text.
        if (orderChanged) for (const { id } of before) if (!byId.has(id)) changed.add(id);
        const order = orderChanged ? [...byId.keys()] : null;
        writeMoment(comments, { ...moment(), ...keepChanged(changed, order, (id) => byId.get(id) ?? null), person });
      });
    }
    changed.clear();
    orderChanged = false;
  };
  const flush = (): void => {
    writeTyped(draft);
    keep(reader.blocks);
  };

  /** Whether what others just did took something away where this window wrote what it has not told yet. */
  const isTakenFrom = (text: readonly DraftBlock[], change: DraftChange): boolean =>
    (change.order || [...change.changed].some((id) => changed.has(id))) &&
    text.some(({ id, text: words }) => changed.has(id) && (reader.block(id)?.text.length ?? -1) < words.length);

  const start = ({ origin }: Y.Transaction): void => {
    isOwn = origin === LOCAL || origin === undo;
    if (!isOwn) return;
    if (changed.size > 0 || orderChanged) return;
    before = reader.blocks;
    since = sources.clock.now();
  };
  /** The text before the change that the reader tells of. */
  let latest: readonly DraftBlock[] = reader.blocks;
  const stop = reader.subscribe((change) => {
    const text = latest;
    latest = reader.blocks;
    if (!isOwn) {
      if (isTakenFrom(text, change)) keep(text);
      return;
    }
    for (const id of change.changed) changed.add(id);
    orderChanged ||= change.order;
    if (pause) clearTimeout(pause);
    pause = setTimeout(flush, PAUSE_MS);
    longest ??= setTimeout(flush, LONGEST_MS);
  });
  draft.on('beforeTransaction', start);

  return {
    flush,
    catchUp: () => {
      flush();
      hasChecked = false;
    },
    nameVersion: (name) => {
      flush();
      const person = writer();
      if (person === null) return;
      // Whoever gives a text a name did not write it.
      before = reader.blocks;
      since = sources.clock.now();
      comments.transact(() => {
        tellMissed();
        writeMoment(comments, { ...moment(), ...keepWhole(before), person, name });
      });
    },
    dispose: () => {
      flush();
      stop();
      draft.off('beforeTransaction', start);
    },
  };
}
