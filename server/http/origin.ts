import type { IncomingMessage } from 'node:http';

/** The desktop's own pages; only our program can serve them. */
const DESKTOP_ORIGIN = /^app:\/\/[a-z0-9.-]*$/;
const hostPattern = /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9A-Fa-f:]+\](:\d{1,5})?$/;

/** The `Host` header where it is a plain host and port; else `null`. */
export function hostOf(request: IncomingMessage): string | null {
  const { host } = request.headers;
  return host !== undefined && hostPattern.test(host) ? host : null;
}

/**
 * Whether the page that asks is ours: the server's own, the desktop's, or one that the operator allows. Programs that are no
 * browser send no origin; they are held by the invitation alone. Rule SY13.
 */
export function isOriginAllowed(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  const host = hostOf(request);
  const own = host !== null && (origin === `http://${host}` || origin === `https://${host}`);
  return own || DESKTOP_ORIGIN.test(origin) || allowed.includes(origin);
}
