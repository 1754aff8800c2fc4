import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildForTests, type BuiltCli } from './builtCli';

describe('serve', () => {
  let cli: BuiltCli;
  beforeAll(async () => {
    cli = await buildForTests('serve');
  }, 180_000);
  afterAll(() => {
    cli.remove();
  });

  test('prints one line of JSON when it is ready, answers, and stops when it is told to', async () => {
    const server = cli.start('serve', '--port', '0', '--data', cli.path('data'));
    const ended = once(server, 'exit');
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    const first = await lines.next();
    const { url, adminInvite } = JSON.parse(String(first.value)) as { url: string; adminInvite: string };
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(adminInvite.length).toBeGreaterThan(15);
    expect((await fetch(`${url}/api/me`)).status).toBeGreaterThanOrEqual(400);
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect((await lines.next()).done).toBe(true);
    expect(existsSync(cli.path('data'))).toBe(true);
  });

  test('says in one line why it cannot start', async () => {
    cli.write('file', 'not a folder');
    const run = await cli.run('serve', '--port', '0', '--data', cli.path('file'));
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr.trim().split('\n').at(-1)).toContain('file');
  });
});
