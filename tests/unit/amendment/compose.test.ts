import { describe, expect, it } from 'vitest';
import { applyAmendments, collisionsOf } from '#shared/amendment';
import type { Amendment, TextChange } from '#shared/amendment/amendment';
import { blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { AUTOMATIC } from '#shared/domain/block';
import { numberBlocks } from '#shared/domain/numbering';
import type { Revision } from '#shared/domain/revision';
import {
  amendmentOf,
  blocksOf,
  insert,
  join,
  move,
  replaceText,
  revisionOf,
  split,
  strike,
  textsOf,
} from '../../support/amendmentCases';

const revision = revisionOf(`
  = Arbeidsprogram
  # Fag
  Legene skal ha tid til faget. Forskning gir bedre tjenester. Alle trenger veiledning.
  : Foreningen vil arbeide for:
  - At alle får tid til fag hver uke.
  - At flere får veiledning.
  - At forskning lønner seg.
  # Lønn
  - At lønnen følger ansvaret.
  - At avtalene holdes.
`);

const sentences = 2;
const [time, guidance, research, pay, agreements] = [4, 5, 6, 8, 9];

const filed = (...changes: readonly (TextChange | readonly TextChange[])[]): readonly Amendment[] =>
  changes.map((change, index) => amendmentOf(revision, index + 1, ...('kind' in change ? [change] : change)));

const composed = (amendments: readonly Amendment[], base: Revision = revision) =>
  applyAmendments(base, amendments, countingIds('ny'));
const texts = (amendments: readonly Amendment[]) => textsOf(composed(amendments).blocks);
const textAt = (amendments: readonly Amendment[], index: number) =>
  composed(amendments).blocks.find(({ id }) => id === blockId(`b${index}`))?.text;
const reasons = (amendments: readonly Amendment[]) =>
  collisionsOf(revision, amendments).map(({ a, b, reason }) => [a, b, reason]);

describe('words of several amendments in one block', () => {
  it('M1 merges words that do not overlap, without a question', () => {
    const amendments = filed(
      replaceText(time, 'At alle får god tid til fag hver uke.'),
      replaceText(time, 'At alle får tid til fag hver dag.'),
    );
    expect(textAt(amendments, time)).toBe('At alle får god tid til fag hver dag.');
    expect(reasons(amendments)).toEqual([]);
  });

  it('M2 makes equal edits one with several proposers', () => {
    const amendments = filed(
      replaceText(time, 'At alle får tid til forskning hver uke.'),
      replaceText(time, 'At alle får tid til forskning hver måned.'),
    );
    const { blocks, collisions, provenance } = composed(amendments);
    expect(collisions).toEqual([]);
    expect(blocks[time]?.text).toBe('At alle får tid til forskning hver måned.');
    expect(provenance.get(blockId('b4'))?.words).toEqual([
      { rangeInText: { start: 20, end: 29 }, amendments: ['F1', 'F2'] },
      { rangeInText: { start: 35, end: 40 }, amendments: ['F2'] },
    ]);
  });

  it('M3 asks only about the words that both change; the rest of both merges', () => {
    const amendments = filed(
      replaceText(time, 'At leger får tid til fag hver måned.'),
      replaceText(time, 'At alle får rom til fag hver dag.'),
    );
    const { collisions } = composed(amendments);
    expect(textAt(amendments, time)).toBe('At leger får rom til fag hver uke.');
    expect(collisions).toEqual([
      { a: 'F1', b: 'F2', reason: 'same-words', block: 'b4', rangeInBase: { start: 29, end: 32 } },
    ]);
  });

  it('M4 asks about a word inside a struck sentence, and shows that word', () => {
    const amendments = filed(
      replaceText(sentences, 'Legene skal ha tid til faget. Alle trenger veiledning.'),
      replaceText(
        sentences,
        'Legene skal ha tid til faget. Forskning gir tryggere tjenester. Alle trenger veiledning.',
      ),
    );
    const [collision] = collisionsOf(revision, amendments);
    const text = revision.blocks[sentences]?.text ?? '';
    expect(text.slice(collision?.rangeInBase?.start, collision?.rangeInBase?.end)).toBe('bedre');
    expect(textAt(amendments, sentences)).toBe(text);
  });

  it('M5 keeps an insertion beside words that are struck or changed', () => {
    const amendments = filed(
      replaceText(sentences, 'Legene skal ha tid til faget. Alle trenger veiledning.'),
      replaceText(
        sentences,
        'Legene skal ha tid til faget. Forskning gir bedre tjenester. Det haster. Alle trenger veiledning.',
      ),
    );
    expect(textAt(amendments, sentences)).toBe('Legene skal ha tid til faget. Det haster. Alle trenger veiledning.');
    expect(reasons(amendments)).toEqual([]);
  });

  it.each([
    ['x a og b og c y', 'x a og c y', 'x a og c z', 'x a og c z'],
    ['x a og b og c y', 'x a og c y', 'w a og c y', 'w a og c y'],
    [
      'Vi vet. Det er bra. Det er fint i dag.',
      'Vi vet. Det er fint i dag.',
      'Vi vet. Det er fint i morgen.',
      'Vi vet. Det er fint i morgen.',
    ],
  ])('M2 finds that two do the same among repeated words: %s', (base, first, second, expected) => {
    const one = revisionOf(base);
    const amendments = [first, second].map((text, at) => amendmentOf(one, at + 1, replaceText(0, text)));
    expect(collisionsOf(one, amendments)).toEqual([]);
    expect(textsOf(composed(amendments, one).blocks)).toEqual([expected]);
  });

  it('M6 keeps two insertions at one place, in order of submission', () => {
    const first = amendmentOf(revision, 1, replaceText(time, 'At alle får god tid til fag hver uke.'));
    const second = amendmentOf(revision, 2, replaceText(time, 'At alle får lang tid til fag hver uke.'));
    expect(textAt([first, second], time)).toBe('At alle får god lang tid til fag hver uke.');
    expect(textAt([second, first], time)).toBe('At alle får god lang tid til fag hver uke.');
  });

  it.each([
    ['the first word struck, a word set before it', 'alle får', 'får', 'Nå alle får', 'Nå får'],
    ['the last word struck, a word set before it', 'tid til fag.', 'tid til.', 'tid til godt fag.', 'tid til godt.'],
    ['a comma and a word', 'a b c', 'a, b c', 'a b d', 'a, b d'],
    ['the whole text and a word behind it', 'a b', 'c d', 'a b e', 'c d e'],
  ])('M7 never runs words together: %s', (_, base, first, second, expected) => {
    const one = revisionOf([{ ...(blocksOf('x')[0] ?? expect.fail()), text: base }]);
    const amendments = [first, second].map((text, at) => amendmentOf(one, at + 1, replaceText(0, text)));
    expect(textsOf(composed(amendments, one).blocks)).toEqual([expected]);
  });

  it('M8 asks where two change the white space between the same words differently', () => {
    const one = revisionOf('a  b');
    const change = (text: string, number: number) => amendmentOf(one, number, replaceText(0, text));
    expect(textsOf(composed([change('a b', 1), change('c  b', 2)], one).blocks)).toEqual(['c b']);
    expect(collisionsOf(one, [change('a b', 1), change('a\u00a0b', 2)])).toHaveLength(1);
  });
});

describe('blocks', () => {
  it('A1 gives the text back where there is no amendment', () => {
    expect(composed([]).blocks).toEqual(revision.blocks);
  });

  it('A2 keeps ids, origins and the number by place', () => {
    const { blocks } = composed(filed(strike(guidance)));
    expect(blocks.map(({ id }) => id)).toEqual(revision.blocks.filter((_, at) => at !== guidance).map(({ id }) => id));
    expect(numberBlocks(blocks)[guidance]).toBe('2');
  });

  it('A3 places an insertion after its block or before the first', () => {
    expect(texts(filed(insert(guidance, 'At nytt.')))[guidance + 1]).toBe('At nytt.');
    expect(texts(filed(insert(null, 'Først')))[0]).toBe('Først');
    expect(composed(filed(insert(guidance, 'At nytt.'))).blocks[guidance + 1]).toEqual({
      id: 'ny1',
      kind: 'point',
      level: null,
      marker: AUTOMATIC,
      text: 'At nytt.',
      origins: [],
      footnoteRefs: [],
    });
  });

  it('A4 keeps an insertion whose block is struck or moved, where the block stood', () => {
    const amendments = filed(insert(guidance, 'At nytt.'), strike(guidance));
    expect(texts(amendments)[guidance]).toBe('At nytt.');
    expect(reasons(amendments)).toEqual([]);
    const beside = filed(insert(guidance, 'At nytt.'), move(guidance, agreements));
    expect(texts(beside).slice(time, time + 3)).toEqual([
      'At alle får tid til fag hver uke.',
      'At nytt.',
      'At forskning lønner seg.',
    ]);
  });

  it('A5 of two that came in the same instant the one with the lower number in its series came first', () => {
    for (const series of ['', 'F', '3-']) {
      const inOneInstant = [9, 10].map((number) => ({
        ...amendmentOf(revision, number, insert(time, `At det ${number}. forslaget kommer.`)),
        number: `${series}${number}`,
        submittedAt: '2027-03-02T10:00:00.000Z',
      }));
      const { blocks } = applyAmendments(revision, inOneInstant, countingIds('n'));
      const added = blocks.slice(time + 1, time + 3).map(({ text }) => text);
      expect(added).toEqual(['At det 9. forslaget kommer.', 'At det 10. forslaget kommer.']);
    }
  });

  it('A5 keeps two insertions at one place in order of submission, whatever the order of the list', () => {
    const amendments = filed(insert(guidance, 'Første.'), insert(guidance, 'Annen.'));
    expect(texts(amendments).slice(6, 8)).toEqual(['Første.', 'Annen.']);
    expect(texts(amendments.toReversed()).slice(6, 8)).toEqual(['Første.', 'Annen.']);
  });

  it('A6 makes equal insertions one', () => {
    const { blocks, provenance } = composed(filed(insert(guidance, 'At nytt.'), insert(guidance, 'At nytt.')));
    expect(blocks).toHaveLength(revision.blocks.length + 1);
    expect(provenance.get(blockId('ny1'))?.amendments).toEqual(['F1', 'F2']);
  });

  it('A7 asks where one strikes what another changes or moves, and leaves both', () => {
    const amendments = filed(strike(guidance), replaceText(guidance, 'At alle får veiledning.'), move(guidance, time));
    expect(reasons(amendments)).toEqual([
      ['F1', 'F2', 'deleted-target'],
      ['F1', 'F3', 'deleted-target'],
    ]);
    expect(texts(amendments)).toContain('At flere får veiledning.');
    expect(reasons(filed(strike(guidance), strike(guidance)))).toEqual([]);
  });

  it('A7 tells two who change the same words also where a third strikes the block', () => {
    const amendments = filed(
      strike(guidance),
      replaceText(guidance, 'At mange får veiledning.'),
      replaceText(guidance, 'At alle får veiledning.'),
    );
    expect(reasons(amendments)).toContainEqual(['F2', 'F3', 'same-words']);
  });

  it('A8 moves a block with its words changed', () => {
    const amendments = filed(move(research, pay), replaceText(research, 'At god forskning lønner seg.'));
    expect(texts(amendments).slice(-3)).toEqual([
      'At lønnen følger ansvaret.',
      'At god forskning lønner seg.',
      'At avtalene holdes.',
    ]);
    expect(reasons(amendments)).toEqual([]);
  });

  it('A8 asks where two move one block to different places', () => {
    const amendments = filed(move(research, pay), move(research, agreements), move(research, pay));
    expect(reasons(amendments)).toEqual([
      ['F1', 'F2', 'same-move'],
      ['F2', 'F3', 'same-move'],
    ]);
    expect(texts(amendments)).toEqual(textsOf(revision.blocks));
  });

  it('A9 moves a chapter with all that is in it, and with what others do there', () => {
    const amendments = filed(
      move(7, 0),
      insert(agreements, 'At nytt.'),
      replaceText(pay, 'At lønnen følger arbeidet.'),
    );
    expect(texts(amendments).slice(0, 5)).toEqual([
      'Arbeidsprogram',
      'Lønn',
      'At lønnen følger arbeidet.',
      'At avtalene holdes.',
      'At nytt.',
    ]);
  });

  it('A9 a chapter that leaves another is not taken along by it, wherever that one goes (found by the oracle, seed 20270528, set 8812)', () => {
    const blocks = blocksOf(`
      # Fag
      - At a.
      # Tid
      - At b.
      # Lønn
      - At c.
    `).map((block, at) => (at === 2 ? { ...block, level: 2 } : block));
    const nested = revisionOf(blocks);
    const wishes = [move(2, null), move(0, 4), move(4, 2)].map((change, at) => amendmentOf(nested, at + 1, change));
    const { blocks: now, collisions } = applyAmendments(nested, wishes, countingIds('ny'));
    expect(collisions).toEqual([]);
    expect(textsOf(now)).toEqual(['Tid', 'Lønn', 'Fag', 'At a.', 'At c.', 'At b.']);
  });

  it('A9 asks where two move chapters into each other', () => {
    const amendments = filed(move(7, time), move(1, pay));
    expect(reasons(amendments)).toEqual([['F1', 'F2', 'same-structure']]);
    expect(texts(amendments)).toEqual(textsOf(revision.blocks));
  });

  it('A10 divides a block, and words that others change stay with their neighbours', () => {
    const whole = revision.blocks[sentences]?.text ?? '';
    const amendments = filed(
      split(sentences, 'Legene skal ha tid til faget.', 'Forskning gir bedre tjenester. Alle trenger veiledning.'),
      replaceText(sentences, whole.replace('Alle', 'Alle leger')),
    );
    const { blocks } = composed(amendments);
    expect(textsOf(blocks).slice(2, 4)).toEqual([
      'Legene skal ha tid til faget.',
      'Forskning gir bedre tjenester. Alle leger trenger veiledning.',
    ]);
    expect(blocks.slice(2, 4).map(({ id }) => id)).toEqual(['b2', 'ny1']);
    expect(reasons(amendments)).toEqual([]);
  });

  it('A10 makes equal divisions one, and different ones several', () => {
    const first = split(
      sentences,
      'Legene skal ha tid til faget.',
      'Forskning gir bedre tjenester. Alle trenger veiledning.',
    );
    const other = split(
      sentences,
      'Legene skal ha tid til faget. Forskning gir bedre tjenester.',
      'Alle trenger veiledning.',
    );
    expect(texts(filed(first, first))).toHaveLength(revision.blocks.length + 1);
    expect(texts(filed(first, other)).slice(2, 5)).toEqual([
      'Legene skal ha tid til faget.',
      'Forskning gir bedre tjenester.',
      'Alle trenger veiledning.',
    ]);
  });

  it('A10 asks where one divides inside what another strikes', () => {
    const amendments = filed(
      split(sentences, 'Legene skal ha tid til faget. Forskning gir', 'bedre tjenester. Alle trenger veiledning.'),
      replaceText(sentences, 'Legene skal ha tid til faget. Alle trenger veiledning.'),
    );
    expect(reasons(amendments)).toEqual([['F1', 'F2', 'same-structure']]);
  });

  it('A11 joins two blocks, with the words that others change in each', () => {
    const amendments = filed(
      join(guidance, research),
      replaceText(guidance, 'At alle får veiledning.'),
      replaceText(research, 'At god forskning lønner seg.'),
    );
    expect(texts(amendments)[guidance]).toBe('At alle får veiledning. At god forskning lønner seg.');
    expect(texts(amendments)).toHaveLength(revision.blocks.length - 1);
    expect(reasons(amendments)).toEqual([]);
  });

  it('A11 keeps an insertion between two blocks that are joined', () => {
    expect(texts(filed(join(guidance, research), insert(guidance, 'At nytt.'))).slice(guidance, guidance + 2)).toEqual([
      'At flere får veiledning. At forskning lønner seg.',
      'At nytt.',
    ]);
  });

  it.each([
    ['one block with two others', [join(time, guidance), join(time, research)]],
    ['two blocks with the same', [join(time, research), join(guidance, research)]],
    ['each with the other', [join(time, guidance), join(guidance, time)]],
    ['a block that another moves', [join(time, guidance), move(guidance, agreements)]],
  ])('A11 asks where joins do not go together: %s', (_, changes) => {
    const amendments = filed(...changes);
    expect(reasons(amendments)).toEqual([['F1', 'F2', 'same-structure']]);
    expect(texts(amendments)).toEqual(textsOf(revision.blocks));
  });

  it('A11 leaves joins that come back to where they began', () => {
    const amendments = filed(join(time, guidance), join(guidance, research), join(research, time));
    expect(texts(amendments)).toEqual(textsOf(revision.blocks));
    expect(reasons(amendments)).toHaveLength(3);
  });

  it('A12 keeps footnote markers behind the word they stood behind', () => {
    const noted = revisionOf(
      blocksOf('En to tre fire').map((block) => ({ ...block, footnoteRefs: [{ number: '1', offset: 5 }] })),
    );
    const after = (...changes: readonly TextChange[]) => composed([amendmentOf(noted, 1, ...changes)], noted).blocks;
    expect(after(replaceText(0, 'Null en to tre fire'))[0]?.footnoteRefs).toEqual([{ number: '1', offset: 10 }]);
    expect(after(replaceText(0, 'En tre fire'))[0]?.footnoteRefs).toEqual([{ number: '1', offset: 2 }]);
    expect(after(split(0, 'En', 'to tre fire')).map(({ footnoteRefs }) => footnoteRefs)).toEqual([
      [],
      [{ number: '1', offset: 2 }],
    ]);
  });

  it('A13 carries nothing of an amendment that has no place here', () => {
    const elsewhere = amendmentOf(null, 1, strike(guidance));
    const unknown = amendmentOf(revision, 2, strike(guidance), { kind: 'deletion', block: blockId('borte') });
    const intoItself = amendmentOf(revision, 3, move(1, guidance));
    const { blocks, unplaced } = composed([elsewhere, unknown, intoItself]);
    expect(unplaced).toEqual(['F1', 'F2', 'F3']);
    expect(blocks).toEqual(revision.blocks);
  });

  it('A14 takes the changes of one amendment as one wish that never collides with itself', () => {
    const [amendment] = filed([
      replaceText(guidance, 'At alle får veiledning.'),
      move(guidance, pay),
      insert(guidance, 'At nytt.'),
    ]);
    const { blocks, collisions } = composed(amendment === undefined ? [] : [amendment]);
    expect(collisions).toEqual([]);
    expect(textsOf(blocks).slice(5)).toEqual([
      'At nytt.',
      'At forskning lønner seg.',
      'Lønn',
      'At lønnen følger ansvaret.',
      'At alle får veiledning.',
      'At avtalene holdes.',
    ]);
  });
});
