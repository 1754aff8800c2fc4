import { describe, expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import type { DraftBlock } from '#shared/schema/draft';
import { indented, moveTo, stepMove } from '../../../renderer/features/editor/arranging';

const block = (name: string): DraftBlock => ({
  id: blockId(name),
  kind: name.startsWith('t')
    ? 'title'
    : name.startsWith('h')
      ? 'heading'
      : name.startsWith('b')
        ? 'paragraph'
        : 'point',
  level: name.startsWith('hh') ? 2 : name.startsWith('h') ? 1 : null,
  marker: null,
  text: name,
  origins: [],
  footnoteRefs: [],
  rescued: false,
});
const blocks = ['t', 'h1', 'p1', 'p2', 'hh1', 'p3', 'h2', 'p4'].map(block);
const ids = (...names: string[]) => names.map((name) => blockId(name));

describe('moving by the keyboard', () => {
  it('E5 a point goes past its neighbour, and never above the title', () => {
    expect(stepMove(blocks, ids('p2'), 'up')).toEqual({ ids: ids('p2'), after: 'h1' });
    expect(stepMove(blocks, ids('p2'), 'down')).toEqual({ ids: ids('p2'), after: 'hh1' });
    expect(stepMove(blocks, ids('p4'), 'down')).toBeNull();
    expect(stepMove(blocks, ids('t'), 'down')).toBeNull();
    expect(stepMove([block('t'), block('p1')], ids('p1'), 'up')).toBeNull();
    expect(stepMove(blocks, ids('p1', 'p2'), 'down')).toEqual({ ids: ids('p1', 'p2'), after: 'hh1' });
  });

  it('E5 a heading goes past a whole chapter, with all of its own', () => {
    expect(stepMove(blocks, ids('h1'), 'down')).toEqual({ ids: ids('h1', 'p1', 'p2', 'hh1', 'p3'), after: 'p4' });
    expect(stepMove(blocks, ids('h2'), 'up')).toEqual({ ids: ids('h2', 'p4'), after: 't' });
    expect(stepMove(blocks, ids('h1'), 'up')).toBeNull();
  });
});

describe('moving to a place', () => {
  it('E15 nothing goes into itself, or before the title', () => {
    expect(moveTo(blocks, blockId('h1'), blockId('p3'), 'after')).toBeNull();
    expect(moveTo(blocks, blockId('p4'), blockId('t'), 'before')).toBeNull();
    expect(moveTo(blocks, blockId('p4'), blockId('p1'), 'before')).toEqual({ ids: ids('p4'), after: 'h1' });
    expect(moveTo(blocks, blockId('h2'), blockId('h1'), 'before')).toEqual({ ids: ids('h2', 'p4'), after: 't' });
    expect(moveTo(blocks, blockId('p4'), blockId('borte'), 'before')).toBeNull();
  });
});

describe('Tab', () => {
  it('E6 changes levels of headings, and makes points of paragraphs and back', () => {
    expect(indented(block('h'), false)).toEqual({ kind: 'heading', level: 2 });
    expect(indented(block('h'), true)).toBeNull();
    expect(indented(block('b'), false)).toEqual({ kind: 'point', level: null });
    expect(indented(block('p'), true)).toEqual({ kind: 'paragraph', level: null });
    expect(indented(block('p'), false)).toBeNull();
    expect(indented(block('t'), false)).toBeNull();
  });
});
