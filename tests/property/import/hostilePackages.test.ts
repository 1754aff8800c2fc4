import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { exportPaper } from '#shared/export';
import { importDocument } from '#shared/import';
import { meeting } from '../../unit/export/meeting';
import { revisionOf } from '../../unit/export/programmes';

const papers = (['docx', 'odt'] as const).map((format) => {
  const newest = revisionOf(['= Program', '# Jord', 'Laget møtes.', ': Laget vil:', '1. grave', '1. så', '• vanne']);
  const baseline = revisionOf(['= Program', '# Jord', 'Laget møtes ofte.', '1. grave dypt']);
  const output = exportPaper('tracked', format, { ...meeting(), amendments: [], newest, baseline });
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return { name: `p.${format}`, bytes: output.value.bytes };
});

const isAnswer = (name: string, bytes: Uint8Array): boolean => {
  const imported = importDocument({ name, bytes }, countingIds('b'));
  return imported.ok ? imported.value.blocks.length > 0 : imported.failure.params['name'] === name;
};

const paper = fc.constantFrom(...papers);
const place = fc.double({ min: 0, max: 1, noNaN: true });

describe('Damaged packages', () => {
  it('IZ6 with any bytes altered or cut off give a document or a typed failure', () => {
    const alterations = fc.array(fc.record({ place, byte: fc.nat(255) }), { maxLength: 8 });
    fc.assert(
      fc.property(paper, alterations, place, fc.boolean(), ({ name, bytes }, changes, end, cut) => {
        const altered = bytes.slice(0, cut ? Math.floor(end * bytes.length) : bytes.length);
        for (const change of changes) altered[Math.floor(change.place * altered.length)] = change.byte;
        altered.set([0x50, 0x4b].slice(0, altered.length));
        expect(isAnswer(name, altered)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('IZ6 whose parts have pieces moved, doubled or struck give a document or a typed failure', () => {
    fc.assert(
      fc.property(
        paper,
        fc.nat(20),
        fc.array(fc.tuple(place, place, place), { maxLength: 4 }),
        ({ name, bytes }, at, cuts) => {
          const parts = unzipSync(bytes);
          const names = Object.keys(parts);
          const target = names[at % names.length] ?? '';
          // Whole elements move, so that most of what comes out is still XML.
          const pieces = strFromU8(parts[target] ?? new Uint8Array()).split(/(?=<)/);
          for (const [from, to, kind] of cuts) {
            const taken = pieces.splice(Math.floor(from * pieces.length), kind < 0.7 ? 1 : 0);
            if (kind > 0.3) pieces.splice(Math.floor(to * pieces.length), 0, ...taken);
          }
          parts[target] = strToU8(pieces.join(''));
          expect(isAnswer(name, zipSync(parts, { level: 0 }))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
