import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import type { HandLink } from '#shared/domain/lineage';
import { defaultLineSettings } from '#shared/domain/lines';
import { makeRevision } from '#shared/domain/revision';
import { matchBlocks } from '#shared/register';
import {
  createUndo,
  draftContent,
  insertText,
  joinBlocks,
  moveBlocks,
  readDraft,
  sayOrigin,
  seedDraft,
  splitBlock,
} from '#shared/schema/draft';
import { bringDraftTo } from '#shared/schema/programFileDraft';
import { parseCommand } from '#shared/sync';
import { madeBlock } from '../../support/revisionGenerator';

const [a, b, c] = [blockId('a'), blockId('b'), blockId('c')];
const [old1, old2] = [blockId('old1'), blockId('old2')];
const linked: HandLink = { origin: old1, verdict: 'linked' };
const unlinked: HandLink = { origin: old2, verdict: 'unlinked' };

const draft = (): Y.Doc => {
  const doc = new Y.Doc();
  const blocks = ['epler og pærer', 'bær', 'plommer'].map((text, index) => ({
    ...madeBlock([a, b, c][index] ?? '', 'point', text),
    origins: [[a, b, c][index] ?? a],
  }));
  seedDraft(doc, { title: 'Prøve', period: null, language: 'nb', blocks });
  return doc;
};
const saidDraft = (): Y.Doc => {
  const doc = draft();
  sayOrigin(doc, a, old1, 'linked');
  sayOrigin(doc, a, old2, 'unlinked');
  return doc;
};
const linksOf = (doc: Y.Doc, id: string) => readDraft(doc).find((block) => block.id === id)?.links;
const sync = (one: Y.Doc, other: Y.Doc): void => {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
};

describe('lineage in the draft', () => {
  it('Y17 what a person says is kept in the block, and taken back by undo and by saying nothing', () => {
    const doc = draft();
    const undo = createUndo(doc);
    sayOrigin(doc, a, old1, 'linked');
    expect(linksOf(doc, a)).toEqual([linked]);
    undo.undo();
    expect(linksOf(doc, a)).toBeUndefined();
    undo.redo();
    sayOrigin(doc, a, old1, null);
    expect(linksOf(doc, a)).toBeUndefined();
    sayOrigin(doc, blockId('nobody'), old1, 'linked');
    expect(readDraft(doc).every(({ links }) => links === undefined)).toBe(true);
  });

  it('Y17 typing and moving carry lineage', () => {
    const doc = saidDraft();
    insertText(doc, a, 0, 'Søte ');
    moveBlocks(doc, [a], c);
    expect(readDraft(doc).at(-1)).toMatchObject({ id: a, origins: [a], links: [linked, unlinked] });
  });

  it('Y17 both halves of a split have the lineage of the whole', () => {
    const doc = saidDraft();
    const created = splitBlock(doc, a, 6, countingIds('n'))?.created ?? '';
    expect(readDraft(doc).filter(({ id }) => id === a || id === created)).toMatchObject([
      { origins: [a], links: [linked, unlinked] },
      { origins: [a], links: [linked, unlinked] },
    ]);
  });

  it('Y17 a join has the lineage of both, and undo gives each its own again', () => {
    const doc = saidDraft();
    sayOrigin(doc, b, old2, 'linked');
    const undo = createUndo(doc);
    joinBlocks(doc, a, b);
    expect(readDraft(doc)[0]).toMatchObject({
      origins: [a, b],
      links: [linked, { origin: old2, verdict: 'linked' }],
    });
    undo.undo();
    expect(readDraft(doc)[0]).toMatchObject({ origins: [a], links: [linked, unlinked] });
  });

  it('Y17 what two people say at once of two origins is both kept, also while a third moves and splits the block', () => {
    const [one, two, three] = [draft(), new Y.Doc(), new Y.Doc()];
    sync(one, two);
    sync(two, three);
    sayOrigin(one, a, old1, 'linked');
    sayOrigin(two, a, old2, 'unlinked');
    moveBlocks(three, [a], b);
    splitBlock(three, a, 6, countingIds('n'));
    sync(one, two);
    sync(two, three);
    sync(one, two);
    for (const doc of [one, two, three]) expect(linksOf(doc, a)).toEqual([linked, unlinked]);
    const reloaded = new Y.Doc();
    Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(one));
    expect(linksOf(reloaded, a)).toEqual([linked, unlinked]);
  });

  it('Y17 lineage is frozen with the text, and comes back with a draft that follows', () => {
    const doc = saidDraft();
    const content = draftContent(doc, defaultLineSettings);
    expect(content.blocks[0]?.links).toEqual([linked, unlinked]);
    const command = { type: 'freeze' as const, name: 'v', content };
    const parsed = parseCommand(JSON.parse(JSON.stringify(command)));
    expect(parsed).toEqual(command);
    const empty = new Y.Doc();
    seedDraft(empty, { title: '', period: null, language: 'nb', blocks: [] });
    bringDraftTo(empty, content.blocks);
    expect(linksOf(empty, a)).toEqual([linked, unlinked]);
  });

  it('Y17 a text that is written elsewhere and read in again keeps what was said', () => {
    const { blocks } = makeRevision(draftContent(saidDraft(), defaultLineSettings), 'v', '2026-01-01T00:00:00.000Z');
    const written = ['bær', 'epler og gule pærer', 'plommer'].map((text, index) =>
      madeBlock(`w${index}`, 'point', text),
    );
    const matched = matchBlocks(blocks, written, countingIds('n'));
    expect(matched.find(({ id }) => id === a)).toMatchObject({ origins: [a], links: [linked, unlinked] });
    expect(matched.find(({ id }) => id === b)?.links).toBeUndefined();
  });

  it('Y15 Y17 what is no verdict is none', () => {
    const doc = saidDraft();
    const entry = doc.getMap('blocks').get(a) as Y.Map<unknown>;
    entry.set('link:x', 'perhaps');
    entry.set('link:y', 7);
    expect(linksOf(doc, a)).toEqual([linked, unlinked]);
  });
});
