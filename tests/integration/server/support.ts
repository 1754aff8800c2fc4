import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { programmeId, type ProgrammeId } from '#shared/core/ids';
import { writeProgramFile, type ProgrammeFile } from '#shared/schema/programFile';
import { createSyncServer, type RunningServer, type SyncServerOptions } from '#server/index';

/** A folder that is gone after the test. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'programrevisjon-test-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Outside the range from which the system gives ports to callers, so that a server that comes back finds its port free. */
const FIRST_PORT = 20_000;
const PORTS = 10_000;
const TRIES = 50;
let portsTried = process.pid * 37;

export async function startServer(
  dataFolder: string,
  options: Partial<SyncServerOptions> = {},
): Promise<RunningServer> {
  for (let attempt = 0; ; attempt++) {
    const port = options.port ?? FIRST_PORT + (portsTried++ % PORTS);
    const started = await createSyncServer({
      dataFolder,
      host: '127.0.0.1',
      browserClientFolder: null,
      ...options,
      port,
    });
    if (started.ok) return started.value;
    if (started.failure.code !== 'port-in-use' || options.port !== undefined || attempt === TRIES)
      throw new Error(JSON.stringify(started.failure));
  }
}

export const someProgramme: ProgrammeId = programmeId('program-1');

/** A programme file whose draft holds `text` under the key `words`. */
export function programmeFile(text: string, changes: Partial<ProgrammeFile> = {}): Uint8Array {
  const draft = new Y.Doc();
  draft.getText('words').insert(0, text);
  const comments = new Y.Doc();
  return writeProgramFile({
    programme: someProgramme,
    baseline: null,
    revisions: [],
    entries: [],
    people: {},
    draft: Y.encodeStateAsUpdate(draft),
    comments: Y.encodeStateAsUpdate(comments),
    importReport: [],
    unknown: new Map(),
    ...changes,
  });
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export async function call(
  url: string,
  path: string,
  {
    invite,
    body,
    method = body === undefined ? 'GET' : 'POST',
    headers = {},
  }: {
    readonly invite?: string;
    readonly body?: Uint8Array | object;
    readonly method?: string;
    readonly headers?: Record<string, string>;
  } = {},
): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { ...(invite === undefined ? {} : { Authorization: `Bearer ${invite}` }), ...headers },
    ...(body === undefined ? {} : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

/** Shares a programme and yields the secretariat's invitation to it. */
export async function share(server: RunningServer, file: Uint8Array = programmeFile('')): Promise<string> {
  const answer = await call(server.url, '/api/programmes', { invite: server.adminInvite, body: file });
  if (typeof answer.body.invite !== 'string') throw new Error(JSON.stringify(answer));
  return answer.body.invite;
}

export async function inviteFor(server: RunningServer, secretariat: string, role: string): Promise<string> {
  const answer = await call(server.url, `/api/programmes/${someProgramme}/invites`, {
    invite: secretariat,
    body: { role },
  });
  if (typeof answer.body.invite !== 'string') throw new Error(JSON.stringify(answer));
  return answer.body.invite;
}

export interface Peer {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly socket: HocuspocusProviderWebsocket;
  /** What the server said to the invitation. */
  readonly welcome: Promise<'read-write' | 'readonly' | 'refused'>;
  leave(): void;
}

/** Closed while it is still being opened, a socket says so as an error; whoever left hears no more. */
class LeavableWebSocket extends WebSocket {
  constructor(...about: ConstructorParameters<typeof WebSocket>) {
    super(...about);
    this.on('error', () => undefined);
  }
}

export function enter(url: string, room: string, token: string | null, doc = new Y.Doc()): Peer {
  const socket = new HocuspocusProviderWebsocket({
    url: `${url.replace('http', 'ws')}/sync`,
    WebSocketPolyfill: LeavableWebSocket,
    delay: 20,
    minDelay: 20,
    maxDelay: 100,
  });
  let settle: (welcome: 'read-write' | 'readonly' | 'refused') => void = () => undefined;
  const welcome = new Promise<'read-write' | 'readonly' | 'refused'>((resolve) => {
    settle = resolve;
  });
  const provider = new HocuspocusProvider({
    name: room,
    document: doc,
    token,
    websocketProvider: socket,
    onAuthenticated: ({ scope }) => {
      settle(scope === 'readonly' ? 'readonly' : 'read-write');
    },
    onAuthenticationFailed: () => {
      settle('refused');
    },
  });
  provider.attach();
  return {
    doc,
    provider,
    socket,
    welcome,
    leave: () => {
      provider.destroy();
      socket.destroy();
    },
  };
}

/** Waits for something that will happen, checking at every turn of the event loop's timers; fails by the test's own time limit. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  timeoutMs = 20_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const acknowledged = (peer: Peer): Promise<void> =>
  until(() => peer.provider.synced && !peer.provider.hasUnsyncedChanges, 'acknowledgement');
