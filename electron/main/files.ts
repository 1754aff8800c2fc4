import { createHash, randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Failure } from '../../shared/core/failure';
import { failure } from '../../shared/core/failure';
import type { Result } from '../../shared/core/result';
import { fail, ok } from '../../shared/core/result';
import type { FolderRequest, GrantId, OpenedFile } from '../../shared/ipc/platform';
import { writeAtomically, writeFolderAtomically } from './atomicWrite';
import { fileFailure } from './ioFailure';

const largestFileBytes = 256 * 1024 * 1024;
const megabyte = 1024 * 1024;

interface Grant {
  readonly path: string;
  /** The sample that comes with the program is read, never written over. */
  readonly mayWrite: boolean;
  /** A hash of what stood in the file when it was read or written here last. */
  known: string;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface Files {
  /** Reads the file at `path` and gives a grant to it. */
  open(path: string, access: 'read' | 'write'): Promise<Result<OpenedFile & { readonly grant: GrantId }, Failure>>;
  /** Writes to a file that a grant was given for, unless others have written it since (SY35). A grant to read only gives `null`: ask the user where to. */
  save(grant: GrantId, bytes: Uint8Array): Promise<Result<{ grant: GrantId; name: string } | null, Failure>>;
  /** Writes to the file that the user chose in a dialog, and gives a grant to it. */
  saveAt(path: string, bytes: Uint8Array): Promise<Result<{ grant: GrantId; name: string }, Failure>>;
  /** Makes a new folder in the one that the user chose in a dialog. */
  saveFolderIn(parent: string, request: FolderRequest): Promise<Result<{ name: string }, Failure>>;
}

/** Reads at most `largestFileBytes`, so that a device or a file that grows cannot fill the memory. */
async function readWhole(path: string): Promise<Result<Uint8Array, Failure>> {
  const name = basename(path);
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > largestFileBytes) {
        const sizes = { megabytes: Math.ceil(size / megabyte), limit: largestFileBytes / megabyte };
        return fail(failure('file-too-large', { name, ...sizes }));
      }
      return ok(new Uint8Array(await handle.readFile()));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return fail(fileFailure(error, name, 'file-unreadable'));
  }
}

/** Files by grants: the window holds keys, the paths stay here. */
export function createFiles(): Files {
  const grants = new Map<GrantId, Grant>();
  const give = (path: string, mayWrite: boolean, bytes: Uint8Array): GrantId => {
    const grant = randomUUID();
    grants.set(grant, { path, mayWrite, known: hashOf(bytes) });
    return grant;
  };
  const put = async (path: string, bytes: Uint8Array): Promise<Result<null, Failure>> => {
    try {
      await writeAtomically(path, bytes);
      return ok(null);
    } catch (error) {
      return fail(fileFailure(error, basename(path), 'file-unwritable'));
    }
  };
  /** By path: the last that was asked for. A short file is on the disk sooner than a long one that was to be there before it. */
  const underWay = new Map<string, Promise<Result<null, Failure>>>();
  const inTurn = (path: string, act: () => Promise<Result<null, Failure>>): Promise<Result<null, Failure>> => {
    const before = underWay.get(path);
    const done = before ? before.then(act) : act();
    underWay.set(path, done);
    return done;
  };
  /** A file that is gone, or cannot be read, is nobody's work. */
  const putBack = async (grant: Grant, bytes: Uint8Array): Promise<Result<null, Failure>> => {
    const now = await readWhole(grant.path);
    if (now.ok && hashOf(now.value) !== grant.known)
      return fail(failure('file-changed-elsewhere', { name: basename(grant.path) }));
    const written = await put(grant.path, bytes);
    if (written.ok) grant.known = hashOf(bytes);
    return written;
  };

  return {
    async open(path, access) {
      const read = await readWhole(path);
      if (!read.ok) return read;
      return ok({ grant: give(path, access === 'write', read.value), name: basename(path), bytes: read.value });
    },
    async save(grant, bytes) {
      const known = grants.get(grant);
      if (known === undefined) return fail(failure('file-grant-unknown'));
      if (!known.mayWrite) return ok(null);
      const written = await inTurn(known.path, () => putBack(known, bytes));
      return written.ok ? ok({ grant, name: basename(known.path) }) : written;
    },
    async saveAt(path, bytes) {
      const written = await inTurn(path, () => put(path, bytes));
      return written.ok ? ok({ grant: give(path, true, bytes), name: basename(path) }) : written;
    },
    async saveFolderIn(parent, { suggestedName, files }) {
      try {
        return ok({ name: await writeFolderAtomically(parent, suggestedName, files) });
      } catch (error) {
        return fail(fileFailure(error, suggestedName, 'file-unwritable'));
      }
    },
  };
}
