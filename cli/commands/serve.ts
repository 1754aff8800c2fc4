import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ok } from '#shared/core/result';
import { readArguments } from '../arguments';
import { systemClock } from '../machine';
import { misused, sentence, unreadable, type Command } from '../outcome';

const usage = 'serve [--data <mappe>] [--port <n>] [--host <adresse>]';

const DEFAULT_PORT = 4680;
const DEFAULT_FOLDER = 'programrevisjon-data';

/** The built browser client, beside the built command line or in the checkout; `null` where it is not built. */
function browserClientFolder(): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let up = 0; up < 4; up++, folder = dirname(folder)) {
    const built = ['browser', 'dist/browser', 'renderer', 'dist/renderer'].map((name) => join(folder, name));
    const found = built.find((candidate) => existsSync(join(candidate, 'index.html')));
    if (found !== undefined) return found;
  }
  return null;
}

const stopRequested = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        done();
      });
  });

export const command: Command = {
  usage,
  async run(args) {
    const given = readArguments(args, {
      usage,
      positionals: 0,
      options: { data: 'value', port: 'value', host: 'value' },
    });
    if (!given.ok) return given;
    const { values } = given.value;
    const port = Number(values.get('port') ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return misused(usage, `«${values.get('port') ?? ''}» er ikke et portnummer.`);
    const dataFolder = resolve(values.get('data') ?? DEFAULT_FOLDER);
    const { createSyncServer } = await import('#server/index');
    const client = browserClientFolder();
    const stopping = stopRequested();
    const started = await createSyncServer({
      dataFolder,
      port,
      host: values.get('host') ?? '127.0.0.1',
      browserClientFolder: client,
      clock: systemClock,
    });
    if (!started.ok) return unreadable(dataFolder, sentence(started.failure));
    const server = started.value;
    const { url, adminInvite } = server;
    if (client === null) process.stderr.write('Nettleserutgaven er ikke bygd; bare synkronisering er i gang.\n');
    process.stdout.write(`${JSON.stringify({ url, adminInvite })}\n`);
    await stopping;
    await server.close();
    return ok({ stdout: '', files: [] });
  },
};
