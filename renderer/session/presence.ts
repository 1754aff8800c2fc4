import type { Awareness } from 'y-protocols/awareness';
import { blockId, type PersonId } from '#shared/core/ids';
import type { Peer } from './types';

/** One window's state in `awareness`. `selection` is the editor's, as JSON with relative positions. */
export interface PresenceState {
  readonly user: { readonly person: PersonId; readonly name: string; readonly colour: string };
  readonly block?: string | null;
  readonly selection?: unknown;
}

/** Each has at least 4.5 : 1 against white. */
const colours = ['#9c2f5b', '#1f5fa8', '#2e6b34', '#8a4b08', '#6a3fa0', '#0b6a6f', '#a33a1e', '#4d5b16'] as const;

/** The same person has the same colour in every window. */
function colourOf(person: PersonId): string {
  let sum = 0;
  for (const character of person) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return colours[sum % colours.length] ?? colours[0];
}

export function tellPresence(awareness: Awareness, person: PersonId, name: string): void {
  awareness.setLocalStateField('user', { person, name, colour: colourOf(person) } satisfies PresenceState['user']);
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
    const { colour } = user;
    const block: unknown = state.block;
    peers.push({
      clientId,
      name: user.name.slice(0, LONGEST_NAME),
      colour: typeof colour === 'string' && colourPattern.test(colour) ? colour : colours[0],
      block: typeof block === 'string' ? blockId(block) : null,
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
      peer.block === other.block
    );
  });
