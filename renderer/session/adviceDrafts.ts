import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import type { Amendment, Recommendation } from '#shared/amendment/amendment';
import type { Failure } from '#shared/core/failure';
import type { ProgrammeId } from '#shared/core/ids';
import type { Platform } from '#shared/ipc/platform';
import { readAdvice, tidied, writeAdvice, type DraftedAdvice } from '#shared/schema/adviceDoc';
import { longSetting, settingOf } from './longSetting';
import { createStore } from './store';

export interface AdviceState {
  readonly drafts: DraftedAdvice;
  /** Why this machine could not keep them; they are still on the screen, and in the room where there is one. */
  readonly problem: Failure | null;
}

/** Recommendations that are not published: with the others who may publish them where the programme is shared, and on this machine. */
export interface AdviceDrafts {
  readonly get: () => AdviceState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Writes on what is drafted; where nothing is, on what is recommended, or on no recommendation. */
  readonly advise: (amendments: Iterable<Advised>, change: Partial<Recommendation>) => void;
  /** Takes out what was recommended just so; what another wrote in it meanwhile stays for the next time. */
  readonly dropRecommended: (recommended: DraftedAdvice) => void;
}

type Advised = Pick<Amendment, 'id' | 'recommendation'>;

const nothing: Recommendation = { kind: 'none', text: null, reason: '' };

/** What is shown to be written on about an amendment. */
export const adviceOn = (drafts: DraftedAdvice, { id, recommendation }: Advised): Recommendation =>
  drafts.get(id) ?? recommendation ?? nothing;

const isSame = (a: Recommendation | undefined, b: Recommendation): boolean =>
  JSON.stringify(a && tidied(a)) === JSON.stringify(tidied(b));

/** A stored state that is damaged counts as none: the room has it, too. */
function applyStored(doc: Y.Doc, stored: string, origin: unknown): void {
  if (stored === '') return;
  try {
    Y.applyUpdate(doc, fromBase64(stored), origin);
  } catch {
    // Nothing of it was applied that does not hold together.
  }
}

const KEPT = Symbol('kept on this machine');

/**
 * They lie beside the programme and not in it: neither the file, the open rooms nor the register have them before they come out together. What is kept here is the
 * document's state, so that what was published or taken away by another meanwhile does not come back with it.
 */
export function createAdviceDrafts(
  platform: Platform,
  programme: ProgrammeId,
): AdviceDrafts & { readonly doc: Y.Doc; dispose(): Promise<void> } {
  const doc = new Y.Doc();
  let problem: Failure | null = null;
  let drafts: DraftedAdvice | null = null;
  const state = createStore<AdviceState>((former) => {
    drafts ??= readAdvice(doc);
    return former?.drafts === drafts && former.problem === problem ? former : { drafts, problem };
  });
  const kept = longSetting(platform, settingOf('advice', programme), {
    onRead: (stored) => applyStored(doc, stored, KEPT),
    text: () => toBase64(Y.encodeStateAsUpdate(doc)),
    onWritten: (failed) => {
      problem = failed;
      state.touch();
    },
  });
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    drafts = null;
    state.touch();
    if (origin === KEPT) return;
    kept.touch();
  });
  const write = (change: (before: DraftedAdvice) => DraftedAdvice): void => {
    writeAdvice(doc, change(readAdvice(doc)));
    // What is typed is on the screen in the same turn: a field that gets its letter later loses its caret.
    state.refresh();
  };
  return {
    doc,
    get: state.get,
    subscribe: state.subscribe,
    advise: (amendments, change) =>
      write((before) => {
        const next = new Map(before);
        for (const amendment of amendments) next.set(amendment.id, { ...adviceOn(next, amendment), ...change });
        return next;
      }),
    dropRecommended: (recommended) =>
      write((before) => new Map([...before].filter(([id, draft]) => !isSame(recommended.get(id), draft)))),
    dispose: async () => {
      await kept.settled();
      state.dispose();
      doc.destroy();
    },
  };
}
