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
  private readonly telling = new Map<Peer, (update: Uint8Array) => void>();
  private readonly random: () => number;
  private clients = 1;

  constructor(random: () => number) {
    this.random = random;
  }

  /** A new peer that has what is given (its storage), and nothing else. */
  join(name: string, stored: Uint8Array | null): Peer {
    const peer: Peer = { name, doc: new Y.Doc({ guid: name }), online: true };
    this.peers.push(peer);
    this.start(peer, stored);
    return peer;
  }

  /** The peer's window dies and is opened again from its storage. */
  crash(peer: Peer): void {
    const stored = Y.encodeStateAsUpdate(peer.doc);
    peer.doc.destroy();
    peer.doc = new Y.Doc({ guid: peer.name });
    this.start(peer, stored);
  }

  private start(peer: Peer, stored: Uint8Array | null): void {
    const { doc } = peer;
    // Repeatable, and neither rising nor falling with time, since Yjs breaks ties by it.
    doc.clientID = (Math.imul(this.clients++, 0x9e3779b1) >>> 1) + 1;
    if (stored) Y.applyUpdate(doc, stored, REMOTE);
    const tell = (update: Uint8Array): void => {
      for (const to of this.peers) if (to !== peer) this.waiting.push({ to, update });
    };
    this.telling.set(peer, tell);
    doc.on('update', tell);
  }

  /** What comes from others is not told again; nor is it written out for telling, which costs more than reading it. */
  private receive(to: Peer, update: Uint8Array): void {
    const { doc } = to;
    const tell = this.telling.get(to);
    if (tell) doc.off('update', tell);
    Y.applyUpdate(doc, update, REMOTE);
    if (tell) doc.on('update', tell);
  }

  /** Delivers up to `count` waiting messages, chosen at random; some stay to be delivered again. */
  deliver(count: number): void {
    for (let left = count; left > 0 && this.waiting.length > 0; left -= 1) {
      const index = Math.floor(this.random() * this.waiting.length);
      const message = this.waiting[index];
      if (!message?.to.online) continue;
      if (this.random() > 0.1) this.waiting.splice(index, 1);
      this.receive(message.to, message.update);
    }
  }

  /** Everyone comes back and has everything. */
  sync(): void {
    for (const peer of this.peers) peer.online = true;
    const waiting = this.waiting.splice(0);
    while (waiting.length > 0) {
      const [message] = waiting.splice(Math.floor(this.random() * waiting.length), 1);
      if (message) this.receive(message.to, message.update);
    }
    // What was sent before a peer joined never comes to it: the first peer gathers everything, and hands it out.
    const [first, ...others] = this.peers;
    if (!first) return;
    const missing = (from: Peer, to: Peer): Uint8Array => Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc));
    for (const other of others) this.receive(first, missing(other, first));
    for (const other of others) this.receive(other, missing(first, other));
  }
}
