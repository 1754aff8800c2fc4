import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { blockId } from '#shared/core/ids';
import { exportPaper, type Format, type View } from '#shared/export';
import { meeting } from '../../unit/export/meeting';
import { blockOf, revisionOf, revisionWith } from '../../unit/export/programmes';

const former = revisionOf([
  '= Program',
  '# Havna',
  '1. Havna skal holdes åpen hele året.',
  '1. Fyrene skal ikke slukkes.',
]);
const called = { number: '1', offset: 'Havna skal holdes åpen'.length, note: blockId('n') };
const now = revisionWith([
  ...['= Program', '# Havna'].map((line, index) => blockOf(line, `b${index}`)),
  { ...blockOf('1. Havna skal holdes åpen hele året.', 'b2'), footnoteRefs: [called] },
  { ...blockOf('Også i is.', 'n'), kind: 'footnote', marker: '1' },
  blockOf('1. Fyrene skal slukkes.', 'b3'),
]);

function paper(view: View, format: Format): Uint8Array {
  const output = exportPaper(view, format, { ...meeting(), newest: now, baseline: former, amendments: [] });
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return output.value.bytes;
}
const wordPart = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

test('E45 a note is the word processor’s own where no lines are numbered, and a paragraph where they are', () => {
  const plain = paper('decided', 'docx');
  expect(wordPart(plain, 'word/footnotes.xml')).toContain('Også i is.');
  expect(wordPart(plain, 'word/document.xml')).not.toContain('Også i is.');
  const numbered = paper('text', 'docx');
  expect(wordPart(numbered, 'word/footnotes.xml')).not.toContain('Også i is.');
  expect(wordPart(numbered, 'word/document.xml')).toContain('Også i is.');
});

test('E55 the tracked paper that is read begins with what became of the text; the one that is edited is the text alone', () => {
  const read = strFromU8(paper('tracked', 'html'));
  expect(read).toContain('Nektelsen «ikke» er borte');
  expect(read).toContain('data:image/svg+xml');
  expect(wordPart(paper('tracked', 'docx'), 'word/document.xml')).not.toContain('Nektelsen');
});
