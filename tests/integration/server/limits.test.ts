import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { createSyncServer, type RunningServer } from '#server/index';
import { acknowledged, call, enter, programmeFile, share, startServer, temporaryFolder, until } from './support';

/** How the server answers a socket: `open`, or the status or code that it refuses or closes with. */
const knock = (url: string, origin?: string): Promise<number | 'open'> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url.replace('http', 'ws'), origin === undefined ? {} : { origin });
    socket.on('open', () => {
      resolve('open');
      socket.close();
    });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('error', () => undefined);
  });

describe('limits', () => {
  const folder = temporaryFolder();
  let server: RunningServer;

  const start = async (limits = {}): Promise<string> => {
    const clientFolder = join(folder.path, 'client');
    mkdirSync(join(clientFolder, 'assets'), { recursive: true });
    writeFileSync(join(clientFolder, 'index.html'), '<!doctype html><title>Klient</title>');
    writeFileSync(join(clientFolder, '.secret'), 'skjult');
    writeFileSync(join(folder.path, 'outside.txt'), 'utenfor');
    server = await startServer(join(folder.path, 'data'), { browserClientFolder: clientFolder, limits });
    return share(server, programmeFile('Punkt.'));
  };

  let log = '';
  beforeEach(() => {
    log = '';
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
        log += parts.map((part) => (part instanceof Error ? String(part.stack) : JSON.stringify(part))).join(' ');
      });
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await server.close();
    folder.remove();
  });

  it('SY11 a message over the limit closes the connection and changes nothing', async () => {
    const invite = await start({ messageBytes: 10_000 });
    const peer = enter(server.url, 'programme/program-1', invite);
    await acknowledged(peer);
    const closed = new Promise<number>((resolve) => {
      peer.socket.on('close', ({ event }: { event: { code: number } }) => {
        resolve(event.code);
      });
    });
    peer.doc.getText('words').insert(0, 'x'.repeat(20_000));
    expect(await closed).toBe(1009);
    peer.leave();
    const other = enter(server.url, 'programme/program-1', invite);
    await acknowledged(other);
    expect(other.doc.getText('words').toJSON()).toBe('Punkt.');
    other.leave();
  });

  it('SY12 who sends too fast is read slowly, loses nothing, and does not hold up others', async () => {
    const invite = await start({ messages: { perSecond: 50, burst: 50 } });
    const fast = enter(server.url, 'programme/program-1', invite);
    const calm = enter(server.url, 'programme/program-1', invite);
    await Promise.all([acknowledged(fast), acknowledged(calm)]);
    const startedAt = performance.now();
    const words = fast.doc.getText('words');
    for (let key = 0; key < 200; key++) words.insert(words.length, 'r');
    calm.doc.getMap('others').set('calm', true);
    await acknowledged(calm);
    expect(fast.provider.unsyncedChanges).toBeGreaterThan(0);
    await acknowledged(fast);
    // 200 messages: at most 50 at once, the others 50 a second.
    expect(performance.now() - startedAt).toBeGreaterThan(2_500);
    await until(() => calm.doc.getText('words').toJSON() === `Punkt.${'r'.repeat(200)}`, 'all of it arrives');
    fast.leave();
    calm.leave();
  });

  it('SY13 only its own pages and the desktop’s may connect', async () => {
    await start();
    const sync = `${server.url}/sync`;
    expect(await knock(sync)).toBe('open');
    expect(await knock(sync, server.url)).toBe('open');
    expect(await knock(sync, 'app://programrevisjon')).toBe('open');
    expect(await knock(sync, 'https://example.org')).toBe(403);
    expect(await knock(sync, 'null')).toBe(403);
    expect(await knock(sync, `${server.url}.example.org`)).toBe(403);
    expect(await knock(`${server.url}/elsewhere`)).toBe(404);
    const posted = await call(server.url, '/api/me', {
      invite: server.adminInvite,
      headers: { Origin: 'https://example.org' },
    });
    expect(posted).toMatchObject({ status: 403, body: { code: 'origin-refused' } });
  });

  it('SY14 what is too large or not understood gets a sentence and changes nothing', async () => {
    const invite = await start();
    const path = '/api/programmes/program-1';
    const large = await call(server.url, `${path}/people`, { invite, body: { name: 'x'.repeat(100_000) } });
    expect(large.status).toBe(413);
    expect(large.body.message).toContain('større enn serveren tar imot');
    for (const body of [{ role: 'king' }, { role: 'editor', more: 1 }, []]) {
      const answer = await call(server.url, `${path}/invites`, { invite, body });
      expect(answer).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    }
    const notJson = await call(server.url, `${path}/commands`, { invite, body: new Uint8Array([0xff, 0x7b]) });
    expect(notJson).toMatchObject({ status: 400, body: { code: 'request-invalid', params: { what: 'JSON' } } });
    const notAFile = await call(server.url, '/api/programmes', { invite, body: new Uint8Array(500) });
    expect(notAFile).toMatchObject({ status: 422, body: { code: 'program-unrecognised' } });
  });

  it('serves the browser client with a strict policy, and nothing outside its folder', async () => {
    await start();
    const page = await fetch(`${server.url}/`);
    expect(await page.text()).toContain('Klient');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const rawStatus = (path: string): Promise<number> =>
      new Promise((resolve, reject) => {
        request(server.url, { path }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
    for (const path of [
      '/../outside.txt',
      '/%2e%2e/outside.txt',
      '/..%2foutside.txt',
      '/.secret',
      '/%00',
      '/%',
      '/assets/',
      '/assets',
      '//',
    ])
      expect([path, await rawStatus(path)]).toEqual([path, 404]);
  });

  it('SY10 no log line holds a name, a text, a vote or an invitation', async () => {
    const invite = await start();
    const path = '/api/programmes/program-1';
    await call(server.url, `${path}/people`, { invite, body: { name: 'Kari Prøve' } });
    await call(server.url, `${path}/commands`, {
      invite,
      body: { command: { type: 'setPhase', phase: 'x' }, actor: null },
    });
    await call(server.url, '/api/me', { invite: 'feil' });
    const stranger = enter(server.url, 'programme/program-1', 'Kari Prøve');
    expect(await stranger.welcome).toBe('refused');
    stranger.leave();
    const peer = enter(server.url, 'programme/program-1', invite);
    await acknowledged(peer);
    peer.doc.getText('words').insert(0, 'Hemmelig');
    await acknowledged(peer);
    // A message that is no message.
    peer.socket.send(new Uint8Array([18, ...new TextEncoder().encode('programme/program-1').subarray(0, 18), 200, 1]));
    peer.leave();
    for (const secret of ['Kari', 'Hemmelig', 'Punkt', invite, server.adminInvite]) expect(log).not.toContain(secret);
  });

  it('one server a data folder; a taken port is told', async () => {
    await start();
    const options = { dataFolder: join(folder.path, 'data'), host: '127.0.0.1', browserClientFolder: null };
    expect(await createSyncServer({ ...options, port: 0 })).toMatchObject({
      ok: false,
      failure: { code: 'data-folder-in-use' },
    });
    const port = Number(new URL(server.url).port);
    expect(await createSyncServer({ ...options, dataFolder: join(folder.path, 'other'), port })).toMatchObject({
      ok: false,
      failure: { code: 'port-in-use', params: { port } },
    });
  });
});
