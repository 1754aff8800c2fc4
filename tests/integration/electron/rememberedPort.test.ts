import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSyncServer, type RunningServer } from '#server/index';
import { startOnRememberedPort } from '../../../electron/main/sharing/rememberedPort';
import { temporaryFolder } from '../server/support';

describe('the port that a machine shares from', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  const start = async (): Promise<RunningServer> => {
    const dataFolder = folder.path;
    const started = await startOnRememberedPort(dataFolder, (port) =>
      createSyncServer({ dataFolder, host: '127.0.0.1', browserClientFolder: null, port }),
    );
    if (!started.ok) throw new Error(started.failure.code);
    return started.value;
  };

  it('is the same after a new start, so that links go on working', async () => {
    const first = await start();
    await first.close();
    const second = await start();
    await second.close();
    expect(second.url).toBe(first.url);
  });

  it('is another where somebody else has taken it', async () => {
    const first = await start();
    await first.close();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(Number(new URL(first.url).port), '127.0.0.1', resolve));
    const second = await start();
    expect(second.url).not.toBe(first.url);
    await second.close();
    await new Promise((resolve) => other.close(resolve));
  });

  it.each(['', 'tull', '-1', '70000', '80.5'])('is a free one where the folder remembers «%s»', async (written) => {
    writeFileSync(join(folder.path, 'port.txt'), written);
    const server = await start();
    expect(Number(new URL(server.url).port)).toBeGreaterThan(0);
    await server.close();
  });
});
