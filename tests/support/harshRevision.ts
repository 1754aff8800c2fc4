import { AUTOMATIC, blockKinds, type Block } from '#shared/domain/block';
import { formatsInOrder } from '#shared/domain/formats';
import { madeBlock, makeWord, rollDice, type Dice } from './revisionGenerator';

const numbered = (block: Block, kind: Block['kind'], dice: Dice): Block => ({
  ...block,
  kind,
  level: kind === 'heading' ? 1 + dice.below(2) : null,
  marker:
    kind === 'heading' || kind === 'point' ? ([AUTOMATIC, AUTOMATIC, '•', null, '7b'][dice.below(5)] ?? null) : null,
});

/**
 * A revision that spares nothing: blocks of every kind come, go, move, are split, joined and turned into others, the first and the last
 * among them, and whole chapters too. The same seed gives the same revision.
 */
export function reviseHarshly(base: readonly Block[], seed: number, operations: number): readonly Block[] {
  const dice = rollDice(seed);
  const blocks = [...base];
  let made = 0;
  const fresh = (kind: Block['kind'], text: string): Block => madeBlock(`new-${seed}-${made++}`, kind, text);
  for (let left = operations; left > 0; left -= 1) {
    const at = dice.below(blocks.length);
    const block = blocks[at];
    if (block === undefined) continue;
    const words = block.text.split(' ');
    switch (dice.below(9)) {
      case 0:
        blocks.splice(at, 1);
        break;
      case 1: {
        const kind = blockKinds[dice.below(blockKinds.length)] ?? 'point';
        const text = Array.from({ length: 1 + dice.below(12) }, () => makeWord(dice)).join(' ');
        blocks.splice(dice.below(blocks.length + 1), 0, numbered(fresh(kind, text), kind, dice));
        break;
      }
      case 2:
        if (words.length > 2) {
          const half = 1 + dice.below(words.length - 1);
          blocks.splice(
            at,
            1,
            { ...block, text: words.slice(0, half).join(' ') },
            { ...block, id: fresh('point', '').id, text: words.slice(half).join(' ') },
          );
        }
        break;
      case 3: {
        const next = blocks[at + 1];
        if (next !== undefined) blocks.splice(at, 2, { ...block, text: `${block.text} ${next.text}` });
        break;
      }
      case 4: {
        blocks.splice(at, 1);
        blocks.splice(dice.below(blocks.length + 1), 0, block);
        break;
      }
      case 5:
        blocks[at] = numbered(block, blockKinds[dice.below(blockKinds.length)] ?? 'point', dice);
        break;
      case 6: {
        // A whole chapter goes somewhere else, or away.
        const end = blocks.findIndex((other, index) => index > at && other.kind === 'heading');
        const chapter = blocks.splice(at, (end < 0 ? blocks.length : end) - at);
        if (dice.below(2) === 0 || blocks.length === 0) blocks.splice(dice.below(blocks.length + 1), 0, ...chapter);
        break;
      }
      default: {
        const changed = words.map((word) => (dice.next() < 0.15 ? makeWord(dice) : word)).join(' ');
        blocks[at] = { ...block, text: changed };
      }
    }
  }
  // Where words went, a marker stands at the end at the latest.
  return blocks.map((block) => ({
    ...block,
    footnoteRefs: block.footnoteRefs.map(({ number, offset }) => ({
      number,
      offset: Math.min(offset, block.text.length),
    })),
  }));
}

/**
 * The same blocks with notes: every few paragraphs call one, most of them right after the paragraph that calls it and some at the end of the text, as in a
 * programme that was read from pages. The same seed gives the same notes.
 */
export function withNotes(blocks: readonly Block[], seed: number): readonly Block[] {
  const dice = rollDice(seed);
  const late: Block[] = [];
  let count = 0;
  const noted = blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'paragraph' || dice.next() > 0.5 || block.text === '') return [block];
    count += 1;
    const number = String(count);
    const words = Array.from({ length: 3 + dice.below(6) }, () => makeWord(dice)).join(' ');
    const note = { ...madeBlock(`note-${seed}-${number}`, 'footnote', `Kilde: ${words}.`), marker: number };
    const offset = 1 + dice.below(block.text.length);
    const calling = { ...block, footnoteRefs: [{ number, offset }] };
    if (dice.next() < 0.2) {
      late.push(note);
      return [calling];
    }
    return [calling, note];
  });
  return [...noted, ...late];
}

/** The same blocks with words that are bold, italic and links, over the edges of words and of whole texts too. The same seed gives the same formats. */
export function withFormats(blocks: readonly Block[], seed: number): readonly Block[] {
  const dice = rollDice(seed);
  return blocks.map((block) => {
    if (block.text === '' || dice.next() < 0.3) return block;
    const runs = Array.from({ length: 1 + dice.below(3) }, () => {
      const start = dice.below(block.text.length);
      const end = dice.next() < 0.2 ? block.text.length : start + 1 + dice.below(30);
      const link = dice.next() < 0.3 ? 'https://eksempel.no/plan?a=1&b="2' : null;
      return { start, end, bold: dice.next() < 0.6, italic: dice.next() < 0.4, link: link?.replace('"', '') ?? null };
    });
    const formats = formatsInOrder(runs, block.text.length);
    return formats.length > 0 ? { ...block, formats } : block;
  });
}
