import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId, personId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import {
  readCarried,
  readComments,
  removeComment,
  writeCarried,
  writeComment,
  type Comment,
} from '#shared/schema/comments';
import {
  anchorWords,
  createUndo,
  deleteBlocks,
  deleteText,
  draftContent,
  insertText,
  joinWithPrevious,
  moveBlocks,
  readDraft,
  replaceText,
  splitBlock,
} from '#shared/schema/draft';
import { settleTakes, takenAgain } from '#shared/schema/takes';
import {
  isCutOut,
  isOpen,
  openedAgain,
  placeThread,
  resolvedAs,
  takeSuggestion,
  threadsOf,
  wordsNow,
  type Thread,
} from '#shared/schema/threads';
import { draftOfPoints } from '../../support/drafts';

const [first, second] = [blockId('b0'), blockId('b1')];

const draft = (): Y.Doc => draftOfPoints(['epler og pærer og bær', 'nøtter']);

const plain: Comment = {
  id: 'c1',
  block: first,
  author: personId('p1'),
  text: 'Hvorfor?',
  at: '2027-01-01T10:00:00.000Z',
  resolved: false,
  words: [],
  quote: '',
  answers: null,
  suggestion: null,
  outcome: null,
  heard: null,
};

/** A thread on the words «pærer». */
function onWords(doc: Y.Doc, fields: Partial<Comment> = {}): () => Thread {
  const comment: Comment = {
    ...plain,
    words: anchorWords(doc, { block: first, rangeInText: { start: 9, end: 14 } }),
    quote: 'pærer',
    ...fields,
  };
  return () => placeThread(doc, { first: comment, answers: [], carried: [] });
}

const synced = (from: Y.Doc): Y.Doc => {
  const to = new Y.Doc();
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
  return to;
};

describe('Comments', () => {
  it('CM1 what is written is read, oldest first; what is no comment is passed over, and an older one has empty fields', () => {
    const doc = new Y.Doc();
    writeComment(doc, { ...plain, id: 'late', at: '2027-01-02T10:00:00.000Z' });
    writeComment(doc, plain);
    doc.getMap('comments').set('no', 7);
    doc
      .getMap('comments')
      .set('odd', { block: 'b0', author: 'p1', text: 'Gammel', at: '2026', words: 'nei', outcome: 3 });
    expect(readComments(doc)).toEqual([
      { ...plain, id: 'odd', text: 'Gammel', at: '2026' },
      plain,
      { ...plain, id: 'late', at: '2027-01-02T10:00:00.000Z' },
    ]);
  });

  it('CM13 an answer opens the thread again that somebody resolved without having read it', () => {
    const [kari, ola] = [new Y.Doc(), new Y.Doc()];
    const meet = (): void => {
      Y.applyUpdate(ola, Y.encodeStateAsUpdate(kari));
      Y.applyUpdate(kari, Y.encodeStateAsUpdate(ola));
    };
    const thread = () => {
      const [only] = threadsOf(readComments(kari));
      if (only === undefined) throw new Error('no thread');
      return only;
    };
    const answer = { ...plain, answers: plain.id };
    writeComment(kari, plain);
    writeComment(kari, { ...answer, id: 'known', at: '2027-01-02T10:00:00.000Z' });
    meet();
    writeComment(kari, resolvedAs(thread(), null));
    expect(isOpen(thread())).toBe(false);
    // Written before, by a clock that is slow, and read by nobody yet.
    writeComment(ola, { ...answer, id: 'unheard', at: '2027-01-01T11:00:00.000Z' });
    meet();
    expect(isOpen(thread())).toBe(true);
    writeComment(kari, resolvedAs(thread(), null));
    expect(isOpen(thread())).toBe(false);
    writeComment(kari, openedAgain(thread()));
    expect(isOpen(thread())).toBe(true);
    // What was resolved before this was written down stays so.
    writeComment(kari, { ...plain, resolved: true });
    expect(isOpen(thread())).toBe(false);
  });

  it('CM2 an answer stands under what it answers, one to what is gone by itself', () => {
    const answer = { ...plain, id: 'c2', answers: 'c1', at: '2027-01-01T11:00:00.000Z' };
    const stray = { ...plain, id: 'c3', answers: 'gone', at: '2027-01-01T12:00:00.000Z' };
    expect(threadsOf([plain, answer, stray])).toEqual([
      { first: plain, answers: [answer], carried: [] },
      { first: stray, answers: [], carried: [] },
    ]);
  });

  it('CM2 whoever takes a comment away takes its answers along', () => {
    const doc = new Y.Doc();
    for (const comment of [plain, { ...plain, id: 'c2', answers: 'c1' }, { ...plain, id: 'c3' }])
      writeComment(doc, comment);
    removeComment(doc, plain);
    expect(readComments(doc).map(({ id }) => id)).toEqual(['c3']);
  });

  it('CM3 a thread follows its words through typing, a split, a move and a join', () => {
    const doc = draft();
    const thread = onWords(doc);
    insertText(doc, first, 0, 'røde ');
    insertText(doc, first, 16, '!');
    expect(wordsNow(doc, thread())).toBe('pæ!rer');
    const { second: split = null } = splitBlock(doc, first, 14, countingIds('n')) ?? {};
    expect(split).not.toBeNull();
    if (split === null) return;
    expect(thread().block).toBe(split);
    splitBlock(doc, split, 3, countingIds('m'));
    expect(thread().ranges).toHaveLength(2);
    expect(wordsNow(doc, thread())).toBe('pæ! rer');
    moveBlocks(doc, [split], second);
    expect(wordsNow(doc, thread())).toBe('pæ! rer');
    joinWithPrevious(doc, split);
    expect(thread().block).toBe(second);
  });

  it('CM3 words that are deleted are said to be gone, and the thread stays at its block', () => {
    const doc = draft();
    const thread = onWords(doc);
    deleteText(doc, first, { start: 9, end: 14 });
    expect(thread()).toMatchObject({ ranges: [], block: first, wordsGone: true });
    deleteBlocks(doc, [first]);
    expect(thread()).toMatchObject({ ranges: [], block: null, wordsGone: true });
  });

  it('CM3 words that undo brings back are found again, also by those who only read, unless they stand there twice', () => {
    const doc = draft();
    const undo = createUndo(doc);
    const thread = onWords(doc);
    deleteText(doc, first, { start: 8, end: 15 });
    undo.undo();
    const reader = synced(doc);
    expect(wordsNow(doc, thread())).toBe('pærer');
    expect(wordsNow(reader, placeThread(reader, { first: thread().first, answers: [], carried: [] }))).toBe('pærer');
    insertText(reader, first, 0, 'pærer ');
    expect(placeThread(reader, { first: thread().first, answers: [], carried: [] }).wordsGone).toBe(true);
  });

  it('CM4 a remark on a block goes with the block, also when that is joined to another', () => {
    const doc = draft();
    const remark = () => placeThread(doc, { first: { ...plain, block: second }, answers: [], carried: [] });
    expect(remark()).toMatchObject({ block: second, wordsGone: false });
    joinWithPrevious(doc, second);
    expect(remark()).toMatchObject({ block: first, wordsGone: false });
  });

  it('CM12 words that are cut and pasted are the same words to a thread, and back where they were when that is undone', () => {
    const doc = draft();
    const comments = new Y.Doc();
    const undo = createUndo(doc);
    const cut = { block: second, rangeInText: { start: 3, end: 8 } };
    writeComment(comments, onWords(doc)().first);
    const thread = () => {
      const [only] = threadsOf(readComments(comments), readCarried(comments));
      if (!only) throw new Error('no thread');
      return only;
    };
    expect(isCutOut(doc, thread())).toBe(false);
    deleteText(doc, first, { start: 9, end: 14 });
    expect(isCutOut(doc, thread())).toBe(true);
    undo.stopCapturing();
    insertText(doc, second, 3, 'pærer');
    writeCarried(comments, 'k1', { comment: 'c1', block: second, words: anchorWords(doc, cut) });
    // Another resolves it in the same moment: neither overrules the other.
    writeComment(comments, { ...thread().first, resolved: true });
    expect(placeThread(doc, thread())).toMatchObject({ ranges: [cut], block: second, wordsGone: false });
    expect(thread().first.resolved).toBe(true);
    undo.undo();
    expect(placeThread(doc, thread()).wordsGone).toBe(true);
    undo.undo();
    expect(placeThread(doc, thread())).toMatchObject({ block: first, wordsGone: false });
    expect(wordsNow(doc, placeThread(doc, thread()))).toBe('pærer');
  });

  it('CM12 a remark on a block that is cut goes to the block that is pasted; what is no place of words is passed over', () => {
    const doc = draft();
    const comments = new Y.Doc();
    writeComment(comments, plain);
    deleteBlocks(doc, [first]);
    const thread = () => threadsOf(readComments(comments), readCarried(comments)).map((one) => placeThread(doc, one));
    expect(thread()).toMatchObject([{ block: null }]);
    for (const [at, odd] of [null, 7, {}, { comment: 'c1', block: 4, words: [] }].entries())
      comments.getMap('carried').set(`odd${at}`, odd);
    expect(thread()).toMatchObject([{ block: null }]);
    writeCarried(comments, 'k1', { comment: 'c1', block: second, words: [] });
    expect(thread()).toMatchObject([{ block: second, wordsGone: false }]);
  });

  it('CM5 a suggestion is taken in one step, which undo takes back; words that are gone cannot be replaced', () => {
    const doc = draft();
    const undo = createUndo(doc);
    const thread = onWords(doc, { suggestion: 'plommer' });
    insertText(doc, first, 0, 'røde ');
    expect(takeSuggestion(doc, thread())).toBe(true);
    expect(readDraft(doc)[0]?.text).toBe('røde epler og plommer og bær');
    undo.undo();
    expect(readDraft(doc)[0]?.text).toBe('røde epler og pærer og bær');
    deleteText(doc, first, { start: 14, end: 19 });
    expect(takeSuggestion(doc, thread())).toBe(false);
  });

  it('CM5 what was taken is in the text until most of it is away again, and can then be taken once more', () => {
    const doc = draft();
    const thread = onWords(doc, { suggestion: 'plommer', resolved: true, outcome: 'taken' });
    expect(thread()).toMatchObject({ isInText: false, wordsGone: false });
    takeSuggestion(doc, thread());
    expect(thread()).toMatchObject({ isInText: true, wordsGone: true });
    expect(takeSuggestion(doc, thread())).toBe(false);
    // By hand, and by another: no undo.
    const other = synced(doc);
    replaceText(other, first, { start: 10, end: 16 }, 'ærer');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(thread()).toMatchObject({ isInText: false, wordsGone: false });
    settleTakes(other);
    const undo = createUndo(doc);
    expect(takeSuggestion(doc, thread())).toBe(true);
    undo.undo();
    expect(thread()).toMatchObject({ isInText: false, wordsGone: false });
    undo.redo();
    const [step] = undo.undoStack;
    if (step) takenAgain(doc, thread().first.id, step);
    expect(thread()).toMatchObject({ isInText: true, wordsGone: true });
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    for (const window of [doc, other]) settleTakes(window);
    for (const window of [doc, other]) expect(readDraft(window)[0]?.text).toBe('epler og plommer og bær');
  });

  it('CM5 a suggestion whose words a split has parted replaces all of them, where they begin', () => {
    const doc = draft();
    const thread = onWords(doc, { suggestion: 'plommer' });
    splitBlock(doc, first, 11, countingIds('n'));
    takeSuggestion(doc, thread());
    expect(readDraft(doc).map(({ text }) => text)).toEqual(['epler og plommer', ' og bær', 'nøtter']);
  });

  it('CM6 nothing of a comment is in the draft, nor in what is frozen of it', () => {
    const doc = draft();
    const before = draftContent(doc, { measure: 60, start: 1, restart: 'never' });
    const comments = new Y.Doc();
    writeComment(comments, onWords(doc)().first);
    expect(draftContent(doc, { measure: 60, start: 1, restart: 'never' })).toEqual(before);
  });
});
