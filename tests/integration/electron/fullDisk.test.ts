import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { describeFailure } from '#shared/messages/describe';
import { createFiles } from '../../../electron/main/files';

/** Only root may mount a disk of its own to fill; the continuous build and this machine are root. */
const mayMount = process.getuid?.() === 0;

let disk: string;
const mount = (...options: readonly string[]): void => {
  execFileSync('mount', [...options, 'tmpfs', disk]);
};

beforeEach(async () => {
  disk = await mkdtemp(join(tmpdir(), 'programrevisjon-disk-'));
});
afterEach(async () => {
  if (mayMount) execFileSync('umount', [disk]);
  await rm(disk, { recursive: true, force: true });
});

const paper = new Uint8Array(256 * 1024).fill(37);
const papers = { suggestedName: 'Papirer', files: [{ name: 'Forslagshefte.pdf', bytes: paper }] };

test.runIf(mayMount)(
  'F9 on a full disk the former paper stays whole, nothing is left behind, and a sentence says why',
  async () => {
    mount('-t', 'tmpfs', '-o', 'size=64k');
    const path = join(disk, 'Program – Forslagshefte.pdf');
    await writeFile(path, 'forrige utgave');
    const saved = await createFiles().saveAt(path, paper);
    if (saved.ok) throw new Error('the disk was not full');
    expect(describeFailure(saved.failure, 'nb')).toMatch(/disken er full|Disken er full/);
    expect(await readFile(path, 'utf8')).toBe('forrige utgave');
    expect(await readdir(disk)).toEqual(['Program – Forslagshefte.pdf']);
    const folder = await createFiles().saveFolderIn(disk, papers);
    expect(!folder.ok && folder.failure).toMatchObject({ code: 'file-disk-full', params: { name: 'Papirer' } });
    expect(await readdir(disk)).toEqual(['Program – Forslagshefte.pdf']);
  },
);

test.runIf(mayMount)(
  'F9 in a folder that can only be read the former paper stays whole, and a sentence says why',
  async () => {
    mount('-t', 'tmpfs', '-o', 'size=1m');
    const path = join(disk, 'Program – Protokoll.pdf');
    await writeFile(path, 'forrige utgave');
    mount('-o', 'remount,ro');
    const saved = await createFiles().saveAt(path, paper);
    if (saved.ok) throw new Error('the folder could be written');
    expect(saved.failure.code).toBe('file-not-allowed');
    expect(describeFailure(saved.failure, 'nb')).toContain('Program – Protokoll.pdf');
    expect(await readFile(path, 'utf8')).toBe('forrige utgave');
    const folder = await createFiles().saveFolderIn(disk, papers);
    expect(!folder.ok && folder.failure.code).toBe('file-not-allowed');
    expect(await readdir(disk)).toEqual(['Program – Protokoll.pdf']);
  },
);
