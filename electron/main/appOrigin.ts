import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import type { Protocol, ProtocolRequest, ProtocolResponse } from 'electron';
import { protocol } from 'electron';
import { contentSecurityPolicy } from './contentSecurityPolicy';

const scheme = 'app';
/** The window's own origin: `app://programrevisjon`. A real origin, so that storage, workers and the CSP work as on the web. */
export const appOrigin = `${scheme}://programrevisjon`;

interface ContentType {
  readonly mimeType: string;
  readonly charset?: string;
}

const text = (mimeType: string): ContentType => ({ mimeType, charset: 'utf-8' });

const contentTypes: Readonly<Record<string, ContentType>> = {
  '.html': text('text/html'),
  '.js': text('text/javascript'),
  '.css': text('text/css'),
  '.json': text('application/json'),
  '.svg': { mimeType: 'image/svg+xml' },
  '.png': { mimeType: 'image/png' },
  '.woff2': { mimeType: 'font/woff2' },
  '.woff': { mimeType: 'font/woff' },
  '.ttf': { mimeType: 'font/ttf' },
  '.wasm': { mimeType: 'application/wasm' },
  '.txt': text('text/plain'),
};
const unknownType: ContentType = { mimeType: 'application/octet-stream' };

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
  const notFound = { statusCode: 404, mimeType: 'text/plain', headers, data: Buffer.from('Not found') };
  const answerTo = ({ method, url }: ProtocolRequest): ProtocolResponse => {
    const file = method === 'GET' ? fileOfAddress(url, folder) : null;
    if (file === null) return notFound;
    try {
      // At once: the person waits for some twenty of these, and each turn of Node's own loop costs Electron more than to read a file of its own (a tenth of the start).
      return { headers, ...(contentTypes[extname(file)] ?? unknownType), data: readFileSync(file) };
    } catch {
      return notFound;
    }
  };
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- `handle` takes a tenth of the start (ADR 13)
  protocols.registerBufferProtocol(scheme, (request, answer) => {
    answer(answerTo(request));
  });
}
