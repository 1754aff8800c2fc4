import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { numberBlocks } from '#shared/domain/numbering';
import type { Revision } from '#shared/domain/revision';
import { exportPaper, type Format } from '#shared/export';
import { importDocument, toImportJson, type ImportedDocument } from '#shared/import';
import { sharedMaterial } from '../../support/sharedMaterial';
import { meeting, sampleFile, sampleLines } from '../../unit/export/meeting';
import { revisionOf, revisionWith } from '../../unit/export/programmes';

function read(name: string, bytes: Uint8Array): ImportedDocument {
  const result = importDocument({ name, bytes }, countingIds('i'));
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function write(newest: Revision, format: Format): Uint8Array {
  const result = exportPaper('text', format, { ...meeting(), newest });
  if (!result.ok || result.value.kind !== 'bytes') throw new Error('bytes expected');
  return result.value.bytes;
}

const shapeOf = (revision: Revision) => {
  const numbers = numberBlocks(revision.blocks);
  return revision.blocks.map(({ kind, level, text, footnoteRefs }, at) => ({
    kind,
    level,
    number: numbers[at] ?? null,
    text,
    footnoteRefs,
  }));
};

const shapeRead = ({ blocks }: ImportedDocument) =>
  blocks.map(({ block: { kind, level, text, footnoteRefs }, number }) => ({ kind, level, number, text, footnoteRefs }));

const seed = sharedMaterial('seeds/000_d3fc95b251bbff35.txt');

describe('E8 reading back what was written', () => {
  test('E8 Markdown of our sample gives the same blocks', () => {
    const imported = read('arbeidsprogram.txt', sampleFile());
    const revision = revisionWith(imported.blocks.map(({ block }) => block));
    expect(shapeRead(read('program.md', write(revision, 'md')))).toEqual(shapeOf(revision));
  });

  test('E8 Markdown signs in the text are text', () => {
    const revision = revisionOf([
      '= Program *med* _tegn_',
      '# Kapittel # ett',
      'Et avsnitt med *stjerner*, _streker_, `hermetegn`, [klammer](x), <vinkler>, &amp; og \\ skråstrek.',
      ': Forbundet vil arbeide for:',
      '1. At * tegn ~~ikke~~ blir til noe annet enn tegn.',
      '1. At + det neste heller ikke gjør det.',
    ]);
    expect(shapeRead(read('program.md', write(revision, 'md')))).toEqual(shapeOf(revision));
  });

  test('E8 JSON has the shape of `import --json`', () => {
    const revision = revisionOf(sampleLines());
    const json: unknown = JSON.parse(strFromU8(write(revision, 'json')));
    const imported = toImportJson(read('program.md', write(revision, 'md')), 'nb');
    expect(Object.keys(json as object)).toEqual(Object.keys(imported));
    expect(json).toMatchObject({
      title: revision.title,
      period: revision.period,
      language: 'nb',
      blocks: shapeOf(revision),
      report: [],
    });
  });
});

describe.skipIf(seed === null)('E8 reading back a real programme (needs ../shared/seeds/000)', () => {
  test('E8 Markdown gives the same blocks', () => {
    const imported = read('program.txt', seed ?? new Uint8Array());
    const revision = revisionWith(imported.blocks.map(({ block }) => block));
    expect(shapeRead(read('program.md', write(revision, 'md')))).toEqual(shapeOf(revision));
  });
});
