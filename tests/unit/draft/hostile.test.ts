import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import {
  deleteBlocks,
  deleteRange,
  draftReader,
  insertBlock,
  insertText,
  joinBlocks,
  moveBlocks,
  readDraft,
  setKind,
  splitBlock,
} from '#shared/schema/draft';

const a = blockId('a');

/** A document as a peer of ill will, or a later version, might write it. */
function written(write: (blocks: Y.Map<unknown>, texts: Y.Map<unknown>) => void): Y.Doc {
  const peer = new Y.Doc();
  peer.transact(() => {
    write(peer.getMap('blocks'), peer.getMap('texts'));
  });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer));
  return doc;
}
const entry = (fields: Readonly<Record<string, unknown>>): Y.Map<unknown> => new Y.Map(Object.entries(fields));

/** Every operation on every block; none may throw, and the reader must agree with a reload after each. */
function exercise(doc: Y.Doc): void {
  const ids = countingIds('fresh');
  const same = (): void => {
    const reload = new Y.Doc();
    Y.applyUpdate(reload, Y.encodeStateAsUpdate(doc));
    expect(readDraft(doc)).toEqual(readDraft(reload));
  };
  for (const { id } of readDraft(doc).slice(0, 5)) {
    insertText(doc, id, 1, 'ord');
    same();
    splitBlock(doc, id, 2, ids);
    same();
    moveBlocks(doc, [id], readDraft(doc).at(-1)?.id ?? null);
    same();
    insertBlock(doc, id, { kind: 'point', text: 'ny' }, ids);
    setKind(doc, [id], { kind: 'heading', level: 2 });
    same();
    const [first, second] = readDraft(doc);
    if (first && second) joinBlocks(doc, first.id, second.id);
    same();
    const [from, to] = [readDraft(doc)[0], readDraft(doc)[1]];
    if (from && to) deleteRange(doc, { block: from.id, offset: 1 }, { block: to.id, offset: 1 });
    deleteBlocks(doc, [id]);
    same();
  }
}

describe('hostile content', () => {
  it('Y15 unknown kinds, wrong types and missing fields are read as something', () => {
    const doc = written((blocks, texts) => {
      blocks.set(
        'a',
        entry({ kind: 'script', level: -3, marker: 7, origins: 'x', order: 5, deleted: 'yes', joinedInto: [] }),
      );
      texts.set('a', new Y.Text('ord\nord'));
      blocks.set('b', 'not a map');
      texts.set('b', new Y.Text('uten felt'));
      blocks.set('c', entry({ kind: 'heading', order: '!!' }));
      texts.set('c', 'not a text');
      blocks.set('__proto__', entry({ kind: 'point', order: 'a1' }));
      texts.set('__proto__', new Y.Text('proto'));
      blocks.set('d', entry({}));
    });
    expect(new Map(readDraft(doc).map(({ id, kind, text, rescued }) => [id as string, [kind, text, rescued]]))).toEqual(
      new Map([
        ['a', ['other', 'ord ord', false]],
        ['b', ['other', 'uten felt', true]],
        ['__proto__', ['point', 'proto', false]],
      ]),
    );
    exercise(doc);
  });

  it('Y15 embeds that name nothing, each other, themselves or the same block twice lose no text', () => {
    const doc = written((blocks, texts) => {
      for (const id of ['a', 'b', 'c']) {
        blocks.set(id, entry({ kind: 'point', order: 'a1', joinedInto: 'k' }));
        const text = new Y.Text(id.repeat(3));
        texts.set(id, text);
        for (const other of ['a', 'b', 'c', 'x', 'y']) {
          text.insertEmbed(1, { include: other, key: 'k' });
          text.insertEmbed(2, { split: other });
        }
        text.insertEmbed(0, { split: 3 });
        text.insertEmbed(0, { footnote: '1' });
        text.insertEmbed(0, new Y.Map());
        text.insertEmbed(0, []);
      }
    });
    const all = readDraft(doc)
      .map(({ text }) => text)
      .join('');
    expect(Array.from(all).sort().join('')).toBe('aaabbbccc');
    exercise(doc);
  });

  it('Y15 followers in a circle are shown', () => {
    const doc = written((blocks, texts) => {
      blocks.set('a', entry({ kind: 'point', order: 'a1' }));
      blocks.set('s', entry({ kind: 'point', joinedInto: null }));
      blocks.set('t', entry({ kind: 'point', joinedInto: 'k' }));
      blocks.set('b', entry({ kind: 'point', order: 'a1', joinedInto: 'k' }));
      const text = new Y.Text('en');
      texts.set('a', text);
      text.insertEmbed(2, { split: 's' });
      text.insert(3, 'to');
      text.insertEmbed(5, { include: 'b', key: 'k' });
      const other = new Y.Text('tre');
      texts.set('b', other);
      other.insertEmbed(3, { split: 't' });
      other.insert(4, 'fire');
      other.insertEmbed(8, { include: 'b', key: 'k' });
    });
    expect(
      readDraft(doc)
        .map(({ text }) => text)
        .join(''),
    ).toHaveLength('entotrefire'.length);
    exercise(doc);
  });

  it('Y15 twenty thousand embeds and a chain of two thousand joins are read without a stack of calls', () => {
    const doc = written((blocks, texts) => {
      blocks.set('a', entry({ kind: 'point', order: 'a1' }));
      const text = new Y.Text();
      texts.set('a', text);
      text.applyDelta(Array.from({ length: 20_000 }, (_, index) => ({ insert: { split: `s${index % 10_000}` } })));
      for (let index = 0; index < 2_000; index += 1) {
        blocks.set(`j${index}`, entry({ kind: 'point', order: 'a2', joinedInto: `k${index}` }));
        const joined = new Y.Text('x');
        texts.set(`j${index}`, joined);
        joined.insertEmbed(1, { include: `j${index + 1}`, key: `k${index + 1}` });
      }
    });
    expect(draftReader(doc).block('j0')?.text).toBe('x'.repeat(2_000));
    insertText(doc, a, 0, 'her');
    expect(draftReader(doc).block('a')?.text).toBe('her');
  });
});
