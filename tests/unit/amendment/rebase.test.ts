import { describe, expect, it } from 'vitest';
import type { TextChange } from '#shared/amendment/amendment';
import { readAlone, rebaseAmendment } from '#shared/amendment';
import { blockId } from '#shared/core/ids';
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
} from '../../support/amendmentCases';

const lines = [
  '= Arbeidsprogram',
  '# Fag',
  'Legene skal ha tid til faget. Forskning gir bedre tjenester.',
  ': Foreningen vil arbeide for:',
  '- At alle får tid til fag hver uke.',
  '- At flere unge leger får god veiledning.',
  '- At forskning i praksis lønner seg.',
  '# Lønn',
  '- At lønnen følger ansvaret til legene.',
  '- At avtalene holdes av begge parter.',
];
const [prose, time, guidance, research, pay, agreements] = [2, 4, 5, 6, 8, 9];
const from = revisionOf(lines.join('\n'));

/** The next revision: some lines changed, struck (`null`), or set in; ids stay with their lines, new ones are n0, n1, … */
function next(edit: (rows: (readonly [id: string, line: string])[]) => void): Revision {
  const rows = lines.map((line, index) => [`b${index}`, line] as const);
  edit(rows);
  return revisionOf(
    rows.map(([, line]) => line).join('\n'),
    rows.map(([id]) => id),
  );
}
const reworded = (index: number, line: string): Revision => next((rows) => rows.splice(index, 1, [`b${index}`, line]));

const rebased = (to: Revision, ...changes: readonly TextChange[]) =>
  rebaseAmendment(amendmentOf(from, 1, ...changes), from, to);

const amended = 'At flere unge leger får tett veiledning.';

describe('rebase', () => {
  it('B1 leaves an amendment untouched where its words are', () => {
    expect(rebased(from, replaceText(guidance, amended)).state).toBe('untouched');
    const above = next((rows) => rows.splice(2, 0, ['n0', 'Et nytt avsnitt om noe annet.'], ['n1', 'Og ett til.']));
    for (const change of [
      replaceText(guidance, amended),
      strike(guidance),
      insert(guidance, 'At nytt.'),
      move(guidance, agreements),
      join(time, guidance),
    ]) {
      expect(rebased(above, change)).toEqual({ state: 'untouched', changes: [change] });
    }
  });

  it('B2 follows a block that was moved', () => {
    const to = next((rows) => rows.splice(agreements, 0, ...rows.splice(guidance, 1)));
    expect(rebased(to, replaceText(guidance, amended))).toEqual({
      state: 'carried',
      changes: [replaceText(guidance, amended)],
    });
    expect(rebased(to, strike(guidance))).toEqual({ state: 'carried', changes: [strike(guidance)] });
  });

  it('B2 follows a block whose identity was lost', () => {
    const rows = lines.map((line, index) => [index === guidance ? 'ny' : `b${index}`, line] as const);
    const to = revisionOf(
      rows.map(([, line]) => line).join('\n'),
      rows.map(([id]) => id),
    );
    expect(rebased(to, replaceText(guidance, amended))).toEqual({
      state: 'carried',
      changes: [{ kind: 'replacement', block: 'ny', text: amended }],
    });
  });

  it('B13 a chapter that has swallowed the next one is not moved by guess; one whose neighbour is gone altogether is', () => {
    const [fag, lonn] = [1, 7];
    const threeChapters = [...lines, '# Miljø', '- At skip går stille.'];
    const old = revisionOf(threeChapters.join('\n'));
    const without = (...gone: readonly number[]) => {
      const kept = threeChapters.map((line, at) => [`b${at}`, line] as const).filter((_, at) => !gone.includes(at));
      return revisionOf(
        kept.map(([, line]) => line).join('\n'),
        kept.map(([id]) => id),
      );
    };
    const toTheEnd = amendmentOf(old, 1, move(fag, 11));
    expect(rebaseAmendment(toTheEnd, old, without(lonn)).state).toBe('conflict');
    const behindWhatIsSwallowed = amendmentOf(old, 2, move(fag, pay));
    expect(rebaseAmendment(behindWhatIsSwallowed, old, without(lonn)).state).toBe('conflict');
    expect(rebaseAmendment(toTheEnd, old, without(lonn, pay, agreements)).state).toBe('untouched');
  });

  it('B3 carries words over to a text that was changed elsewhere', () => {
    const to = reworded(guidance, '- At flere unge leger og studenter får god veiledning.');
    expect(rebased(to, replaceText(guidance, amended))).toEqual({
      state: 'carried',
      changes: [replaceText(guidance, 'At flere unge leger og studenter får tett veiledning.')],
    });
  });

  it('B3 is in conflict where the same words were changed otherwise, and keeps the change as it was made', () => {
    const to = reworded(guidance, '- At flere unge leger får daglig veiledning.');
    expect(rebased(to, replaceText(guidance, amended))).toEqual({
      state: 'conflict',
      changes: [replaceText(guidance, amended)],
    });
  });

  it('B4 is covered where the same change was made', () => {
    expect(rebased(reworded(guidance, `- ${amended}`), replaceText(guidance, amended)).state).toBe('covered');
    const more = reworded(guidance, '- At flere unge leger får tett veiledning hver dag.');
    expect(rebased(more, replaceText(guidance, amended))).toEqual({ state: 'covered', changes: [] });
    expect(
      rebased(
        next((rows) => rows.splice(guidance, 1)),
        strike(guidance),
      ).state,
    ).toBe('covered');
    expect(
      rebased(
        next((rows) => rows.splice(research, 0, ['n0', '- At nytt.'])),
        insert(guidance, 'At nytt.'),
      ).state,
    ).toBe('covered');
    expect(
      rebased(
        next((rows) => rows.splice(agreements, 0, ...rows.splice(guidance, 1))),
        move(guidance, agreements),
      ).state,
    ).toBe('covered');
  });

  it('B5 follows words into the half of a divided block where they stand', () => {
    const to = next((rows) =>
      rows.splice(prose, 1, ['b2', 'Legene skal ha tid til faget.'], ['n0', 'Forskning gir bedre tjenester.']),
    );
    const change = replaceText(prose, 'Legene skal ha tid til faget. Forskning gir tryggere tjenester.');
    expect(rebased(to, change)).toEqual({
      state: 'carried',
      changes: [{ kind: 'replacement', block: 'n0', text: 'Forskning gir tryggere tjenester.' }],
    });
    expect(rebased(to, strike(prose)).changes).toEqual([strike(prose), { kind: 'deletion', block: 'n0' }]);
  });

  it('B5 follows words into a block that two were joined to', () => {
    const to = next((rows) =>
      rows.splice(guidance, 2, ['b5', '- At flere unge leger får god veiledning. At forskning i praksis lønner seg.']),
    );
    expect(rebased(to, replaceText(research, 'At forskning i klinisk praksis lønner seg.'))).toEqual({
      state: 'carried',
      changes: [
        replaceText(guidance, 'At flere unge leger får god veiledning. At forskning i klinisk praksis lønner seg.'),
      ],
    });
    expect(rebased(to, strike(research)).changes).toEqual([
      replaceText(guidance, 'At flere unge leger får god veiledning.'),
    ]);
    expect(rebased(to, join(guidance, research)).state).toBe('covered');
  });

  it('B6 keeps the slot of an insertion whose block is gone', () => {
    const gone = next((rows) => rows.splice(guidance, 1));
    expect(rebased(gone, insert(guidance, 'At nytt.'))).toEqual({
      state: 'carried',
      changes: [insert(time, 'At nytt.')],
    });
    const away = next((rows) => rows.splice(agreements, 0, ...rows.splice(guidance, 1)));
    expect(rebased(away, insert(guidance, 'At nytt.'))).toEqual({
      state: 'carried',
      changes: [insert(time, 'At nytt.')],
    });
  });

  it('B6 goes along with a chapter that was moved', () => {
    const to = next((rows) => rows.splice(1, 0, ...rows.splice(7, 3)));
    expect(rebased(to, insert(pay, 'At nytt.'))).toEqual({ state: 'untouched', changes: [insert(pay, 'At nytt.')] });
    expect(rebased(to, insert(agreements, 'At nytt.'))).toEqual({
      state: 'untouched',
      changes: [insert(agreements, 'At nytt.')],
    });
  });

  it('B12 comes behind what was set in of the same kind at its place, and stays out of a new chapter', () => {
    const adopted = next((rows) =>
      rows.splice(guidance + 1, 0, ['n0', '- At dette kom først.'], ['n1', 'Og et avsnitt.']),
    );
    expect(rebased(adopted, insert(guidance, 'At nytt.'))).toEqual({
      state: 'carried',
      changes: [{ ...insert(guidance, 'At nytt.'), after: blockId('n0') }],
    });
    const chapter = next((rows) => rows.push(['n0', '# Nytt'], ['n1', '- At dette er nytt.']));
    expect(rebased(chapter, insert(agreements, 'At nytt.')).state).toBe('untouched');
  });

  it('B7 keeps an amendment whose words are gone, in conflict', () => {
    const gone = next((rows) => rows.splice(guidance, 1));
    for (const change of [
      replaceText(guidance, amended),
      move(guidance, agreements),
      join(time, guidance),
      split(guidance, 'At flere unge leger', 'får god veiledning.'),
    ]) {
      expect(rebased(gone, change)).toEqual({ state: 'conflict', changes: [change] });
    }
  });

  it('B7 is in conflict where what it strikes was changed', () => {
    expect(rebased(reworded(guidance, '- At flere unge leger får daglig veiledning.'), strike(guidance)).state).toBe(
      'conflict',
    );
  });

  it('B8 is in conflict as a whole where one change is', () => {
    const to = reworded(guidance, '- At flere unge leger får daglig veiledning.');
    const changes = [replaceText(guidance, amended), strike(agreements)];
    expect(rebased(to, ...changes)).toEqual({ state: 'conflict', changes });
  });

  it('B8 leaves out the changes that are covered', () => {
    const to = reworded(guidance, `- ${amended}`);
    expect(rebased(to, replaceText(guidance, amended), strike(agreements))).toEqual({
      state: 'carried',
      changes: [strike(agreements)],
    });
  });

  it('B9 reads alone as it would in the new revision', () => {
    const to = reworded(guidance, '- At flere unge leger og studenter får god veiledning.');
    const amendment = amendmentOf(from, 1, replaceText(guidance, amended));
    const { changes } = rebaseAmendment(amendment, from, to);
    expect(readAlone(to, { ...amendment, base: to.id, changes })).toBe(
      'At flere unge leger og studenter får tett veiledning.',
    );
    expect(readAlone(to, amendment)).toBeNull();
  });

  it('B2 tells an editorial instruction where its block went', () => {
    const change: TextChange = { kind: 'editorial', block: blockId(`b${guidance}`), instruction: 'Skriv om.' };
    expect(
      rebased(
        next((rows) => rows.splice(guidance, 1)),
        change,
      ).state,
    ).toBe('conflict');
    expect(
      rebased(
        next((rows) => rows.splice(0, 1)),
        change,
      ).state,
    ).toBe('untouched');
    expect(
      rebased(
        next((rows) => rows.splice(0, 1)),
        { ...change, block: null },
      ).state,
    ).toBe('untouched');
  });

  it('sample lines are read as blocks', () => {
    expect(blocksOf(lines.join('\n')).map(({ kind }) => kind)).toEqual([
      'title',
      'heading',
      'paragraph',
      'leadIn',
      'point',
      'point',
      'point',
      'heading',
      'point',
      'point',
    ]);
  });
});
