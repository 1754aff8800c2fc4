import { randomUUID } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ok, type Result } from '#shared/core/result';
import { unreadable, type FileToWrite, type Problem } from './outcome';

/** More than any programme; keeps a device or a disk image from filling the memory. */
const MAX_INPUT_BYTES = 512 * 1024 * 1024;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'filen finnes ikke. Sjekk navn og mappe.',
  ENOTDIR: 'mappen finnes ikke. Sjekk navn og mappe.',
  EACCES: 'ingen adgang. Sjekk rettighetene.',
  EPERM: 'ingen adgang. Sjekk rettighetene.',
  EISDIR: 'er en mappe, ikke en fil. Velg en fil i den.',
  ENOSPC: 'disken er full. Rydd plass og prøv igjen.',
  EROFS: 'kan ikke skrives her. Velg en annen mappe.',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? `kan ikke brukes (${code || String(error)}). Prøv en annen fil.`;
}

export async function readInput(path: string): Promise<Result<Uint8Array, Problem>> {
  try {
    const kind = await stat(path);
    if (kind.isDirectory()) return unreadable(path, reasons.EISDIR ?? '');
    if (!kind.isFile() && !kind.isFIFO()) return unreadable(path, 'er ikke en vanlig fil. Velg en fil.');
    if (kind.size > MAX_INPUT_BYTES) return unreadable(path, 'filen er for stor. Velg selve dokumentet.');
    return ok(new Uint8Array(await readFile(path)));
  } catch (error) {
    return unreadable(path, reasonOf(error));
  }
}

async function writeTemporary(path: string, bytes: Uint8Array): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, 'wx');
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle?.close();
  }
}

/** The rename itself is on disk only when the folder is. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/**
 * Writes every file whole or leaves the former one: temporary file beside it, fsync, rename. All are on disk before the
 * first is renamed, so that a full disk changes nothing.
 */
export async function writeAll(files: readonly FileToWrite[]): Promise<Result<null, Problem>> {
  const temporaries: string[] = [];
  let current = '';
  try {
    const moves: { readonly from: string; readonly to: string }[] = [];
    for (const { path, bytes } of files) {
      current = path;
      const to = await realpath(path).catch(() => path);
      const from = join(dirname(to), `.${basename(to)}.${randomUUID()}.tmp`);
      temporaries.push(from);
      await writeTemporary(from, bytes);
      moves.push({ from, to });
    }
    for (const { from, to } of moves) {
      current = to;
      await rename(from, to);
      await syncFolder(dirname(to));
    }
    return ok(null);
  } catch (error) {
    return unreadable(current, `kunne ikke lagres: ${reasonOf(error)}`);
  } finally {
    await Promise.all(temporaries.map((path) => rm(path, { force: true })));
  }
}
