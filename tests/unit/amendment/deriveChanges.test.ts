import { describe, expect, it } from 'vitest';
import { deriveChanges, extentOf, type WrittenBlock } from '#shared/amendment';
import { blockId } from '#shared/core/ids';
import { insert, join, move, replaceText, revisionOf, split, strike } from '../../support/amendmentCases';

const revision = revisionOf(`
  = Program
  # Fag
  Vi ser på fag hver dag.
  - At alle får tid til fag hver uke.
  - At nye medlemmer får en fadder. At fadderen får kurs hvert år.
  - At taushet gjelder.
  # Lønn
  - At lønnen følger prisene.
  - At overtid blir betalt.
`);
const whole = { start: 0, end: revision.blocks.length };
const written = (change: (blocks: WrittenBlock[]) => readonly WrittenBlock[]) =>
  deriveChanges(revision, whole, change([...revision.blocks]));
const reworded = (blocks: readonly WrittenBlock[], index: number, text: string) =>
  blocks.map((block, at) => (at === index ? { ...block, text } : block));
const point = (id: string, text: string): WrittenBlock => ({
  id: blockId(id),
  kind: 'point',
  level: null,
  marker: 'auto',
  text,
});
const at = (blocks: readonly WrittenBlock[], index: number): WrittenBlock => blocks[index] ?? point('none', '');

describe('D4 what the hand did is told as what it is', () => {
  it('D4 words, in the title and a lead-in as anywhere', () => {
    expect(written((blocks) => reworded(blocks, 0, 'Arbeidsprogram'))).toEqual([replaceText(0, 'Arbeidsprogram')]);
    expect(written((blocks) => reworded(blocks, 3, 'At alle får mer tid til fag.'))).toEqual([
      replaceText(3, 'At alle får mer tid til fag.'),
    ]);
  });

  it('D4 an emptied block is struck', () => {
    expect(written((blocks) => reworded(blocks, 5, ' '))).toEqual([strike(5)]);
    expect(written((blocks) => blocks.toSpliced(7, 2))).toEqual([strike(7), strike(8)]);
  });

  it('D4 new points are one insertion where they stand', () => {
    expect(written((blocks) => blocks.toSpliced(4, 0, point('x', 'At A.'), point('y', 'At B.')))).toEqual([
      insert(3, 'At A.', 'At B.'),
    ]);
  });

  it('D4 a moved point, and a chapter by its heading', () => {
    expect(written((blocks) => [...blocks.toSpliced(3, 1), at(blocks, 3)])).toEqual([move(3, 8)]);
    expect(written((blocks) => [at(blocks, 0), ...blocks.slice(6), ...blocks.slice(1, 6)])).toEqual([move(6, 0)]);
  });

  it('D4 a moved point with a changed word', () => {
    const moved = point('b3', 'At alle får rom til fag hver uke.');
    expect(written((blocks) => [...blocks.toSpliced(3, 1), moved])).toEqual([
      move(3, 8),
      replaceText(3, 'At alle får rom til fag hver uke.'),
    ]);
  });

  it('D4 a division, and one with a changed word', () => {
    const first = 'At nye medlemmer får en fadder.';
    const second = 'At fadderen får kurs hvert år.';
    expect(written((blocks) => reworded(blocks, 4, first).toSpliced(5, 0, point('x', second)))).toEqual([
      split(4, first, second),
    ]);
    const other = 'At fadderen får kurs to ganger hvert år.';
    expect(written((blocks) => reworded(blocks, 4, first).toSpliced(5, 0, point('x', other)))).toEqual([
      split(4, first, second),
      replaceText(4, `${first} ${other}`),
    ]);
  });

  it('D4 a joining, and one with a changed word', () => {
    const both = 'At lønnen følger prisene. At overtid blir betalt.';
    expect(written((blocks) => reworded(blocks.toSpliced(8, 1), 7, both))).toEqual([join(7, 8)]);
    const changed = 'At lønnen følger prisene. At all overtid blir betalt.';
    expect(written((blocks) => reworded(blocks.toSpliced(8, 1), 7, changed))).toEqual([
      replaceText(8, 'At all overtid blir betalt.'),
      join(7, 8),
    ]);
  });

  it('D4 another text after a shortened one is no division', () => {
    const changes = written((blocks) =>
      reworded(blocks, 3, 'At alle får tid til fag.').toSpliced(4, 0, point('x', 'At kaffen er varm.')),
    );
    expect(changes).toEqual([replaceText(3, 'At alle får tid til fag.'), insert(3, 'At kaffen er varm.')]);
  });

  it('D4 a block of another kind is a new one in the place of the old', () => {
    const paragraph: WrittenBlock = { ...point('b5', 'At taushet gjelder.'), kind: 'paragraph', marker: null };
    expect(written((blocks) => blocks.toSpliced(5, 1, paragraph)).map(({ kind }) => kind)).toEqual([
      'insertion',
      'deletion',
    ]);
  });
});

describe('D5 kind and size', () => {
  it('D5 counts words and blocks', () => {
    expect(extentOf(revision, [replaceText(3, 'At alle får mer tid til fag.')])).toEqual({
      kind: 'replacement',
      blocks: 1,
      wordsStruck: 2,
      wordsNew: 1,
    });
    expect(extentOf(revision, [split(4, 'At nye medlemmer får en fadder.', 'At fadderen får kurs hvert år.')])).toEqual(
      {
        kind: 'split',
        blocks: 1,
        wordsStruck: 0,
        wordsNew: 0,
      },
    );
  });

  it('D5 all of a chapter is a new text for the chapter', () => {
    expect(extentOf(revision, [strike(7), strike(8), insert(6, 'At alt blir nytt.')]).kind).toBe('chapter');
    expect(extentOf(revision, [strike(7), insert(6, 'At noe blir nytt.')]).kind).toBe('several');
  });
});
