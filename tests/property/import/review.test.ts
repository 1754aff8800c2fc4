import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import { blockKinds } from '#shared/domain/block';
import type { FormatRun } from '#shared/domain/formats';
import {
  beginHistory,
  beginReview,
  correctFurther,
  finishReview,
  redo,
  undo,
  type Correction,
  type ImportedDocument,
  type Review,
  type ReviewBlock,
  type ReviewHistory,
} from '#shared/import';
import { importText } from '../../unit/import/importText';

/** A programme with something of everything: chapters, lists, notes, a divided word, a date at a line's head. */
const source = `Hagelagets program 2031-2033

1. Jord og vann
Laget vil ta vare på jorda3 og vannet. Det gjelder bær-
dyrking og rus- og bruddskader.
Laget vil arbeide for:
1. At alle får vann.
2. Å dele ut frø før
3. mai hvert år.
• Kompost til alle
a) også på balkongen 🌱 og taket
§ 4 Vedtekter
Medlemmer er de som har betalt.
3 Jord er alt som ligger under snøen.
`;

/** The letters of `some`, without as many of each as `others` has. */
function lettersWithout(some: string, others: string): readonly string[] {
  const left = Array.from(some);
  for (const letter of others) if (left.includes(letter)) left.splice(left.indexOf(letter), 1);
  return left;
}

type Step = { readonly block: number; readonly what: number; readonly offset: number; readonly choice: number };
const steps = fc.array(fc.record({ block: fc.nat(40), what: fc.nat(8), offset: fc.nat(120), choice: fc.nat(20) }), {
  maxLength: 40,
});
const numbers = [null, '1', '12', '3.1', '•', 'b', ' iv ', '', 'x'.repeat(20)];

/** A step as the correction it means in this review; undo and redo for themselves. */
function correctionOf({ block, what, offset, choice }: Step, review: Review, count: number): Correction {
  const id = review.blocks[block % review.blocks.length]?.id ?? blockId('none');
  const kind = blockKinds[choice % blockKinds.length] ?? 'paragraph';
  const all: readonly Correction[] = [
    { type: 'kind', block: id, kind },
    { type: 'kind', block: id, kind: 'heading', level: choice - 5 },
    { type: 'number', block: id, number: numbers[choice % numbers.length] ?? null },
    { type: 'join', block: id },
    { type: 'split', block: id, offset: offset - 3, newBlock: blockId(`new${count}`) },
    { type: 'leaveOut', block: id },
    { type: 'takeIn', block: id },
    { type: 'look', block: id },
    { type: 'join', block: blockId('unknown') },
  ];
  return all[what % all.length] ?? { type: 'look', block: id };
}

function run(document: ImportedDocument, walk: readonly Step[]): readonly ReviewHistory[] {
  const states: ReviewHistory[] = [beginHistory(beginReview(document))];
  for (const [count, step] of walk.entries()) {
    const state = states.at(-1);
    if (state === undefined) break;
    const corrected = correctFurther(state, correctionOf(step, state.present, count));
    states.push(corrected.ok ? corrected.value : state);
  }
  return states;
}

const counted = (texts: Iterable<string | null>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [sign] of (text ?? '').matchAll(/[\p{L}\p{N}]/gu)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
};

/** Letters and figures of a document with what its report says a person left out, and the numbers before they were set anew. */
function accounted(document: ImportedDocument): ReadonlyMap<string, number> {
  const counts = counted(document.blocks.flatMap(({ block, number }) => [block.text, number]));
  const add = (text: unknown, sign: 1 | -1) => {
    for (const [letter, count] of counted([String(text)])) {
      const sum = (counts.get(letter) ?? 0) + sign * count;
      if (sum === 0) counts.delete(letter);
      else counts.set(letter, sum);
    }
  };
  for (const { code, params } of document.report) {
    if (code === 'left-out-by-hand') add(params['text'], 1);
    if (code === 'number-set-by-hand') {
      add(params['from'], 1);
      add(params['to'], -1);
    }
  }
  return counts;
}

const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

describe('Looking through an import', () => {
  const document = importText(source);

  it('RV9 no sequence of corrections loses a letter or a figure', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const last = run(document, walk).at(-1)?.present ?? beginReview(document);
        const finished = finishReview(document, last);
        if (!finished.ok) {
          expect(finished.failure.code).toBe('review-nothing-left');
          return;
        }
        expect(sorted(accounted(finished.value))).toEqual(sorted(accounted(document)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('RV10 undo goes back to the very same reviews, and redo forward again', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const states = run(document, walk);
        let state = states.at(-1) ?? beginHistory(beginReview(document));
        const made = state.past.length;
        const reviews = [...state.past, state.present];
        for (let back = made - 1; back >= 0; back--) {
          state = undo(state);
          expect(state.present).toBe(reviews[back]);
        }
        expect(undo(state)).toBe(state);
        for (let forth = 1; forth <= made; forth++) {
          state = redo(state);
          expect(state.present).toBe(reviews[forth]);
        }
        expect(redo(state)).toBe(state);
      }),
      { numRuns: 300 },
    );
  });

  it('RV12 every block has a text, its lines, a level on headings only and places of notes inside its text', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        for (const { present } of run(document, walk)) {
          const ids = present.blocks.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const block of present.blocks) {
            expect(block.text).toBe(block.text.replace(/\s+/g, ' ').trim());
            expect(block.text).not.toBe('');
            expect(block.text).not.toMatch(/\p{Surrogate}/u);
            expect((block.level !== null) === (block.kind === 'heading')).toBe(true);
            expect(block.source?.fromLine).toBeLessThanOrEqual(block.source?.toLine ?? 0);
            for (const { offset } of block.footnoteRefs) expect(offset).toBeLessThanOrEqual(block.text.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('RV18 what is bold, italic or a link is so after every correction, letter for letter', () => {
    const formatted = importText(
      '# Hagelagets program\n\nLaget vil ta **vare** på [jorda](https://jord.example) og *vannet*. Det gjelder **bær-\ndyrking** også.\n\nVi vil:\n\n1. **At alle** får vann.\n2. Å *dele ut frø* før **3. mai** hvert år.\n',
      'a.md',
    );
    const lettersOf = (blocks: readonly Pick<ReviewBlock, 'text' | 'formats'>[], of: (run: FormatRun) => boolean) =>
      // A join over a footnote changes the order.
      blocks
        .flatMap(({ text, formats }) => formats.filter(of).map(({ start, end }) => text.slice(start, end)))
        .flatMap((words) => words.match(/\p{L}/gu) ?? [])
        .sort()
        .join('');
    const kinds = [
      ({ bold }: FormatRun) => bold,
      ({ italic }: FormatRun) => italic,
      ({ link }: FormatRun) => link !== null,
    ];
    fc.assert(
      fc.property(steps, (walk) => {
        const untouched = walk.filter(({ what }) => what !== 5 && what !== 6);
        const states = run(formatted, untouched).map(({ present }) => present.blocks);
        const blocks = states.at(-1) ?? [];
        // A letter that has been a number («t.» at the head of a divided word) has no format any more.
        const numbers = states.flatMap((state) => state.map(({ number }) => number ?? '')).join('');
        for (const of of kinds) {
          const [before, after] = [lettersOf(beginReview(formatted).blocks, of), lettersOf(blocks, of)];
          expect(lettersWithout(after, before)).toEqual([]);
          expect(lettersWithout(before, after).filter((letter) => !numbers.includes(letter))).toEqual([]);
        }
        for (const { text, formats } of blocks)
          for (const { start, end } of formats) expect(start < end && end <= text.length).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('RV11 what nobody corrected finishes as the document it was', () => {
    expect(finishReview(document, beginReview(document))).toEqual({ ok: true, value: document });
  });
});
