import { describe, expect, test } from 'vitest';
import { blockId, personId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { noPlan } from '#shared/domain/chapterPlan';
import { filterChapters } from '../../../renderer/features/outline/chapterFilter';
import { chapterItems } from '../../../renderer/features/outline/chapterItems';
import { foldedOutline, inSight, shownFor } from '../../../renderer/features/outline/folding';

const block = (id: string, text: string, level: number | null = null): Block => ({
  id: blockId(id),
  kind: level === null ? 'paragraph' : 'heading',
  level,
  marker: null,
  text,
  origins: [],
  footnoteRefs: [],
});

const blocks = [
  block('før', 'ord før alt'),
  block('a', 'A', 1),
  block('a0', 'en to'),
  block('a1', 'A1', 2),
  block('a10', 'tre fire fem'),
  block('a11', 'A11', 3),
  block('a110', 'seks'),
  block('a2', 'A2', 2),
  block('b', 'B', 1),
  block('b0', 'sju åtte'),
];
const changed = new Set([blockId('a110')]);
const plans = new Map([[blockId('b'), { ...noPlan, wordTarget: 2 }]]);
const locks = new Map([[blockId('a2'), { by: personId('p'), people: [], reason: '', at: '2027' }]]);
const items = chapterItems(blocks, changed, new Map(), plans);

describe('The chapters', () => {
  test('words are counted with all that stands under deeper headings', () => {
    expect(items.map(({ id, words }) => [id, words])).toEqual([
      ['a', 10],
      ['a1', 6],
      ['a11', 2],
      ['a2', 1],
      ['b', 3],
    ]);
  });

  test('a filter keeps what passes and what it lies under', () => {
    const kept = (filter: Parameters<typeof filterChapters>[1]) =>
      filterChapters(items, filter, locks).map(({ id }) => id);
    expect(kept('all')).toEqual(['a', 'a1', 'a11', 'a2', 'b']);
    expect(kept('changed')).toEqual(['a', 'a1', 'a11']);
    expect(kept('over')).toEqual(['b']);
    expect(kept('due')).toEqual([]);
    expect(kept('locked')).toEqual(['a', 'a2']);
  });

  test('a folded heading puts away what lies under it, counts what happened there, and stands for it', () => {
    const shown = foldedOutline(items, new Set([blockId('a1'), blockId('b')]));
    expect(shown.map(({ id, hasMore, isFolded, changes }) => [id, hasMore, isFolded, changes])).toEqual([
      ['a', true, false, 0],
      ['a1', true, true, 1],
      ['a2', false, false, 0],
      ['b', false, false, 0],
    ]);
    expect(shownFor(items, shown, blockId('a11'))).toBe('a1');
    expect(shownFor(items, shown, blockId('a2'))).toBe('a2');
    expect(shownFor(items, shown, null)).toBeNull();
    const there = new Map([
      [blockId('a1'), ['Kari']],
      [blockId('a11'), ['Ola']],
      [blockId('b'), ['Per']],
    ]);
    expect([...inSight(items, shown, there)]).toEqual([
      ['a1', ['Kari', 'Ola']],
      ['b', ['Per']],
    ]);
    expect(inSight(items, foldedOutline(items, new Set()), there)).toBe(there);
    expect(foldedOutline(items, new Set([blockId('a')])).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
