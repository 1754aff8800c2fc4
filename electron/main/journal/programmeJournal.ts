import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readFile, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JournalEntry } from '../../../shared/ipc/platform';
import { syncFolder, writeAtomically } from '../atomicWrite';
import { decodeRecords, encodeRecords } from './record';

interface OpenLog {
  readonly handle: FileHandle;
  sequence: number;
}

interface Waiting {
  readonly entry: JournalEntry;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

async function readOrEmpty(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Uint8Array();
    throw error;
  }
}

/** The journal of one programme (SPEC.md). Its methods reject with the system's error. */
export class ProgrammeJournal {
  private readonly path: string;
  private log: OpenLog | null = null;
  /** Appends that will be written together; `null` where the next one must ask for a turn of its own. */
  private batch: Waiting[] | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly folder: string) {
    this.path = join(folder, 'journal.log');
  }

  /** Resolves once the entry is on disk. */
  append(entry: JournalEntry): Promise<void> {
    return new Promise((done, failed) => {
      const waiting = { entry, done, failed };
      if (this.batch !== null) {
        this.batch.push(waiting);
        return;
      }
      // The first that waits asks for a turn; those that come before it is given are written with it (J3).
      const batch = [waiting];
      void this.inTurn(() => this.write(batch));
      this.batch = batch;
    });
  }

  read(): Promise<readonly JournalEntry[]> {
    return this.inTurn(async () => decodeRecords(await readOrEmpty(this.path)).entries);
  }

  compact(entries: readonly JournalEntry[]): Promise<void> {
    return this.inTurn(async () => {
      await this.shut();
      await mkdir(this.folder, { recursive: true });
      await this.putTornAside(await readOrEmpty(this.path));
      await writeAtomically(this.path, encodeRecords(entries, 0));
    });
  }

  close(): Promise<void> {
    return this.inTurn(() => this.shut());
  }

  /** Runs `work` after all that was asked for before (J7). */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.batch = null; // who appends after this must be written after it
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    if (this.batch === batch) this.batch = null;
    try {
      this.log ??= await this.openLog();
      await this.log.handle.appendFile(
        encodeRecords(
          batch.map(({ entry }) => entry),
          this.log.sequence,
        ),
      );
      await this.log.handle.datasync();
      this.log.sequence += batch.length;
    } catch (error) {
      await this.shut().catch(() => undefined); // J9
      for (const { failed } of batch) failed(error);
      return;
    }
    for (const { done } of batch) done();
  }

  private async openLog(): Promise<OpenLog> {
    await mkdir(this.folder, { recursive: true });
    const content = await readOrEmpty(this.path);
    const whole = await this.putTornAside(content);
    const handle = await open(this.path, 'a');
    await syncFolder(this.folder);
    await syncFolder(dirname(this.folder));
    return { handle, sequence: whole.entries.length };
  }

  /** Moves what cannot be read out of the way and keeps it (J5). */
  private async putTornAside(content: Uint8Array): Promise<ReturnType<typeof decodeRecords>> {
    const whole = decodeRecords(content);
    if (whole.wholeBytes < content.byteLength) {
      const aside = join(this.folder, `torn-after-${String(whole.entries.length)}.bin`);
      await writeAtomically(aside, content.subarray(whole.wholeBytes));
      await truncate(this.path, whole.wholeBytes);
    }
    return whole;
  }

  private async shut(): Promise<void> {
    const log = this.log;
    this.log = null;
    await log?.handle.close();
  }
}
