import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import type { Protocol } from 'electron';
import { protocol } from 'electron';
import { contentSecurityPolicy } from './contentSecurityPolicy';

const scheme = 'app';
/** The window's own origin: `app://programrevisjon`. A real origin, so that storage, workers and the CSP work as on the web. */
export const appOrigin = `${scheme}://programrevisjon`;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** The file that an address of ours means, or `null` where it would lie outside `folder`. */
export function fileOfAddress(address: string, folder: string): string | null {
  let path: string;
  try {
    const url = new URL(address);
    if (url.protocol !== `${scheme}:` || `${scheme}://${url.host}` !== appOrigin) return null;
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  return file.startsWith(normalize(folder) + sep) ? file : null;
}

/**
 * Serves the built renderer from `folder`, each answer with the policy on it. No `Cross-Origin-Opener-Policy`: nothing can open our window and it can open nothing
 * (`confine`), so it would part what is alone; and Chromium would start a second process for the page and throw away the one that stands ready.
 */
export function serveAppOrigin(protocols: Protocol, folder: string): void {
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(null),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
  protocols.handle(scheme, (request) => {
    const file = request.method === 'GET' ? fileOfAddress(request.url, folder) : null;
    if (file === null) return new Response('Not found', { status: 404, headers });
    try {
      // At once: the person waits for some twenty of these, and each turn of Node's own loop costs Electron more than to read a file of its own (a tenth of the start).
      const content = readFileSync(file);
      const contentType = contentTypes[extname(file)] ?? 'application/octet-stream';
      return new Response(content, { headers: { ...headers, 'Content-Type': contentType } });
    } catch {
      return new Response('Not found', { status: 404, headers });
    }
  });
}
