import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { blockId, type PersonId } from '#shared/core/ids';
import { draftReader, LOCAL } from '#shared/schema/draft';
import type { LinePattern, Peer } from './types';

/** One window's state in `awareness`. `selection` is the editor's, as JSON with relative positions. */
export interface PresenceState {
  readonly user: {
    readonly person: PersonId;
    readonly name: string;
    readonly colour: string;
    readonly pattern: LinePattern;
  };
  readonly block?: string | null;
  readonly view?: string;
  /** The block that was written in within the last seconds. */
  readonly writes?: string | null;
  readonly selection?: unknown;
}

/** Each has at least 4.5 : 1 against white. */
const colours = ['#9c2f5b', '#1f5fa8', '#2e6b34', '#8a4b08', '#6a3fa0', '#0b6a6f', '#a33a1e', '#4d5b16'] as const;

const patterns = ['solid', 'dashed', 'dotted', 'double'] as const satisfies readonly LinePattern[];

/** The same person has the same colour and line in every window. */
function looksOf(person: PersonId): { readonly colour: string; readonly pattern: LinePattern } {
  let sum = 0;
  for (const character of person) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return {
    colour: colours[sum % colours.length] ?? colours[0],
    pattern: patterns[Math.floor(sum / colours.length) % patterns.length] ?? 'solid',
  };
}

const WRITING_FOR_MS = 4_000;

/** Tells the others in which block this window writes, until its caret leaves that or some seconds after its last word; yields what ends it. */
export function tellWriting(awareness: Awareness, draft: Y.Doc): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let told: string | null = null;
  const tell = (block: string | null): void => {
    if (told === block) return;
    told = block;
    awareness.setLocalStateField('writes', block);
  };
  let written = false;
  const before = ({ origin }: Y.Transaction): void => {
    written = origin === LOCAL;
  };
  const stop = draftReader(draft).subscribe(({ changed }) => {
    if (!written) return;
    const [block] = changed;
    if (block === undefined) return;
    tell(block);
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => tell(null), WRITING_FOR_MS);
  });
  let caretIn: unknown = null;
  const left = (): void => {
    const block: unknown = awareness.getLocalState()?.['block'] ?? null;
    if (block === caretIn) return;
    caretIn = block;
    if (block !== told) tell(null);
  };
  draft.on('beforeTransaction', before);
  awareness.on('change', left);
  return () => {
    stop();
    awareness.off('change', left);
    draft.off('beforeTransaction', before);
    if (timer) clearTimeout(timer);
  };
}

export function tellPresence(awareness: Awareness, person: PersonId, name: string): void {
  awareness.setLocalStateField('user', { person, name, ...looksOf(person) } satisfies PresenceState['user']);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const colourPattern = /^#[0-9a-f]{6}$/;
const LONGEST_NAME = 80;

/** Everyone else, in a steady order. Total: a peer may send anything. */
export function readPeers(awareness: Awareness): readonly Peer[] {
  const peers: Peer[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    const user: unknown = state.user;
    if (clientId === awareness.clientID || !isRecord(user) || typeof user.name !== 'string') continue;
    const { colour, pattern } = user;
    const block: unknown = state.block;
    const writes: unknown = state.writes;
    const view: unknown = state.view;
    peers.push({
      clientId,
      name: user.name.slice(0, LONGEST_NAME),
      colour: typeof colour === 'string' && colourPattern.test(colour) ? colour : colours[0],
      pattern: patterns.find((known) => known === pattern) ?? 'solid',
      block: typeof block === 'string' ? blockId(block) : null,
      view: typeof view === 'string' ? view : null,
      writes: typeof writes === 'string' ? blockId(writes) : null,
    });
  }
  return peers.sort((a, b) => a.clientId - b.clientId);
}

export const samePeers = (a: readonly Peer[], b: readonly Peer[]): boolean =>
  a.length === b.length &&
  a.every((peer, index) => {
    const other = b[index];
    return (
      peer.clientId === other?.clientId &&
      peer.name === other.name &&
      peer.colour === other.colour &&
      peer.pattern === other.pattern &&
      peer.block === other.block &&
      peer.view === other.view &&
      peer.writes === other.writes
    );
  });
