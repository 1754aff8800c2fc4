import { describe, expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import {
  beginHistory,
  beginReview,
  correctFurther,
  finishReview,
  isDoubtful,
  type Correction,
  type ImportedDocument,
  type Review,
} from '#shared/import';
import { importText, outline } from './importText';

/** The review after corrections that can all be made. Parts are named by the words they begin with. */
function corrected(document: ImportedDocument, ...steps: readonly ((review: Review) => Correction)[]): Review {
  let history = beginHistory(beginReview(document));
  for (const step of steps) {
    const next = correctFurther(history, step(history.present));
    if (!next.ok) throw new Error(next.failure.code);
    history = next.value;
  }
  return history.present;
}

const idOf = (review: Review, words: string) =>
  review.blocks.find(({ text }) => text.startsWith(words))?.id ?? blockId('none');

function finished(document: ImportedDocument, review: Review): ImportedDocument {
  const result = finishReview(document, review);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const source = `Hagelagets program 2031-2033

1. Jord

Laget vil arbeide for:

1. At alle får vann.
2. Å dele ut frø. 3. At skolene får hager.
• Kompost
`;
const document = importText(source);

describe('Corrections of an import', () => {
  it('RV1 sets kind and level; only headings have one', () => {
    const review = corrected(
      document,
      (now) => ({ type: 'kind', block: idOf(now, 'Kompost'), kind: 'heading', level: 9 }),
      (now) => ({ type: 'kind', block: idOf(now, 'Jord'), kind: 'leadIn' }),
    );
    expect(review.blocks.map(({ kind, level }) => [kind, level])).toContainEqual(['heading', 6]);
    expect(review.blocks.find(({ text }) => text.endsWith('Jord'))).toMatchObject({ kind: 'leadIn', level: null });
  });

  it('RV2 a number goes into the text where the kind has none, and comes out of it again', () => {
    const toText = corrected(document, (now) => ({ type: 'kind', block: idOf(now, 'At alle'), kind: 'paragraph' }));
    expect(toText.blocks.map(({ text }) => text)).toContain('1. At alle får vann.');
    const back = corrected(
      document,
      (now) => ({ type: 'kind', block: idOf(now, 'At alle'), kind: 'paragraph' }),
      (now) => ({ type: 'kind', block: idOf(now, '1. At alle'), kind: 'point' }),
    );
    expect(outline(finished(document, back))).toEqual(outline(document));
  });

  it('RV2 a bare figure is no number of a point', () => {
    const text = importText('40 prosent av laget har svart på dette.\n\nEn linje til.\n');
    const review = corrected(text, ({ blocks }) => ({
      type: 'kind',
      block: blocks[0]?.id ?? blockId('none'),
      kind: 'point',
    }));
    expect(review.blocks[0]).toMatchObject({ number: null, text: '40 prosent av laget har svart på dette.' });
  });

  it('RV3 a join reaches over what is left out and over notes, and its seam is that of two lines', () => {
    const text = importText('Laget dyrker bær-\n\nOg mer enn det.\n\nbusker i hagen.\n');
    const review = corrected(
      text,
      (now) => ({ type: 'leaveOut', block: idOf(now, 'Og mer') }),
      (now) => ({ type: 'join', block: idOf(now, 'busker') }),
    );
    expect(review.blocks.map((block) => block.text)).toEqual(['Laget dyrker bærbusker i hagen.', 'Og mer enn det.']);
  });

  it('RV4 the second part of a point is a point with the number at its head', () => {
    const review = corrected(document, (now) => ({
      type: 'split',
      block: idOf(now, 'Å dele'),
      offset: 'Å dele ut frø. '.length,
      newBlock: blockId('new'),
    }));
    expect(outline(finished(document, review))).toContain('point 3 | At skolene får hager.');
    expect(outline(finished(document, review))).toContain('point 2 | Å dele ut frø.');
  });

  it('RV4 what follows a heading is running text', () => {
    const review = corrected(importText('# Jord Laget vil ta vare på den.\n'), ({ blocks }) => ({
      type: 'split',
      block: blocks[0]?.id ?? blockId('none'),
      offset: 'Jord'.length,
      newBlock: blockId('new'),
    }));
    expect(review.blocks.map(({ kind, text }) => [kind, text]).at(-1)).toEqual([
      'paragraph',
      'Laget vil ta vare på den.',
    ]);
  });

  it('RV5 RV15 what is left out comes back as it was; of nothing no programme is made', () => {
    const all = document.blocks.map(({ block }) => block.id);
    const empty = corrected(document, ...all.map((block) => (): Correction => ({ type: 'leaveOut', block })));
    expect(finishReview(document, empty)).toMatchObject({ ok: false, failure: { code: 'review-nothing-left' } });
    const back = corrected(
      document,
      ...all.map((block) => (): Correction => ({ type: 'leaveOut', block })),
      ...all.map((block) => (): Correction => ({ type: 'takeIn', block })),
    );
    expect(finished(document, back)).toEqual(document);
  });

  it('RV6 places of notes move with their words', () => {
    const text = importText('Jorda er bra.1 Vannet er rent.2\n\n1 Målt i 2031.\n2 Målt i 2032.\n');
    const review = corrected(text, (now) => ({
      type: 'split',
      block: idOf(now, 'Jorda'),
      offset: 'Jorda er bra. '.length,
      newBlock: blockId('new'),
    }));
    expect(review.blocks.slice(0, 2).map((block) => block.footnoteRefs)).toEqual([
      [{ number: '1', offset: 'Jorda er bra.'.length }],
      [{ number: '2', offset: 'Vannet er rent.'.length }],
    ]);
  });

  it.each([
    ['review-nothing-before', { type: 'join', block: document.blocks[0]?.block.id }],
    ['review-nothing-to-split', { type: 'split', block: document.blocks[0]?.block.id, offset: 0, newBlock: 'new' }],
    ['review-block-unknown', { type: 'look', block: 'unknown' }],
    ['review-number-elsewhere', { type: 'number', block: document.blocks[0]?.block.id, number: '1' }],
  ] as const)('RV7 %s', (code, correction) => {
    const result = correctFurther(beginHistory(beginReview(document)), correction as Correction);
    expect(result).toMatchObject({ ok: false, failure: { code } });
  });

  it('RV8 a correction or a look ends the doubt', () => {
    const text = importText('Hage\n\nJord og vann\nLaget vil ta vare på jorda og alt som lever i den.\n');
    const doubtful = beginReview(text).blocks.find(isDoubtful);
    expect(doubtful).toBeDefined();
    const review = corrected(text, () => ({ type: 'look', block: doubtful?.id ?? blockId('none') }));
    expect(review.blocks.filter(isDoubtful)).toHaveLength(beginReview(text).blocks.filter(isDoubtful).length - 1);
  });

  it('RV13 the report tells what was done by hand', () => {
    const review = corrected(
      document,
      (now) => ({ type: 'number', block: idOf(now, 'At alle'), number: '7' }),
      (now) => ({ type: 'kind', block: idOf(now, 'Kompost'), kind: 'paragraph' }),
      (now) => ({ type: 'leaveOut', block: idOf(now, 'Å dele') }),
    );
    const byHand = finished(document, review).report.filter(({ code }) => code.endsWith('by-hand'));
    expect(byHand.map(({ code, params }) => [code, params])).toEqual([
      ['number-set-by-hand', { text: 'At alle får vann.', from: '1', to: '7' }],
      ['left-out-by-hand', { text: '2. Å dele ut frø. 3. At skolene får hager.' }],
      ['corrected-by-hand', { text: '• Kompost' }],
    ]);
  });

  it('RV14 title and period are those of the corrected text', () => {
    const text = importText('Forside\n\nHagelagets program 2031-2033\n\n1. Jord\n\nLaget tar vare på jorda.\n');
    const review = corrected(
      text,
      (now) => ({ type: 'kind', block: idOf(now, 'Hagelagets'), kind: 'title' }),
      (now) => ({
        type: 'leaveOut',
        block: idOf(now, 'Forside'),
      }),
    );
    expect(finished(text, review)).toMatchObject({
      title: 'Hagelagets program 2031-2033',
      period: { from: '2031', to: '2033' },
    });
  });
});
