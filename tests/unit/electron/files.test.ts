import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from '../../../electron/main/atomicWrite';
import { createFiles } from '../../../electron/main/files';
import { createSettings } from '../../../electron/main/settings';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

describe('files by grants', () => {
  it('F1 a file is opened with its name and bytes, and without its path', async () => {
    await writeFile(join(folder, 'a.txt'), 'tekst');
    const opened = await createFiles().open(join(folder, 'a.txt'), 'write');
    expect(opened).toMatchObject({ ok: true, value: { name: 'a.txt', bytes: bytes('tekst') } });
    expect(JSON.stringify(opened)).not.toContain(folder);
  });

  it('F2 a grant writes back to the file it was given for', async () => {
    const files = createFiles();
    await writeFile(join(folder, 'a.program'), 'før');
    const opened = await files.open(join(folder, 'a.program'), 'write');
    if (!opened.ok) throw new Error('not opened');
    expect(await files.save(opened.value.grant, bytes('etter'))).toMatchObject({
      ok: true,
      value: { name: 'a.program' },
    });
    expect(await readFile(join(folder, 'a.program'), 'utf8')).toBe('etter');
    expect(await readdir(folder)).toEqual(['a.program']);
  });

  it('F3 a grant to read writes nothing, and asks for a place instead', async () => {
    const files = createFiles();
    await writeFile(join(folder, 'sample.txt'), 'eksempel');
    const opened = await files.open(join(folder, 'sample.txt'), 'read');
    if (!opened.ok) throw new Error('not opened');
    expect(await files.save(opened.value.grant, bytes('x'))).toEqual({ ok: true, value: null });
    expect(await readFile(join(folder, 'sample.txt'), 'utf8')).toBe('eksempel');
  });

  it('F4 a key that was never given opens nothing', async () => {
    expect(await createFiles().save(join(folder, 'a'), bytes('x'))).toMatchObject({
      ok: false,
      failure: { code: 'file-grant-unknown' },
    });
  });

  it('F5 a missing file, a folder and a place that is not there are typed failures', async () => {
    const files = createFiles();
    const missing = { ok: false, failure: { code: 'file-not-found', params: { name: 'missing.txt' } } };
    expect(await files.open(join(folder, 'missing.txt'), 'read')).toEqual(missing);
    expect(await files.open(folder, 'read')).toMatchObject({ ok: false, failure: { code: 'file-unreadable' } });
    expect(await files.saveAt(join(folder, 'no', 'new.program'), bytes('x'))).toEqual({
      ok: false,
      failure: { code: 'folder-not-found', params: { name: 'new.program' } },
    });
  });

  it('F6 a write that fails leaves the former file whole and nothing beside it', async () => {
    const occupied = join(folder, 'occupied');
    await mkdir(occupied);
    await expect(writeAtomically(occupied, 'x')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['occupied']);
  });

  it('SY35 what others have saved in the file since is not written over; a place that is chosen is', async () => {
    const files = createFiles();
    const path = join(folder, 'delt.program');
    await writeFile(path, 'først');
    const opened = await files.open(path, 'write');
    if (!opened.ok) throw new Error('not opened');
    const { grant } = opened.value;
    expect(await files.save(grant, bytes('mitt'))).toMatchObject({ ok: true });
    expect(await files.save(grant, bytes('mitt igjen'))).toMatchObject({ ok: true });
    await writeFile(path, 'deres');
    const refused = { ok: false, failure: { code: 'file-changed-elsewhere', params: { name: 'delt.program' } } };
    expect(await files.save(grant, bytes('mitt til slutt'))).toEqual(refused);
    expect(await files.save(grant, bytes('mitt til slutt'))).toEqual(refused);
    expect(await readFile(path, 'utf8')).toBe('deres');
    expect(await files.saveAt(path, bytes('mitt til slutt'))).toMatchObject({ ok: true });
    expect(await readFile(path, 'utf8')).toBe('mitt til slutt');
  });

  it('SY35 a file that is gone is written anew', async () => {
    const files = createFiles();
    const path = join(folder, 'borte.program');
    const saved = await files.saveAt(path, bytes('først'));
    if (!saved.ok) throw new Error('not saved');
    await rm(path);
    expect(await files.save(saved.value.grant, bytes('etter'))).toMatchObject({ ok: true });
    expect(await readFile(path, 'utf8')).toBe('etter');
  });

  it('F8 of two writings of a file, the one that was asked for last stays, however short it is', async () => {
    const files = createFiles();
    const path = join(folder, 'a.program');
    await writeFile(path, 'før');
    const opened = await files.open(path, 'write');
    if (!opened.ok) throw new Error('not opened');
    const { grant } = opened.value;
    await Promise.all([files.save(grant, new Uint8Array(20_000_000)), files.saveAt(path, bytes('sist'))]);
    expect(await readFile(path, 'utf8')).toBe('sist');
  });

  it('F7 a folder of files is whole or not there, and touches nothing that was there before', async () => {
    const files = createFiles();
    const request = {
      suggestedName: 'Papirer',
      files: ['a.pdf', 'b.docx'].map((name) => ({ name, bytes: bytes(name) })),
    };
    expect(await files.saveFolderIn(folder, request)).toEqual({ ok: true, value: { name: 'Papirer' } });
    expect(await readdir(join(folder, 'Papirer'))).toEqual(['a.pdf', 'b.docx']);
    expect(await files.saveFolderIn(folder, request)).toEqual({ ok: true, value: { name: 'Papirer 2' } });
    // A name that no folder can hold stands for whatever goes wrong half-way.
    const broken = { ...request, files: [...request.files, { name: 'c'.repeat(300), bytes: bytes('x') }] };
    expect(await files.saveFolderIn(folder, broken)).toMatchObject({ ok: false, failure: { code: 'file-unwritable' } });
    expect(await files.saveFolderIn(join(folder, 'no'), request)).toEqual({
      ok: false,
      failure: { code: 'folder-not-found', params: { name: 'Papirer' } },
    });
    expect(await readdir(folder)).toEqual(['Papirer', 'Papirer 2']);
  });

  it('F6 a file that is replaced keeps being one whole file to whoever reads it meanwhile', async () => {
    const path = join(folder, 'a.program');
    const versions = ['a', 'b', 'c'].map((letter) => letter.repeat(200_000));
    await writeAtomically(path, versions[0] ?? '');
    const round = { isWriting: true };
    const written = (async () => {
      for (let count = 0; count < 12; count++) await writeAtomically(path, versions[count % 3] ?? '');
      round.isWriting = false;
    })();
    while (round.isWriting) expect(versions).toContain(await readFile(path, 'utf8'));
    await written;
  });
});

describe('settings', () => {
  it('T1 what is written is read again, also by the next start; writes at once are all kept', async () => {
    const path = join(folder, 'settings.json');
    const settings = createSettings(path);
    expect(await settings.read()).toEqual({ ok: true, value: {} });
    await Promise.all([settings.write('language', 'nn'), settings.write('sharing.reach', 'network')]);
    expect(await createSettings(path).read()).toEqual({
      ok: true,
      value: { language: 'nn', 'sharing.reach': 'network' },
    });
  });

  it('T2 a damaged file is told of, and put aside and replaced at the next write', async () => {
    const path = join(folder, 'settings.json');
    await writeFile(path, '{"language":');
    const settings = createSettings(path);
    expect(await settings.read()).toMatchObject({ ok: false, failure: { code: 'settings-unreadable' } });
    expect(await settings.write('language', 'nb')).toEqual({ ok: true, value: null });
    expect(await settings.read()).toEqual({ ok: true, value: { language: 'nb' } });
    expect(await readFile(join(folder, 'settings.json.damaged'), 'utf8')).toBe('{"language":');
  });

  it('T3 a place that cannot be written is a typed failure', async () => {
    const settings = createSettings(join(folder, 'no', 'settings.json'));
    await chmod(folder, 0o500);
    expect(await settings.write('language', 'nb')).toMatchObject({
      ok: false,
      failure: { code: 'settings-unwritable' },
    });
    await chmod(folder, 0o700);
  });
});
