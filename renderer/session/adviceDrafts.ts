import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import type { Failure } from '#shared/core/failure';
import type { ProgrammeId } from '#shared/core/ids';
import type { Platform } from '#shared/ipc/platform';
import { readAdvice, writeAdvice, type DraftedAdvice } from '#shared/schema/adviceDoc';
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
  readonly write: (change: (before: DraftedAdvice) => DraftedAdvice) => void;
}

/** What one setting holds at most is 100 000 units (`settings.write`); 500 recommendations with their texts may be more. */
const PART_LENGTH = 90_000;

const keyOf = (programme: ProgrammeId, part: number): string => `advice.${programme.replaceAll('_', '.')}.${part}`;

/** The parts in a row, up to the first that is empty or not there. */
function storedIn(settings: Readonly<Record<string, string>>, programme: ProgrammeId): string {
  let stored = '';
  for (let part = 0; ; part++) {
    const value = settings[keyOf(programme, part)] ?? '';
    if (value === '') return stored;
    stored += value;
  }
}

/** A stored state that is damaged counts as none: the room has it, too. */
function applyStored(doc: Y.Doc, stored: string, origin: unknown): void {
  if (stored === '') return;
  try {
    Y.applyUpdate(doc, fromBase64(stored), origin);
  } catch {
    // Nothing of it was applied that does not hold together.
  }
}

async function store(platform: Platform, programme: ProgrammeId, doc: Y.Doc): Promise<Failure | null> {
  const text = toBase64(Y.encodeStateAsUpdate(doc));
  const parts = Math.ceil(text.length / PART_LENGTH);
  // One more, empty: a longer text of before ends there.
  for (let part = 0; part <= parts; part++) {
    const value = text.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH);
    const written = await platform.writeSetting(keyOf(programme, part), value);
    if (!written.ok) return written.failure;
  }
  return null;
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
  /** One write at a time; what came meanwhile goes with the next. */
  let changes = 0;
  let keeping: Promise<void> | null = null;
  let drafts: DraftedAdvice | null = null;
  const state = createStore<AdviceState>((former) => {
    drafts ??= readAdvice(doc);
    return former?.drafts === drafts && former.problem === problem ? former : { drafts, problem };
  });
  const keepAll = async (): Promise<void> => {
    for (let kept = 0; kept !== changes;) {
      kept = changes;
      problem = await store(platform, programme, doc);
      state.touch();
    }
    keeping = null;
  };
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    drafts = null;
    state.touch();
    if (origin === KEPT) return;
    changes += 1;
    keeping ??= keepAll();
  });
  void platform.readSettings().then((settings) => {
    if (settings.ok && !doc.isDestroyed) applyStored(doc, storedIn(settings.value, programme), KEPT);
  });
  return {
    doc,
    get: state.get,
    subscribe: state.subscribe,
    write: (change) => {
      writeAdvice(doc, change(readAdvice(doc)));
      // What is typed is on the screen in the same turn: a field that gets its letter later loses its caret.
      state.refresh();
    },
    dispose: async () => {
      await keeping;
      state.dispose();
      doc.destroy();
    },
  };
}
