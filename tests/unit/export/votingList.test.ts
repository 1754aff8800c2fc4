import { describe, expect, test } from 'vitest';
import { strFromU8 } from 'fflate';
import { amendedText } from '#shared/amendment';
import { exportPaper, type View } from '#shared/export';
import type { ExportInput } from '#shared/export/input';
import type { Revision } from '#shared/domain/revision';
import { amendmentOf } from './meeting';
import { revisionOf, revisionWith } from './programmes';

const first = revisionOf(
  [
    '= Havneplan',
    '# Kaier',
    '1. At kaiene får lys hele natten.',
    '1. At fendrene byttes hvert år.',
    '1. At kranen males.',
  ],
  { name: 'Innstilling' },
);
/** The second revision: a new paragraph in front, so that every line moves, and the last point worded anew. */
const second = revisionWith(
  first.blocks.flatMap((block, index) => {
    if (index === 1) return [block, ...revisionOf(['Et nytt avsnitt foran punktene.'], { prefix: 'n' }).blocks];
    return index === 4 ? [{ ...block, text: 'At kranen selges.' }] : [block];
  }),
  'Versjon 2',
  first.lineSettings,
);
const at = (index: number) => {
  const found = first.blocks[index];
  if (found === undefined) throw new Error(`no block ${index}`);
  return found;
};
const filed = [
  amendmentOf(first, 1, [{ kind: 'replacement', block: at(2).id, text: 'At kaiene får lys hele døgnet.' }]),
  amendmentOf(first, 2, [{ kind: 'replacement', block: at(4).id, text: 'At kranen rives.' }]),
  amendmentOf(first, 3, [{ kind: 'editorial', block: at(3).id, instruction: 'Bruk samme ord for fender overalt.' }]),
];

const inputOn = (newest: Revision): ExportInput => ({
  newest,
  baseline: null,
  amendments: filed,
  votingOrder: null,
  people: {},
  language: 'nb',
  isDraft: false,
  generatedAt: '2027-02-10T08:15:00.000Z',
  author: 'Sekretariatet',
  revisions: [first],
});

function html(view: View, input: ExportInput): string {
  const paper = exportPaper(view, 'html', input);
  if (!paper.ok || paper.value.kind !== 'bytes') throw new Error(`no ${view}`);
  return strFromU8(paper.value.bytes);
}

describe('the voting list', () => {
  test('E7 after a new revision every open amendment is still on it, by its place there', () => {
    const before = html('voting', inputOn(first));
    expect(before).toContain('kap. 1 pkt. 1, linje 3');
    const after = html('voting', inputOn(second));
    expect(after).toContain('Versjon 2');
    expect(after).toContain('kap. 1 pkt. 1, linje 4');
    expect(after).not.toContain('Ingen forslag venter');
  });

  test('E7 one that cannot be carried is on it with why, and with the revision its place is of', () => {
    const after = html('voting', inputOn(second));
    expect(after).toContain('Teksten er endret. Stedet gjelder versjonen «Innstilling».');
    expect(after).toContain('kap. 1 pkt. 3, linje 5');
    const gone = revisionWith(second.blocks.slice(0, -1), 'Versjon 3', first.lineSettings);
    expect(html('voting', inputOn(gone))).toContain('Teksten finnes ikke lenger. Stedet gjelder');
  });

  test('E7 what the text has already is said to be so', () => {
    const adopted = revisionWith(
      first.blocks.map((block, index) => (index === 2 ? { ...block, text: 'At kaiene får lys hele døgnet.' } : block)),
      'Versjon 2',
      first.lineSettings,
    );
    expect(html('voting', inputOn(adopted))).toContain('Teksten har allerede denne endringen.');
  });

  test('E11 the instruction of an editorial amendment is printed', () => {
    for (const newest of [first, second])
      for (const view of ['voting', 'amendments'] as const)
        expect(html(view, inputOn(newest))).toContain('Bruk samme ord for fender overalt.');
  });

  test('E7 once there are amendments to a later revision, the book carries the open ones there too', () => {
    const late = amendmentOf(second, 4, [{ kind: 'deletion', block: at(3).id }]);
    const book = html('amendments', { ...inputOn(second), amendments: [...filed, late] });
    expect(book).toContain('Forslag 1 · kap. 1 pkt. 1, linje 4');
    expect(book).toContain('Teksten er endret. Stedet gjelder versjonen «Innstilling».');
  });
});

describe('the minutes', () => {
  const decided = (votes: readonly [number, number, number]) => ({
    ...inputOn(first),
    amendments: filed.slice(0, 1).map((amendment) => ({
      ...amendment,
      decision: {
        result: 'adopted' as const,
        tally: { for: votes[0], against: votes[1], abstained: votes[2] },
        because: null,
        at: '2027-05-28T12:00:00.000Z',
      },
    })),
  });

  test('E12 one voice is not unanimity', () => {
    expect(html('minutes', decided([97, 0, 0]))).toContain('enstemmig');
    for (const votes of [
      [1, 0, 0],
      [97, 1, 0],
      [97, 0, 1],
    ] as const)
      expect(html('minutes', decided(votes))).not.toContain('enstemmig');
  });
});

describe('E7 an amendment to another', () => {
  const block = at(2);
  const decision = { result: 'rejected', tally: null, because: null, at: '2027-05-28T12:00:00.000Z' } as const;
  const parent = amendmentOf(first, 1, [
    {
      kind: 'insertion',
      after: block.id,
      blocks: [{ kind: 'point', level: null, marker: 'auto', text: 'At kaien ryddes.' }],
    },
  ]);
  const [added] = amendedText(first, parent.changes).blocks.filter(({ text }) => text === 'At kaien ryddes.');
  const child = amendmentOf(
    first,
    2,
    added ? [{ kind: 'replacement', block: added.id, text: 'At kaien ryddes ofte.' }] : [],
    { parent: { id: parent.id, changes: parent.changes } },
  );
  const later = amendmentOf(first, 3, [{ kind: 'deletion', block: at(4).id }]);
  const open = { ...inputOn(first), amendments: [later, child, parent] };
  const decided = { ...open, amendments: open.amendments.map((one) => ({ ...one, decision })) };

  test.each([
    ['amendments', open],
    ['amendments', decided],
    ['proposal', open],
    ['innstilling', open],
    ['voting', open],
    ['voting-delegates', open],
    ['minutes', decided],
  ] as const)('E7 stands in «%s» right behind it, at its place, and says which it is', (view, input) => {
    const paper = html(view, input);
    expect(paper).not.toContain('Kan ikke plasseres');
    expect(paper).toContain('Endring i forslag 1.');
    const headings = [...paper.matchAll(/Forslag (\d) · ([^<]*kap\. 1 pkt\.[^<]*)<\/h/g)].map(([, number, place]) => ({
      number,
      place,
    }));
    if (view !== 'amendments' && view !== 'minutes') return;
    expect(headings.map(({ number }) => number)).toEqual(['1', '2', '3']);
    expect(headings[1]?.place).toBe(headings[0]?.place);
  });
});
