import { describe, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { exportPaper } from '#shared/export';
import { meeting } from './meeting';
import { revisionOf } from './programmes';

const lines = [
  '= Program for havna',
  '# Havna',
  '1. At havna skal være åpen hele døgnet og hele året.',
  '1. At losen får betalt for ventetiden når båten er sen.',
  '1. At båtene pusses hvert år før sesongen begynner.',
  '1. At kaia får lys som alle kan se i mørke netter.',
  '1. At måkene får mat av dem som bor ved kysten.',
  '1. At fyret får en vokter som kan synge.',
  '# Slutt',
  '1. At alt blir bra til sist.',
];

function tracked(after: readonly string[]): string {
  const output = exportPaper('tracked', 'docx', {
    ...meeting(),
    baseline: revisionOf(lines, { prefix: 'a' }),
    newest: revisionOf(after, { prefix: 'b' }),
  });
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return strFromU8(unzipSync(output.value.bytes)['word/document.xml'] ?? new Uint8Array());
}

const namesOf = (xml: string, element: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<w:${element} [^>]*w:name="([^"]+)"`, 'g'))].map(([, name = '']) => name);

describe('E3 moves in Word', () => {
  test('E3 a point that moved within its list is a move, with both places paired by name', () => {
    const after = [...lines];
    const [moved = ''] = after.splice(2, 1);
    after.splice(6, 0, moved);
    const xml = tracked(after);
    expect(namesOf(xml, 'moveFromRangeStart')).toEqual(['move1']);
    expect(namesOf(xml, 'moveToRangeStart')).toEqual(['move1']);
    expect(xml).toMatch(/<w:moveFrom [^>]*><w:r><w:t [^>]*>At havna skal/);
    expect(xml).toMatch(/<w:moveTo [^>]*><w:r><w:t [^>]*>At havna skal/);
  });

  test('E3 a point that moved to stand before a heading is struck and new, for LibreOffice would make the heading a point', () => {
    const after = [...lines];
    const [moved = ''] = after.splice(2, 1);
    after.splice(7, 0, moved);
    const xml = tracked(after);
    expect(namesOf(xml, 'moveFromRangeStart')).toEqual([]);
    expect(xml).toContain('At havna skal');
  });
});
