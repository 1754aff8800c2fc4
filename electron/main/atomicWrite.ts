import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Makes a rename or a new file in `folder` last through a power cut. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Puts `content` in the place of the file at `path`: at every moment, also after a crash, the path holds either the whole former
 * file or the whole new one. Rejects with the system's error, and then leaves nothing behind.
 */
export async function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** «Papirer», or «Papirer 2» where that is taken. */
async function freeName(parent: string, wanted: string): Promise<string> {
  let name = wanted;
  for (let count = 2; await isThere(join(parent, name)); count += 1) name = `${wanted} ${String(count)}`;
  return name;
}

/**
 * Makes a new folder in `parent` with all of the files, or nothing at all: it is filled under a name of its own and gets its right one when it is
 * whole. Nothing that is there already is touched. Yields the name it got. Rejects with the system's error, and then leaves nothing behind.
 */
export async function writeFolderAtomically(
  parent: string,
  wanted: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<string> {
  const temporary = join(parent, `.${wanted}.${randomUUID()}.tmp`);
  try {
    await mkdir(temporary);
    for (const { name, bytes } of files) {
      const handle = await open(join(temporary, name), 'wx');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    await syncFolder(temporary);
    const name = await freeName(parent, wanted);
    await rename(temporary, join(parent, name));
    await syncFolder(parent);
    return name;
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}
