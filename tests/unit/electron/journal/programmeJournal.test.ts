import { appendFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '#shared/ipc/platform';
import { programmeId } from '#shared/core/ids';
import { createJournals } from '../../../../electron/main/journal/journals';
import { ProgrammeJournal } from '../../../../electron/main/journal/programmeJournal';

const entryOf = (...bytes: number[]): JournalEntry => ({ document: 'programme', update: new Uint8Array(bytes) });

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'journal-'));
  folder = join(parent, 'one');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

describe('the journal of one programme', () => {
  it('J3 what is acknowledged is in the file', async () => {
    const journal = new ProgrammeJournal(folder);
    await journal.append(entryOf(1, 2));
    const another = new ProgrammeJournal(folder);
    expect(await another.read()).toEqual([entryOf(1, 2)]);
    await journal.close();
  });

  it('J3 J7 a thousand appends at once come back in their order', async () => {
    const journal = new ProgrammeJournal(folder);
    const written = Array.from({ length: 1_000 }, (_, index) => entryOf(index % 256, index >> 8));
    await Promise.all(written.map((entry) => journal.append(entry)));
    expect(await journal.read()).toEqual(written);
    await journal.close();
  });

  it('J2 a journal that is opened again goes on where it was', async () => {
    const first = new ProgrammeJournal(folder);
    await first.append(entryOf(1));
    await first.close();
    const second = new ProgrammeJournal(folder);
    await second.append(entryOf(2));
    expect(await second.read()).toEqual([entryOf(1), entryOf(2)]);
    await second.close();
  });

  it('J5 a torn end is kept aside, and writing goes on after the whole records', async () => {
    const first = new ProgrammeJournal(folder);
    await first.append(entryOf(1));
    await first.close();
    const torn = new Uint8Array([9, 0, 0, 0, 7, 7]);
    await appendFile(join(folder, 'journal.log'), torn);
    const second = new ProgrammeJournal(folder);
    expect(await second.read()).toEqual([entryOf(1)]);
    await second.append(entryOf(2));
    expect(await second.read()).toEqual([entryOf(1), entryOf(2)]);
    expect(new Uint8Array(await readFile(join(folder, 'torn-after-1.bin')))).toEqual(torn);
    await second.close();
  });

  it('J6 compaction puts the new entries in the place of the old, and appends follow them', async () => {
    const journal = new ProgrammeJournal(folder);
    await journal.append(entryOf(1));
    await journal.append(entryOf(2));
    await journal.compact([entryOf(3)]);
    await journal.append(entryOf(4));
    expect(await journal.read()).toEqual([entryOf(3), entryOf(4)]);
    expect(await readdir(folder)).toEqual(['journal.log']);
    await journal.close();
  });

  it('J7 an append that was asked for before a compaction is replaced by it, one asked for after is kept', async () => {
    const journal = new ProgrammeJournal(folder);
    await Promise.all([journal.append(entryOf(1)), journal.compact([entryOf(2)]), journal.append(entryOf(3))]);
    expect(await journal.read()).toEqual([entryOf(2), entryOf(3)]);
    await journal.close();
  });

  it('J9 after a failed write the next one is tried anew', async () => {
    await writeFile(folder, 'a file stands where the folder should be');
    const journal = new ProgrammeJournal(folder);
    await expect(journal.append(entryOf(1))).rejects.toThrow();
    await rm(folder);
    await journal.append(entryOf(2));
    expect(await journal.read()).toEqual([entryOf(2)]);
    await journal.close();
  });
});

describe('the journals of all programmes', () => {
  const programme = programmeId('../../outside');

  it('J8 a journal that two windows use is not compacted until one of them is gone', async () => {
    const journals = createJournals(parent);
    await journals.append(programme, entryOf(1), 1);
    await journals.read(programme, 2);
    expect(await journals.compact(programme, [entryOf(2)], 1)).toMatchObject({
      ok: false,
      failure: { code: 'journal-in-use-elsewhere' },
    });
    journals.forget(2);
    expect(await journals.compact(programme, [entryOf(2)], 1)).toEqual({ ok: true, value: null });
    expect(await journals.read(programme, 1)).toEqual({ ok: true, value: [entryOf(2)] });
    await journals.close();
  });

  it('J8 what a window that is gone has appended stays until the other one has read it', async () => {
    const journals = createJournals(parent);
    await journals.read(programme, 1);
    await journals.read(programme, 2);
    await journals.append(programme, entryOf(1), 1);
    await journals.append(programme, entryOf(2), 2);
    journals.forget(2);
    expect(await journals.compact(programme, [entryOf(1)], 1)).toMatchObject({
      ok: false,
      failure: { code: 'journal-in-use-elsewhere' },
    });
    expect(await journals.read(programme, 1)).toEqual({ ok: true, value: [entryOf(1), entryOf(2)] });
    expect(await journals.compact(programme, [entryOf(3)], 1)).toEqual({ ok: true, value: null });
    expect(await journals.read(programme, 1)).toEqual({ ok: true, value: [entryOf(3)] });
    await journals.close();
  });

  it('J1 a programme’s id is never a path', async () => {
    const journals = createJournals(parent);
    await journals.append(programme, entryOf(1), 1);
    expect(await readdir(parent)).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    await journals.close();
  });

  it('J3 a write that fails is a typed failure', async () => {
    const file = join(parent, 'file');
    await writeFile(file, '');
    const journals = createJournals(file);
    expect(await journals.append(programme, entryOf(1), 1)).toMatchObject({
      ok: false,
      failure: { code: 'journal-unwritable' },
    });
  });
});
