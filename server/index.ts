import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { failure, type Failure } from '#shared/core/failure';
import { fail, ok, type Result } from '#shared/core/result';
import type { Clock } from '#shared/core/sources';
import { apiPaths } from '#shared/sync';
import { answerApi, type ApiParts } from './http/api';
import { hostOf, isOriginAllowed } from './http/origin';
import { pathOf } from './http/pathOf';
import { sendFailure } from './http/respond';
import { serveClient } from './http/staticClient';
import { openStorage } from './storage/database';
import { createInvitations } from './storage/invitations';
import { createProgrammes } from './storage/programmes';
import { createRoomLog } from './storage/roomLog';
import { createRateLimit, type RateLimit, type RateLimitSettings } from './sync/rateLimit';
import { createRooms } from './sync/rooms';
import { attachSocket, defaultSocketLimits, type SocketLimits } from './sync/socket';

export interface SyncServerOptions {
  /** Where everything is kept; made where it does not exist. One server a folder. */
  readonly dataFolder: string;
  /** `0` takes any free one. */
  readonly port: number;
  readonly host: string;
  /** Folder of the built browser client, `null` to serve none. */
  readonly browserClientFolder: string | null;
  readonly clock?: Clock;
  /** Origins of pages beside the server's own and the desktop's, e.g. a development server's. */
  readonly allowedOrigins?: readonly string[];
  readonly limits?: Partial<SocketLimits>;
  /** Fonts of a packaged program, for typesetting. */
  readonly fontFolder?: string;
}

export interface RunningServer {
  /** `http://127.0.0.1:4680`, without a slash at the end. */
  readonly url: string;
  /** A new one at each start; those of former starts stay valid. */
  readonly adminInvite: string;
  /** Resolves when every socket is closed and everything is on disk. */
  close(): Promise<void>;
}

/** Requests one caller may make: enough for everyone in a meeting room behind one address. */
const requestLimit: RateLimitSettings = { perSecond: 50, burst: 500 };
const MOST_CALLERS_REMEMBERED = 10_000;
const CLOSE_GOING_AWAY = 1001;

const systemClock: Clock = { now: () => new Date().toISOString() };

/** Starts the sync server: rooms, commands and the browser client on one port. */
export async function createSyncServer(options: SyncServerOptions): Promise<Result<RunningServer, Failure>> {
  const clock = options.clock ?? systemClock;
  const limits: SocketLimits = { ...defaultSocketLimits, ...options.limits };
  const allowedOrigins = options.allowedOrigins ?? [];
  const opened = await openStorage(options.dataFolder);
  if (!opened.ok) return opened;
  const storage = opened.value;
  const log = createRoomLog(storage);
  const invitations = createInvitations(storage, clock);
  const programmes = createProgrammes(storage, clock);
  const rooms = createRooms(log, invitations, programmes);
  const { fontFolder } = options;
  const typesetPaper: ApiParts['typesetPaper'] = async (files) => {
    // Loaded when first asked for: it brings a native compiler, and most servers never set a page.
    const { typeset } = await import('./typeset');
    return typeset(files, fontFolder === undefined ? {} : { fontFolder });
  };
  const parts: ApiParts = { rooms, invitations, programmes, clock, typesetPaper };
  const isCallerTooFast = limitCallers();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pathname = pathOf(request);
    if (pathname?.startsWith('/api/')) {
      if (!isOriginAllowed(request, allowedOrigins)) {
        sendFailure(response, failure('origin-refused'));
        return;
      }
      allowCrossOrigin(request, response);
      if (request.method === 'OPTIONS') response.writeHead(204).end();
      else if (isCallerTooFast(request)) sendFailure(response, failure('too-many-requests'));
      else await answerApi(parts, pathname, request, response);
      return;
    }
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const { browserClientFolder } = options;
    const served =
      isRead &&
      pathname !== null &&
      browserClientFolder !== null &&
      (await serveClient(browserClientFolder, pathname, request, response));
    if (!served) sendFailure(response, failure('address-unknown'));
  };

  const http = createServer((request, response) => {
    answer(request, response).catch(() => {
      // Told without the error: its message may quote what someone wrote.
      if (response.headersSent) response.destroy();
      else sendFailure(response, failure('server-failed'));
    });
  });
  // A body that was refused unread must not keep its connection.
  http.requestTimeout = 60_000;

  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes, perMessageDeflate: false });
  http.on('upgrade', (request, socket: Duplex, head) => {
    socket.on('error', () => socket.destroy());
    const pathname = pathOf(request);
    const refusal =
      pathname !== apiPaths.sync ? '404 Not Found' : isOriginAllowed(request, allowedOrigins) ? null : '403 Forbidden';
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      attachSocket(webSocket, rooms.hocuspocus, limits);
    });
  });

  const stop = async (): Promise<void> => {
    const ended = new Promise<void>((resolve) => {
      http.close(() => {
        resolve();
      });
    });
    for (const socket of sockets.clients) socket.close(CLOSE_GOING_AWAY, 'server stops');
    http.closeIdleConnections();
    await rooms.close();
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    http.closeAllConnections();
    await ended;
    log.close();
    await storage.close();
  };
  let stopping: Promise<void> | null = null;
  const close = (): Promise<void> => {
    stopping ??= stop();
    return stopping;
  };

  const listening = await new Promise<Result<AddressInfo | string | null, Failure>>((resolve) => {
    http.once('error', () => {
      resolve(fail(failure('port-in-use', { port: options.port })));
    });
    http.listen(options.port, options.host, () => {
      resolve(ok(http.address()));
    });
  });
  if (!listening.ok) {
    await rooms.close();
    log.close();
    await storage.close();
    return listening;
  }
  const address = listening.value;
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return ok({
    url: `http://${host}:${String(port)}`,
    adminInvite: invitations.create({ programme: null, role: 'secretariat' }),
    close,
  });
}

/** The desktop's pages live on an origin of their own and ask across; invitations are in a header, so that no cookie can be misused. */
function allowCrossOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (origin === undefined || origin.endsWith(`//${hostOf(request) ?? ''}`)) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type');
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
  response.setHeader('Access-Control-Max-Age', '600');
  response.setHeader('Vary', 'Origin');
}

/** Slows down whoever asks too often, by invitation where there is one, else by address. Nothing of either is kept on disk. */
function limitCallers(): (request: IncomingMessage) => boolean {
  const callers = new Map<string, RateLimit>();
  return (request) => {
    const caller = request.headers.authorization ?? request.socket.remoteAddress ?? '';
    if (callers.size > MOST_CALLERS_REMEMBERED) callers.clear();
    const limit = callers.get(caller) ?? createRateLimit(requestLimit);
    callers.set(caller, limit);
    return limit.take(performance.now()) > 0;
  };
}
