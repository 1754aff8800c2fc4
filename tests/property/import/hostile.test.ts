import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { importDocument } from '#shared/import';

const read = (name: string, bytes: Uint8Array) => importDocument({ name, bytes }, countingIds('b'));

describe('Any bytes', () => {
  it('IZ1 give a document or a typed failure, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), fc.constantFrom('a.txt', 'a.md', 'a'), (bytes, name) => {
        const imported = read(name, bytes);
        expect(imported.ok ? imported.value.blocks.length > 0 : imported.failure.params['name'] === name).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('IZ2 give the same document every time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const bytes = new TextEncoder().encode(text);
        expect(JSON.stringify(read('a.md', bytes))).toBe(JSON.stringify(read('a.md', bytes)));
      }),
      { numRuns: 40 },
    );
  });

  it('IZ3 text of marks, in one line or many, is read in time that grows with its length', () => {
    const signs = [
      '*',
      '_a ',
      '[',
      '](',
      '![',
      '`',
      '> ',
      '- ',
      '1. ',
      '#',
      '|',
      '<a ',
      '&',
      '~~',
      '.',
      '-\n',
      'a-\n',
      '1. a\n',
      '• a\n',
      'a1 ',
      'a.1\n\n1 b\n\n',
      '  \n',
      '\t',
      'a\tb\n',
      '"',
      'a\n\n',
      '[^1]',
      '<!--',
      '```\n',
    ];
    // Time of the processor, not of the clock: other programs run beside the tests. The better of two, because memory is cleared now and then.
    const once = (bytes: Uint8Array, name: string): number => {
      const start = process.cpuUsage();
      read(name, bytes);
      return process.cpuUsage(start).user / 1000;
    };
    const time = (sign: string, length: number, name: string): number => {
      const bytes = new TextEncoder().encode(`# x\n\n${sign.repeat(Math.ceil(length / sign.length))}`);
      return Math.min(once(bytes, name), once(bytes, name));
    };
    for (const sign of signs) {
      // Quadratic cost would be 64 times as much for 8 times the length.
      const small = Math.max(5, time(sign, 2_000, 'a.md'));
      expect(time(sign, 16_000, 'a.md') / small, JSON.stringify(sign)).toBeLessThan(32);
    }
  });

  it('IZ4 a text of ten megabytes and a line of five are read', () => {
    const sentence = 'Hagelaget vil arbeide for at alle skal få dyrke sin egen mat i byen. ';
    const lines = read('stor.txt', new TextEncoder().encode(`${sentence.repeat(12)}\n\n`.repeat(12_000)));
    expect(lines.ok && lines.value.blocks.length).toBe(12_000);
    const line = read('linje.txt', new TextEncoder().encode(sentence.repeat(72_000)));
    expect(line.ok && line.value.blocks.length).toBe(1);
  });
});
