import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sha256Hex } from '#shared/core/hash';
import {
  inspectProgramFile,
  isProgramFile,
  readProgramFile,
  writeProgramFile,
  type ProgrammeFile,
} from '#shared/schema/programFile';
import { madeUpFile } from './madeUpFile';

const file = madeUpFile();
const bytes = writeProgramFile(file);

/** The file with its parts altered by hand, as a stranger with a zip program would; hashes are left as they were. */
function rezip(alter: (parts: Record<string, Uint8Array>) => void, from: Uint8Array = bytes): Uint8Array {
  const parts = unzipSync(from);
  alter(parts);
  return zipSync(parts);
}

function withManifest(alter: (manifest: { format: string; version: number; files: Record<string, string> }) => void) {
  return rezip((parts) => {
    const manifest = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array())) as Parameters<typeof alter>[0];
    alter(manifest);
    parts['manifest.json'] = strToU8(JSON.stringify(manifest));
  });
}

function refusal(content: Uint8Array) {
  const read = readProgramFile(content);
  return read.ok ? null : read.failure;
}

const opened = (content: Uint8Array): ProgrammeFile => {
  const read = readProgramFile(content);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
};

describe('the programme file', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  test('PF1 what is written is read', () => {
    expect(opened(bytes)).toEqual(file);
  });

  test('PF1 the same content gives the same bytes at another time in another zone', () => {
    vi.useFakeTimers({ now: new Date('2031-12-24T03:04:05Z') });
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    const people = { 'p-1': { name: 'Kari Bergsdal' }, 'p-2': { name: 'Åse Ødegård' } };
    expect(writeProgramFile({ ...file, people })).toEqual(bytes);
  });

  test('PF2 writing what was read gives the bytes that were read', () => {
    expect(writeProgramFile(opened(bytes))).toEqual(bytes);
  });

  test('PF4 unknown parts are kept', () => {
    const unknown = new Map([
      ['votes/secret.bin', Uint8Array.from([1, 2, 3])],
      ['../../etc/passwd', strToU8('x')],
    ]);
    const withMore = writeProgramFile({ ...file, unknown });
    expect(opened(withMore).unknown).toEqual(unknown);
    expect(writeProgramFile(opened(withMore))).toEqual(withMore);
  });

  test('PF4 an unknown part never takes the place of a known one', () => {
    const unknown = new Map([['people.json', strToU8('{}')]]);
    expect(opened(writeProgramFile({ ...file, unknown })).people).toEqual(file.people);
  });

  test('PF4 a part with the name of JavaScript’s own machinery cannot harm the others', () => {
    const unknown = new Map([
      ['__proto__', strToU8('x')],
      ['constructor', strToU8('y')],
    ]);
    expect([...opened(writeProgramFile({ ...file, unknown })).unknown.keys()]).toEqual(['constructor']);
  });

  test('PF4 a newer version is refused with its number', () => {
    const newer = withManifest((manifest) => {
      manifest.version = 7;
    });
    expect(refusal(newer)).toEqual({ code: 'program-newer', params: { version: 7 } });
    expect(isProgramFile(newer)).toBe(true);
  });

  const parts = Object.keys(unzipSync(bytes)).filter((name) => name !== 'manifest.json');
  test.each(parts)('PF3 %s is named when it is altered', (part) => {
    const altered = rezip((content) => {
      content[part] = strToU8('[ ]');
    });
    expect(refusal(altered)).toEqual({ code: 'program-part-damaged', params: { part } });
  });

  test.each(parts)('PF3 %s is named when it is missing', (part) => {
    const altered = rezip((content) => {
      Reflect.deleteProperty(content, part);
    });
    expect(refusal(altered)).toEqual({ code: 'program-part-damaged', params: { part } });
  });

  test.each(parts.filter((part) => !part.endsWith('.yjs')))('PF3 %s is named when it has another shape', (part) => {
    const nonsense = strToU8('{"unexpected":[1]}\n');
    const altered = rezip(
      (content) => {
        content[part] = nonsense;
      },
      withManifest((manifest) => {
        manifest.files[part] = sha256Hex(nonsense);
      }),
    );
    const read = readProgramFile(altered);
    expect(read).toEqual({ ok: false, failure: { code: 'program-part-damaged', params: { part } } });
  });

  test('PF3 a part that is altered can still be looked into, to say what is wrong with it', () => {
    const altered = rezip((content) => {
      content['people.json'] = strToU8('{"p-1":{"name":"Ola"}}');
    });
    const inspected = inspectProgramFile(altered);
    expect(inspected.ok && inspected.value.altered).toEqual(['people.json']);
    expect(inspected.ok && inspected.value.file.people).toEqual({ 'p-1': { name: 'Ola' } });
  });

  test('PF3 a file cut short is unreadable', () => {
    expect(refusal(bytes.slice(0, bytes.length - 40))).toEqual({ code: 'program-unreadable', params: {} });
  });

  /** Alters the size that each part says it unpacks to. */
  function declare(content: Uint8Array, alter: (size: number) => number): Uint8Array {
    const altered = content.slice();
    const view = new DataView(altered.buffer);
    for (let offset = 0; offset < altered.length - 28; offset++)
      if (view.getUint32(offset, true) === 0x02014b50)
        view.setUint32(offset + 24, alter(view.getUint32(offset + 24, true)), true);
    return altered;
  }

  test('PF5 a zip bomb is refused by what it declares, before it is unpacked', () => {
    const bomb = declare(bytes, (size) => size + 100 * 1024 * 1024);
    expect(refusal(bomb)).toEqual({ code: 'program-too-large', params: {} });
    expect(isProgramFile(bomb)).toBe(true);
  });

  test('PF5 a part that declares less than it holds is cut off, and named', () => {
    const large = writeProgramFile({ ...file, draft: new Uint8Array(123_456) });
    const bomb = declare(large, (size) => (size === 123_456 ? 16 : size));
    expect(refusal(bomb)).toEqual({ code: 'program-part-damaged', params: { part: 'draft.yjs' } });
  });

  test('PF5 more parts than a programme can have are refused', () => {
    const many = rezip((content) => {
      for (let index = 0; index <= 10_000; index++) content[`x${String(index)}`] = new Uint8Array();
    });
    expect(refusal(many)).toEqual({ code: 'program-too-large', params: {} });
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['text', strToU8('PROGRAM\n\n1. Hage\n')],
    ['another zip', zipSync({ 'word/document.xml': strToU8('<w/>') })],
    [
      'a zip with a foreign manifest',
      zipSync({ 'manifest.json': strToU8('{"format":"other","version":1,"files":{}}') }),
    ],
  ])('PF6 %s is no programme file', (_what, content) => {
    expect(refusal(content)).toEqual({ code: 'program-unrecognised', params: {} });
    expect(isProgramFile(content)).toBe(false);
  });

  test('PF6 one of ours is recognised', () => {
    expect(isProgramFile(bytes)).toBe(true);
  });
});
