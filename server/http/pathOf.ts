import type { IncomingMessage } from 'node:http';

const ANY_BASE = 'http://localhost';

/** The path that is asked for, without query; `null` for an address that is none. */
export function pathOf(request: IncomingMessage): string | null {
  const address = request.url ?? '/';
  return URL.canParse(address, ANY_BASE) ? new URL(address, ANY_BASE).pathname : null;
}
