import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { earlierPeriods, makeSource } from '#shared/domain/source';
import { addSource, createUndo, readSources, removeSource, seedDraft } from '#shared/schema/draft';
import { documentBytes, openDocument } from '#shared/schema/programFileDraft';
import { madeBlock } from '../../support/revisionGenerator';

const text = (title: string, ids: string) => ({
  title,
  period: null,
  language: 'nb' as const,
  blocks: [madeBlock(`${ids}1`, 'heading', title), madeBlock(`${ids}2`, 'point', 'Alle havner skal ha fyr.')],
});
const draft = (): Y.Doc => {
  const doc = new Y.Doc();
  seedDraft(doc, text('Utkast', 'd'));
  return doc;
};
const sync = (a: Y.Doc, b: Y.Doc): void => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
};

describe('sources in the draft', () => {
  it('RU9 the same text is one source, whoever imported it, and with the same block ids', () => {
    const [one, other] = [draft(), draft()];
    addSource(one, makeSource(text('Prinsipper', 'x'), 'prinsipper.docx', 'text'));
    addSource(other, makeSource(text('Prinsipper', 'y'), 'kopi.docx', 'text'));
    sync(one, other);
    expect(readSources(one)).toHaveLength(1);
    expect(readSources(one)).toEqual(readSources(other));
    expect(makeSource(text('Prinsipper', 'x'), '', 'text').blocks).toEqual(
      makeSource(text('Prinsipper', 'y'), '', 'text').blocks,
    );
  });

  it('RU9 stays in the bytes of the draft, and is read as the same list until it changes', () => {
    const doc = draft();
    const source = makeSource(text('Prinsipper', 'x'), 'prinsipper.docx', 'period');
    addSource(doc, source);
    const reopened = openDocument(documentBytes(doc), 'draft.yjs');
    expect(reopened.ok && readSources(reopened.value)).toEqual([source]);
    expect(readSources(doc)).toBe(readSources(doc));
  });

  it('RU9 undo takes a source away, and brings a removed one back', () => {
    const doc = draft();
    const undo = createUndo(doc);
    const source = makeSource(text('Prinsipper', 'x'), 'prinsipper.docx', 'text');
    addSource(doc, source);
    undo.undo();
    expect(readSources(doc)).toEqual([]);
    undo.redo();
    removeSource(doc, source.id);
    expect(readSources(doc)).toEqual([]);
    undo.undo();
    expect(readSources(doc)).toEqual([source]);
  });

  it('RU9 what is no source, or not what its key says, is not shown', () => {
    const doc = draft();
    const source = makeSource(text('Prinsipper', 'x'), 'prinsipper.docx', 'text');
    const { id, ...content } = source;
    const map = doc.getMap('sources');
    for (const [key, value] of [
      ['a', 1],
      ['b', null],
      ['c', { name: 'x' }],
      ['d', content],
      ['e', new Y.Map()],
      ['__proto__', {}],
    ] as const)
      map.set(key, value);
    expect(readSources(doc)).toEqual([]);
    map.set(id, content);
    expect(readSources(doc)).toEqual([source]);
  });

  it('RU9 earlier programmes stand in the order of their periods', () => {
    const from = (year: string) => makeSource({ ...text(year, year), period: { from: year, to: '' } }, year, 'period');
    const other = makeSource(text('Svar', 's'), 'svar', 'text');
    expect(earlierPeriods([from('2021'), other, from('2019')]).map(({ title }) => title)).toEqual(['2019', '2021']);
  });
});
