import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId, personId } from '#shared/core/ids';
import type { Comment } from '#shared/schema/comments';
import { anchorWords, createUndo, insertText, readDraft } from '#shared/schema/draft';
import { settleTakes, keepTakesSingle } from '#shared/schema/takes';
import { placeThread, takeSuggestion } from '#shared/schema/threads';
import { draftOfPoints } from '../../support/drafts';

const block = blockId('b0');
const suggestion = 'PLOMMER';

/** A draft at several windows, with one suggestion for «pærer» that each of them has. */
function windows(count: number): { readonly docs: readonly Y.Doc[]; readonly comment: Comment } {
  const first = draftOfPoints(['epler og pærer og bær']);
  const comment: Comment = {
    id: 'c1',
    block,
    author: personId('p1'),
    text: '',
    at: '2027-01-01T10:00:00.000Z',
    resolved: false,
    words: anchorWords(first, { block, rangeInText: { start: 9, end: 14 } }),
    quote: 'pærer',
    answers: null,
    suggestion,
    outcome: null,
    heard: null,
  };
  const docs = Array.from({ length: count }, (_, index) => {
    const doc = new Y.Doc();
    doc.clientID = (index * 7919) % 97;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first));
    return doc;
  });
  return { docs, comment };
}

const take = (doc: Y.Doc, comment: Comment): boolean =>
  takeSuggestion(doc, placeThread(doc, { first: comment, answers: [], carried: [] }));
const send = (from: Y.Doc, to: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
const textOf = (doc: Y.Doc): string => readDraft(doc)[0]?.text ?? '';
const count = (text: string, words: string): number => text.split(words).length - 1;

const step = fc.oneof(
  fc.record({ kind: fc.constant('take' as const), by: fc.nat(4) }),
  fc.record({ kind: fc.constant('type' as const), by: fc.nat(4), at: fc.nat(40) }),
  fc.record({ kind: fc.constant('send' as const), by: fc.nat(4), to: fc.nat(4) }),
);

describe('A suggestion that several take', () => {
  it('CM8 stands in the text once, in every window, however the takes, the typing and the delivery are mixed; what was typed stands once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.array(step, { maxLength: 25 }), (peers, steps) => {
        const { docs, comment } = windows(peers);
        for (const doc of docs) keepTakesSingle(doc, () => undefined);
        const at = (index: number): Y.Doc => docs[index % peers] as Y.Doc;
        let typed = 0x4e00;
        let taken = false;
        const replaced = new Set<string>();
        for (const one of steps) {
          const doc = at(one.by);
          if (one.kind === 'take') {
            const before = textOf(doc);
            if (!take(doc, comment)) continue;
            taken = true;
            // What the taker saw within the words went with them.
            for (const letter of before) if (letter >= '\u4e00' && !textOf(doc).includes(letter)) replaced.add(letter);
          }
          if (one.kind === 'send') send(doc, at(one.to));
          if (one.kind === 'type')
            insertText(doc, block, one.at % (textOf(doc).length + 1), String.fromCharCode(typed++));
        }
        for (let round = 0; round < 3; round += 1) for (const from of docs) for (const to of docs) send(from, to);
        const texts = new Set(docs.map(textOf));
        expect(texts.size).toBe(1);
        const [text = ''] = texts;
        const letters = text.replaceAll(/[\u4e00-\uffff]/gu, '');
        expect(count(letters, suggestion)).toBe(taken ? 1 : 0);
        expect(letters.replace(suggestion, 'pærer')).toBe('epler og pærer og bær');
        for (let code = 0x4e00; code < typed; code += 1) {
          const letter = String.fromCharCode(code);
          expect(count(text, letter)).toBe(replaced.has(letter) ? 0 : 1);
        }
      }),
      { numRuns: Number(process.env['TAKES_RUNS'] ?? 60) },
    );
  });

  it('CM8 the take that counts is taken back by who made it; the other window has nothing left to take back', () => {
    const { docs, comment } = windows(2);
    const [a, b] = docs as [Y.Doc, Y.Doc];
    const undos = [createUndo(a), createUndo(b)] as const;
    const elsewhere: string[] = [];
    keepTakesSingle(a, () => elsewhere.push('a'));
    keepTakesSingle(b, () => elsewhere.push('b'));
    take(a, comment);
    take(b, comment);
    send(a, b);
    send(b, a);
    send(a, b);
    expect([textOf(a), textOf(b), elsewhere]).toEqual(['epler og PLOMMER og bær', 'epler og PLOMMER og bær', ['b']]);
    undos[0].undo();
    send(a, b);
    expect([textOf(a), textOf(b)]).toEqual(['epler og pærer og bær', 'epler og pærer og bær']);
  });

  it('CM8 nothing happens where it was taken once, and what a peer wrote that is no take is passed over', () => {
    const { docs, comment } = windows(1);
    const [doc] = docs as [Y.Doc];
    take(doc, comment);
    for (const [key, value] of [
      ['x', 1],
      ['c1/abc', { host: 'b0', from: 0, to: 9 }],
      ['c1/3', { host: 'none', from: 0, to: 9 }],
      ['c1/4', null],
    ] as const)
      doc.getMap('takes').set(key, value);
    expect(settleTakes(doc)).toEqual([]);
    expect(textOf(doc)).toBe('epler og PLOMMER og bær');
  });
});
