import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One server a data folder. A listening local socket, not a file with a process id: the system takes it away with the
 * process, however that ends, so that after a kill -9 or in a container (where process ids repeat) nobody is locked out.
 */
export interface FolderLock {
  release(): Promise<void>;
}

function addressFor(folder: string): string {
  const key = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24);
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\programrevisjon-${key}`
    : join(tmpdir(), `programrevisjon-${key}.sock`);
}

const isAnswered = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });

const listen = (address: string): Promise<Server | null> =>
  new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => {
      resolve(null);
    });
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });

/** `null` where another living process holds the folder. The folder must exist. */
export async function lockFolder(folder: string): Promise<FolderLock | null> {
  const address = addressFor(folder);
  let server = await listen(address);
  if (!server && !(await isAnswered(address))) {
    // The socket's file outlived a killed process.
    if (process.platform !== 'win32') rmSync(address, { force: true });
    server = await listen(address);
  }
  if (!server) return null;
  const held = server;
  return {
    release: () =>
      new Promise((resolve) => {
        held.close(() => {
          resolve();
        });
      }),
  };
}
