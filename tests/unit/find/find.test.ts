import { expect, test } from 'vitest';
import { blockId } from '#shared/core/ids';
import { AUTOMATIC, type Block, type BlockKind } from '#shared/domain/block';
import { gazetteerOf } from '#shared/domain/places';
import { excerptAfter, excerptBefore } from '../../../renderer/features/find/excerpt';
import { findInBlocks, hitFrom, hitsInBlocks } from '../../../renderer/features/find/findInBlocks';

const block = (id: string, kind: BlockKind, text: string): Block => ({
  id: blockId(id),
  kind,
  level: kind === 'heading' ? 1 : null,
  marker: kind === 'heading' || kind === 'point' ? AUTOMATIC : null,
  text,
  origins: [],
  footnoteRefs: [],
});

const blocks = [
  block('k1', 'heading', 'Ærlige Åpne havner'),
  block('p1', 'point', 'At åpne havner er åpne for alle.'),
  block('p2', 'point', 'At prisen er 3.2 kroner.'),
];
const find = (words: string) =>
  findInBlocks(blocks, gazetteerOf(blocks), words).map(({ block: { id }, rangeInText }) => [id, rangeInText.start]);

test('words are found wherever they stand, without regard to case, also with æøå', () => {
  expect(find('åpne')).toEqual([
    ['k1', 7],
    ['p1', 3],
    ['p1', 18],
  ]);
  expect(find('ærlige')).toEqual([['k1', 0]]);
  expect(find('  ')).toEqual([]);
});

test('the hit to begin with is the first from a place on, and after the last one the first of the text', () => {
  const hits = hitsInBlocks(blocks, 'åpne', { wholeWord: false, matchCase: false });
  const from = (id: string, offset: number) => hitFrom(blocks, hits, { block: blockId(id), offset });
  expect([from('k1', 7), from('k1', 8), from('p1', 3), from('p1', 4)]).toEqual([0, 1, 1, 2]);
  expect([from('p1', 19), from('p2', 0), from('gone', 5)]).toEqual([0, 0, 0]);
  expect([hitFrom(blocks, hits, null), hitFrom(blocks, [], null)]).toEqual([0, -1]);
});

test('a number with a dot names a point first, and then the places where it is written', () => {
  expect(find('1.2')).toEqual([['p2', 0]]);
  expect(find('3.2')).toEqual([['p2', 13]]);
});

test('an excerpt begins and ends with whole words', () => {
  const text =
    'Havner som ligger langt unna de store veiene, trenger et fast anløp hver uke hele året igjennom, også når det er is i leden.';
  const at = text.indexOf('fast');
  expect(excerptBefore(text, at)).toBe('… langt unna de store veiene, trenger et ');
  expect(excerptAfter(text, at)).toBe('fast anløp hver uke hele året igjennom, også når det er is i leden.');
  expect(excerptAfter(text, 0).endsWith(' …')).toBe(true);
  expect(excerptBefore('kort', 4)).toBe('kort');
});
