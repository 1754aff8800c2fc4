import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { stretchesOf, type FormatRun } from '#shared/domain/formats';
import { defaultLineSettings } from '#shared/domain/lines';
import { makeRevision } from '#shared/domain/revision';
import {
  createUndo,
  draftContent,
  insertBlocks,
  insertText,
  joinBlocks,
  moveBlocks,
  readDraft,
  replaceText,
  setFormat,
  splitBlock,
} from '#shared/schema/draft';
import { bringDraftTo } from '#shared/schema/programFileDraft';
import { parseCommand } from '#shared/sync';
import { madeBlock } from '../../support/revisionGenerator';
import { draftOf, formatRun } from '../../support/drafts';

/** Texts with `*bold*`, `_italic_` and `[links]`. */
const shown = (doc: Y.Doc): string[] =>
  readDraft(doc).map(({ text, formats }) =>
    stretchesOf(text, formats, { start: 0, end: text.length })
      .map(({ text: words, bold, italic, link }) => {
        const leaning = italic ? `_${words}_` : words;
        const weighted = bold ? `*${leaning}*` : leaning;
        return link === null ? weighted : `[${weighted}]`;
      })
      .join(''),
  );

const [a, b] = [blockId('a'), blockId('b')];
const ids = () => countingIds('n');
const two = (): Y.Doc =>
  draftOf([
    { ...madeBlock('a', 'point', 'Ett to tre'), formats: [formatRun(4, 6, { bold: true })] },
    madeBlock('b', 'point', 'fire fem'),
  ]);
const format = (doc: Y.Doc, block: typeof a, start: number, end: number, change: Partial<FormatRun>): void =>
  setFormat(doc, [{ block, rangeInText: { start, end } }], change);

describe('formats in the draft', () => {
  it('Y1 Y19 what is seeded is read, and what is frozen is seeded again', () => {
    const doc = two();
    expect(shown(doc)).toEqual(['Ett *to* tre', 'fire fem']);
    const content = draftContent(doc, defaultLineSettings);
    expect(content.blocks[0]?.formats).toEqual([formatRun(4, 6, { bold: true })]);
    expect(content.blocks[1]).not.toHaveProperty('formats');
    expect(draftContent(draftOf(content.blocks), defaultLineSettings)).toEqual(content);
  });

  it('Y19 splits, joins and moves carry them', () => {
    const doc = two();
    format(doc, b, 0, 4, { italic: true, link: 'https://a.no' });
    const half = splitBlock(doc, a, 5, ids())?.second;
    expect(shown(doc)).toEqual(['Ett *t*', '*o* tre', '[_fire_] fem']);
    moveBlocks(doc, [b], null);
    expect(shown(doc)).toEqual(['[_fire_] fem', 'Ett *t*', '*o* tre']);
    joinBlocks(doc, b, a);
    expect(shown(doc)).toEqual(['[_fire_] femEtt *t*', '*o* tre']);
    if (half) joinBlocks(doc, b, half);
    expect(shown(doc)).toEqual(['[_fire_] femEtt *to* tre']);
  });

  it('Y19 what is typed looks as what stands before it, and a link does not grow at its edges', () => {
    const doc = two();
    insertText(doc, a, 6, 'X');
    insertText(doc, a, 4, 'Y');
    expect(shown(doc)[0]).toBe('Ett Y*toX* tre');
    format(doc, b, 0, 4, { bold: true, link: 'https://a.no' });
    insertText(doc, b, 4, 'e');
    insertText(doc, b, 2, 'å');
    insertText(doc, b, 0, 'H');
    expect(shown(doc)[1]).toBe('*H*[*fiåre*]*e* fem');
    replaceText(doc, a, { start: 5, end: 7 }, 'nytt');
    expect(shown(doc)[0]).toBe('Ett Y*nyttX* tre');
    replaceText(doc, a, { start: 0, end: 0 }, 'Ny ', []);
    expect(shown(doc)[0]).toBe('Ny Ett Y*nyttX* tre');
  });

  it('Y19 the first half of a divided text does not lend its look to the start of the second', () => {
    const doc = two();
    format(doc, a, 0, 10, { bold: true });
    const half = splitBlock(doc, a, 4, ids())?.second;
    if (!half) throw new Error('not split');
    format(doc, half, 0, 6, { bold: false });
    insertText(doc, half, 0, 'x');
    expect(shown(doc).slice(0, 2)).toEqual(['*Ett *', 'xto tre']);
  });

  it('Y16 Y19 undo takes back a format as one step, and gives back what was deleted as it looked', () => {
    const doc = two();
    const undo = createUndo(doc);
    setFormat(
      doc,
      [
        { block: a, rangeInText: { start: 0, end: 3 } },
        { block: b, rangeInText: { start: 0, end: 8 } },
      ],
      { italic: true },
    );
    expect(shown(doc)).toEqual(['_Ett_ *to* tre', '_fire fem_']);
    undo.undo();
    expect(shown(doc)).toEqual(['Ett *to* tre', 'fire fem']);
    undo.redo();
    replaceText(doc, a, { start: 2, end: 8 }, '');
    expect(shown(doc)[0]).toBe('_Et_re');
    undo.undo();
    expect(shown(doc)[0]).toBe('_Ett_ *to* tre');
  });

  it('Y14 Y19 two who format and write at the same time both have their way', () => {
    const doc = two();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    format(doc, a, 0, 6, { italic: true });
    format(other, a, 4, 10, { bold: true });
    insertText(other, a, 5, 'NN');
    splitBlock(other, a, 4, ids());
    for (let turn = 0; turn < 3; turn += 1) {
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    }
    expect(shown(other)).toEqual(shown(doc));
    expect(readDraft(doc).map(({ text }) => text)).toEqual(['Ett ', 'tNNo tre', 'fire fem']);
    expect(shown(doc)[1]).toBe('*_tNNo_** tre*');
  });

  it('Y15 Y19 what a peer writes that is no format of ours is not there, and its words are', () => {
    const doc = two();
    const host = doc.getMap('texts').get('b') as Y.Text;
    host.format(0, 4, { link: 'javascript:alert(1)', bold: 'yes', __proto__x: 1, colour: 'red' });
    host.format(5, 3, { link: { href: 'https://a.no' }, italic: 1 });
    expect(shown(doc)[1]).toBe('fire fem');
    expect(readDraft(doc)[1]).not.toHaveProperty('formats');
    setFormat(doc, [{ block: b, rangeInText: { start: 0, end: 4 } }], { link: 'file:///etc/passwd' });
    expect(shown(doc)[1]).toBe('fire fem');
  });

  it('Y19 new blocks have the formats they are given', () => {
    const doc = two();
    insertBlocks(doc, a, [{ kind: 'point', text: 'nytt punkt', formats: [formatRun(0, 4, { italic: true })] }], ids());
    expect(shown(doc)[1]).toBe('_nytt_ punkt');
  });

  it('PF9 Y19 a draft that follows a revision gets its formats', () => {
    const doc = two();
    bringDraftTo(doc, [
      { ...madeBlock('a', 'point', 'Ett og tre'), formats: [formatRun(0, 3, { link: 'https://a.no' })] },
      madeBlock('b', 'point', 'fire fem'),
    ]);
    expect(shown(doc)).toEqual(['[Ett] og tre', 'fire fem']);
  });

  it('FM3 SY1 a command with an unsafe link, or with formats out of order, is refused', () => {
    const revision = (formats: readonly FormatRun[]): unknown => {
      const block = { ...madeBlock('a', 'point', 'Ett to tre'), formats };
      const content = { title: 'T', period: null, language: 'nb', lineSettings: defaultLineSettings, blocks: [block] };
      return { type: 'freeze', name: 'Utkast', content };
    };
    expect(parseCommand(revision([formatRun(0, 3, { link: 'https://a.no' })]))).not.toBeNull();
    expect(parseCommand(revision([formatRun(0, 3, { link: 'javascript:x' })]))).toBeNull();
    expect(parseCommand(revision([formatRun(4, 6, { bold: true }), formatRun(0, 3, { bold: true })]))).toBeNull();
    expect(parseCommand(revision([formatRun(0, 99, { bold: true })]))).toBeNull();
  });

  it('R1 formats are a part of what a revision is', () => {
    const content = draftContent(two(), defaultLineSettings);
    const plain = { ...content, blocks: content.blocks.map(({ formats: _, ...block }) => block) };
    const at = '2026-01-01T00:00:00Z' as never;
    expect(makeRevision(content, 'x', at).id).not.toBe(makeRevision(plain, 'x', at).id);
  });
});
