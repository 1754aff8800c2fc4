import * as Y from 'yjs';
import { finished } from '../core/turns';
import type { Block } from '../domain/block';
import { sameFormats } from '../domain/formats';
import { findRevision, foldRegister, type RegisterCommand, type RegisterData } from '../register/index';
import { asDraftReads, readDraft, writeTyped } from './draft/index';
import { bringDraftTo } from './programFileDraft';

/** `left`: someone has written in the draft, and it stays as they left it. `unmoved`: there is no new revision to follow. */
export type Following = 'followed' | 'left' | 'unmoved';

/**
 * Whether the command makes a text that the draft did not have before. Freezing does not: what is frozen was written in the draft, and may
 * reach the authority before the keys it was written with.
 */
export const bringsText = ({ type }: RegisterCommand): boolean =>
  type === 'decide' || type === 'revise' || type === 'correctText' || type === 'takeBackDecisions';

const isSame = (a: Block, b: Block): boolean =>
  a.id === b.id &&
  a.text === b.text &&
  a.kind === b.kind &&
  a.marker === b.marker &&
  (a.kind !== 'heading' || a.level === b.level) &&
  sameFormats(a.formats, b.formats);

/** Blocks without any text exist only while someone writes; a revision has none. */
function readsAs(draft: Y.Doc, blocks: readonly Block[]): boolean {
  const written = readDraft(draft).filter(({ text }) => text.trim() !== '');
  return (
    written.length === blocks.length &&
    written.every((block, index) => {
      const wanted = blocks[index];
      return wanted !== undefined && isSame(block, asDraftReads(draft, wanted));
    })
  );
}

/** What the draft does; `update` is what to apply to it at once, before anybody writes again. */
interface Prepared {
  readonly following: Following;
  readonly update: Uint8Array | null;
}

/** What `letDraftFollow` would do, worked out in steps, for whoever has something else to do in between: where somebody writes meanwhile, it begins anew. */
export function* preparedFollowing(
  draft: Y.Doc,
  before: RegisterData,
  now: RegisterData,
): Generator<undefined, Prepared> {
  const former = findRevision(before, foldRegister(before.entries).newest ?? before.baseline);
  const newest = findRevision(now, foldRegister(now.entries).newest);
  if (!newest || newest.id === former?.id) return { following: 'unmoved', update: null };
  let writings = 0;
  const hear = (): void => {
    writings++;
  };
  draft.on('update', hear);
  try {
    for (;;) {
      const writingsBefore = writings;
      yield;
      const scratch = new Y.Doc();
      const written = Y.encodeStateAsUpdate(draft);
      yield;
      Y.applyUpdate(scratch, written);
      yield;
      readDraft(scratch);
      yield;
      const follows = !former || readsAs(scratch, former.blocks);
      if (follows) bringDraftTo(scratch, newest.blocks);
      yield;
      const update = follows ? Y.encodeStateAsUpdate(scratch, Y.encodeStateVector(draft)) : null;
      scratch.destroy();
      writeTyped(draft);
      if (writings === writingsBefore) return { following: follows ? 'followed' : 'left', update };
    }
  } finally {
    draft.off('update', hear);
  }
}

/**
 * Brings the draft to the newest revision of `now` when nobody has written in it since the newest of `before` (the baseline, where that has
 * none): PF9. It comes as one update with the given origin, so that nobody sees a half of it and no undo takes it back.
 */
export function letDraftFollow(draft: Y.Doc, before: RegisterData, now: RegisterData, origin: unknown): Following {
  const { following, update } = finished(preparedFollowing(draft, before, now));
  if (update) Y.applyUpdate(draft, update, origin);
  return following;
}
