import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyAmendments, changesAlone, checkChange, deriveChanges, type WrittenBlock } from '#shared/amendment';
import { blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { AUTOMATIC } from '#shared/domain/block';
import type { Range } from '#shared/core/range';
import { revisionOf } from '../../support/amendmentCases';

const revision = revisionOf(`
  = Program for laget
  # Fag
  Vi ser på fag hver dag. Uten fag går det ikke.
  : Laget vil arbeide for:
  - At alle får tid til fag hver uke.
  - At nye medlemmer får en fadder. At fadderen får kurs.
  - At taushet gjelder.
  # Lønn
  - At lønnen følger prisene i hele landet.
  - At overtid blir betalt.
  # Hus
  Huset er gammelt.
`);

const wordIn = fc.constantFrom('fag', 'og', 'tid', 'laget', 'mer', 'ikke', 'hver.');
const at = fc.nat(1000);

type Gesture = (text: readonly WrittenBlock[], fresh: () => WrittenBlock['id']) => readonly WrittenBlock[];

const pickFrom = (count: number, raw: number): number => (count === 0 ? 0 : raw % count);
const withText = (
  text: readonly WrittenBlock[],
  index: number,
  change: (words: readonly string[]) => readonly string[],
) =>
  text.map((block, other) => (other === index ? { ...block, text: change(block.text.split(' ')).join(' ') } : block));

/** What a hand does in the editor. */
const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  fc.tuple(at, at, wordIn).map(
    ([where, place, word]): Gesture =>
      (text) =>
        withText(text, pickFrom(text.length, where), (words) =>
          words.toSpliced(pickFrom(words.length + 1, place), 0, word),
        ),
  ),
  fc.tuple(at, at, wordIn).map(
    ([where, place, word]): Gesture =>
      (text) =>
        withText(text, pickFrom(text.length, where), (words) => words.with(pickFrom(words.length, place), word)),
  ),
  fc.tuple(at, at).map(
    ([where, place]): Gesture =>
      (text) =>
        withText(text, pickFrom(text.length, where), (words) => words.toSpliced(pickFrom(words.length, place), 1)),
  ),
  at.map(
    (where): Gesture =>
      (text) =>
        text.toSpliced(pickFrom(text.length, where), 1),
  ),
  fc.tuple(at, at).map(([from, to]): Gesture => (text) => {
    const [moved] = text.slice(pickFrom(text.length, from));
    if (moved === undefined) return text;
    const rest = text.filter((block) => block !== moved);
    return rest.toSpliced(pickFrom(rest.length + 1, to), 0, moved);
  }),
  // A chapter by its heading, with what stands under it.
  fc.tuple(at, at).map(([from, to]): Gesture => (text) => {
    const headings = text.flatMap(({ kind }, index) => (kind === 'heading' ? [index] : []));
    const start = headings[pickFrom(headings.length, from)];
    if (start === undefined) return text;
    const end = headings.find((index) => index > start) ?? text.length;
    const rest = text.toSpliced(start, end - start);
    return rest.toSpliced(pickFrom(rest.length + 1, to), 0, ...text.slice(start, end));
  }),
  fc.tuple(at, at).map(([where, cut]): Gesture => (text, fresh) => {
    const index = pickFrom(text.length, where);
    const block = text[index];
    const words = block?.text.split(' ') ?? [];
    if (block === undefined || words.length < 2) return text;
    const place = 1 + pickFrom(words.length - 1, cut);
    return text.toSpliced(
      index,
      1,
      { ...block, text: words.slice(0, place).join(' ') },
      { ...block, id: fresh(), text: words.slice(place).join(' ') },
    );
  }),
  at.map((where): Gesture => (text) => {
    const index = pickFrom(text.length - 1, where);
    const [first, second] = [text[index], text[index + 1]];
    if (first === undefined || second === undefined) return text;
    return text.toSpliced(index, 2, { ...first, text: `${first.text} ${second.text}` });
  }),
  fc
    .tuple(at, fc.constantFrom('point', 'paragraph', 'heading'), fc.array(wordIn, { minLength: 1, maxLength: 4 }))
    .map(([where, kind, words]): Gesture => (text, fresh) => {
      const block: WrittenBlock = {
        id: fresh(),
        kind,
        level: kind === 'heading' ? 1 : null,
        marker: kind === 'paragraph' ? null : AUTOMATIC,
        text: words.join(' '),
      };
      return text.toSpliced(pickFrom(text.length + 1, where), 0, block);
    }),
  at.map(
    (where): Gesture =>
      (text) =>
        text.map((block, index) =>
          index === pickFrom(text.length, where) && block.kind === 'point'
            ? { ...block, kind: 'paragraph' as const, marker: null }
            : block,
        ),
  ),
);

const scopes: readonly Range[] = [
  { start: 0, end: revision.blocks.length },
  { start: 1, end: 7 },
  { start: 7, end: 10 },
  { start: 4, end: 5 },
];
const gestures = fc.tuple(fc.constantFrom(...scopes), fc.array(gesture, { maxLength: 5 }));

function perform(scope: Range, hands: readonly Gesture[]): readonly WrittenBlock[] {
  const ids = countingIds('new');
  return hands.reduce<readonly WrittenBlock[]>(
    (text, hand) => hand(text, () => blockId(ids.next())),
    revision.blocks.slice(scope.start, scope.end),
  );
}

const asRead = (blocks: readonly WrittenBlock[]) =>
  blocks.map(({ kind, level, text }) => [kind, level, text.trim()] as const).filter(([, , text]) => text !== '');

const readWith = (changes: ReturnType<typeof deriveChanges>) =>
  applyAmendments(revision, [changesAlone(revision, changes)], countingIds('made'));

it('D1 the revision with the derived changes reads as written', () => {
  fc.assert(
    fc.property(gestures, ([scope, hands]) => {
      const written = perform(scope, hands);
      const { blocks, collisions, unplaced } = readWith(deriveChanges(revision, scope, written));
      expect([collisions, unplaced]).toEqual([[], []]);
      expect(asRead(blocks)).toEqual(
        asRead([...revision.blocks.slice(0, scope.start), ...written, ...revision.blocks.slice(scope.end)]),
      );
    }),
    { numRuns: 2000 },
  );
});

it('D2 what was not touched gives no change', () => {
  for (const scope of scopes)
    expect(deriveChanges(revision, scope, revision.blocks.slice(scope.start, scope.end))).toEqual([]);
});

it('D3 what is derived can be submitted, but for a struck title', () => {
  fc.assert(
    fc.property(gestures, ([scope, hands]) => {
      for (const change of deriveChanges(revision, scope, perform(scope, hands))) {
        const checked = checkChange(revision, change);
        if (!checked.ok) expect(checked.failure.code).toBe('change-title-struck');
      }
    }),
    { numRuns: 1000 },
  );
});
