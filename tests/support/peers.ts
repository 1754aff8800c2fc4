import * as Y from 'yjs';

/** Small, seeded and repeatable: mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Peer {
  readonly name: string;
  doc: Y.Doc;
  online: boolean;
}

const REMOTE = Symbol('from the network');

/**
 * A network of peers as an object: what a peer changes waits for every other peer, is delivered one message at a time in any order, sometimes
 * twice, and not at all to a peer that is offline. Driven by one random source: the same seed gives the same run.
 */
export class SimulatedNetwork {
  readonly peers: Peer[] = [];
  private readonly waiting: { readonly to: Peer; readonly update: Uint8Array }[] = [];
  private readonly random: () => number;
  private clients = 1;

  constructor(random: () => number) {
    this.random = random;
  }

  /** A new peer that has what is given (its storage), and nothing else. */
  join(name: string, stored: Uint8Array | null): Peer {
    const peer: Peer = { name, doc: new Y.Doc(), online: true };
    this.peers.push(peer);
    this.start(peer, stored);
    return peer;
  }

  /** The peer's window dies and is opened again from its storage. */
  crash(peer: Peer): void {
    const stored = Y.encodeStateAsUpdate(peer.doc);
    peer.doc.destroy();
    peer.doc = new Y.Doc();
    this.start(peer, stored);
  }

  private start(peer: Peer, stored: Uint8Array | null): void {
    const { doc } = peer;
    // Repeatable, and neither rising nor falling with time, since Yjs breaks ties by it.
    doc.clientID = (Math.imul(this.clients++, 0x9e3779b1) >>> 1) + 1;
    if (stored) Y.applyUpdate(doc, stored, REMOTE);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === REMOTE) return;
      for (const to of this.peers) if (to !== peer) this.waiting.push({ to, update });
    });
  }

  /** Delivers up to `count` waiting messages, chosen at random; some stay to be delivered again. */
  deliver(count: number): void {
    for (let left = count; left > 0 && this.waiting.length > 0; left -= 1) {
      const index = Math.floor(this.random() * this.waiting.length);
      const message = this.waiting[index];
      if (!message?.to.online) continue;
      if (this.random() > 0.1) this.waiting.splice(index, 1);
      Y.applyUpdate(message.to.doc, message.update, REMOTE);
    }
  }

  /** Everyone comes back and has everything. */
  sync(): void {
    for (const peer of this.peers) peer.online = true;
    const waiting = this.waiting.splice(0);
    while (waiting.length > 0) {
      const [message] = waiting.splice(Math.floor(this.random() * waiting.length), 1);
      if (message) Y.applyUpdate(message.to.doc, message.update, REMOTE);
    }
    for (const from of this.peers) {
      for (const to of this.peers) {
        if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), REMOTE);
      }
    }
  }
}
