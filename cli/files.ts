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

class NotAFile extends Error {}

function reasonOf(error: unknown): string {
  if (error instanceof NotAFile) return 'er ikke en vanlig fil. Velg et annet navn.';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? `kan ikke brukes (${code || String(error)}). Prøv en annen fil.`;
}

/** When a file is made, it is never the file that is missing. */
const isFolderMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

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

/** Where a file is to be written, behind any link. */
interface Target {
  readonly path: string;
  /** Rights of the file that is replaced; `null` for a new one. */
  readonly mode: number | null;
}

/** A device or a folder is never replaced by a file: `-o /dev/null` as root would do away with it. */
async function targetOf(path: string): Promise<Target> {
  const behind = await realpath(path).catch(() => null);
  if (behind === null) return { path, mode: null };
  const kind = await stat(behind);
  if (!kind.isFile()) throw new NotAFile();
  return { path: behind, mode: kind.mode & 0o777 };
}

async function writeTemporary(path: string, mode: number | null, bytes: Uint8Array): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, 'wx', mode ?? 0o666);
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
      const { path: to, mode } = await targetOf(path);
      const from = join(dirname(to), `.${basename(to)}.${randomUUID()}.tmp`);
      temporaries.push(from);
      await writeTemporary(from, mode, bytes);
      moves.push({ from, to });
    }
    for (const { from, to } of moves) {
      current = to;
      await rename(from, to);
      await syncFolder(dirname(to));
    }
    return ok(null);
  } catch (error) {
    const reason = isFolderMissing(error)
      ? `mappen «${dirname(current)}» finnes ikke. Lag mappen, eller velg en annen.`
      : reasonOf(error);
    return unreadable(current, `ingenting er lagret: ${reason}`);
  } finally {
    await Promise.all(temporaries.map((path) => rm(path, { force: true })));
  }
}
