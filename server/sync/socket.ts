import type { WebSocketLike } from '@hocuspocus/server';
import type { RawData, WebSocket } from 'ws';
import { createRateLimit, type RateLimitSettings } from './rateLimit';
import type { RoomServer } from './rooms';

export interface SocketLimits {
  /** Bytes one message may have. */
  readonly messageBytes: number;
  readonly messages: RateLimitSettings;
  /** Bytes that may wait for a reader who does not read. */
  readonly unsentBytes: number;
}

/**
 * An editor sends about 20 messages a second (keys and cursor). One who returns from a day offline sends every key once more, which the
 * burst allows, and the rest of which comes at a steady pace. The largest honest message is the whole draft: 13 000 blocks are 5 MB.
 */
export const defaultSocketLimits: SocketLimits = {
  messageBytes: 32 * 1024 * 1024,
  messages: { perSecond: 200, burst: 2_000 },
  unsentBytes: 64 * 1024 * 1024,
};

const CLOSE_UNSUPPORTED = 1003;
const CLOSE_TRY_LATER = 1013;

const asBytes = (data: RawData): Uint8Array =>
  Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? new Uint8Array(data) : data;

/** Joins one socket to the rooms, with its limits. Size is the socket server's own limit (`maxPayload`). Rule SY12. */
export function attachSocket(socket: WebSocket, hocuspocus: RoomServer, limits: SocketLimits): void {
  const guarded: WebSocketLike = {
    send: (data) => {
      if (socket.bufferedAmount > limits.unsentBytes) socket.close(CLOSE_TRY_LATER, 'reads too slowly');
      else if (data instanceof Uint8Array) socket.send(data);
    },
    close: (code, reason) => {
      socket.close(code, reason);
    },
    get readyState() {
      return socket.readyState;
    },
  };
  const client = hocuspocus.handleConnection(guarded, new Request('http://localhost/sync'));
  const rate = createRateLimit(limits.messages);
  /** What was read before the socket could be paused: at most what the system hands over at once. */
  const waiting: Uint8Array[] = [];
  let timer: NodeJS.Timeout | null = null;

  // Nothing is dropped: the system's own buffers fill, and the sender waits.
  const pump = (): void => {
    timer = null;
    for (let message = waiting[0]; message; message = waiting[0]) {
      const waitMs = rate.take(performance.now());
      if (waitMs > 0) {
        socket.pause();
        timer = setTimeout(pump, waitMs);
        return;
      }
      waiting.shift();
      client.handleMessage(message);
    }
    if (socket.isPaused) socket.resume();
  };

  socket.on('message', (data, isBinary) => {
    if (!isBinary) {
      socket.close(CLOSE_UNSUPPORTED, 'binary messages only');
      return;
    }
    waiting.push(asBytes(data));
    if (timer === null) pump();
  });
  socket.on('close', (code, reason) => {
    if (timer) clearTimeout(timer);
    waiting.length = 0;
    client.handleClose({ code, reason: reason.toString() });
  });
  // The socket closes itself after an error (too large a message, a broken frame); there is nothing to add and nothing to log.
  socket.on('error', () => undefined);
}
