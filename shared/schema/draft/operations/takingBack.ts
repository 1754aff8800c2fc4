import type * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import type { Range } from '../../../core/range';
import { spokenWords, wordDiff } from '../../../diff/index';
import type { Block } from '../../../domain/block';
import { currentReader, type BlockRange } from '../reader';
import { deleteBlocks } from './deleting';
import { joinBlocks } from './joining';
import { deleteText } from './typing';

type Worded = Pick<Block, 'id' | 'text'>;

/** Fewer words than these may stand in two blocks by chance, where they are not all that came or all that is missed. */
const FEWEST = 3;

/** Where a text has what the one before had not. */
function placesOfNew(before: string, after: string): readonly Range[] {
  const places: Range[] = [];
  let offset = 0;
  for (const [sign, text] of wordDiff(before, after)) {
    if (sign === '-') continue;
    if (sign === '+') places.push({ start: offset, end: offset + text.length });
    offset += text.length;
  }
  return places;
}

/** Where, amongst words that came to a block, those stand that another one misses. */
function missedIn(missed: string, came: string): readonly Range[] {
  const places: Range[] = [];
  let offset = 0;
  for (const [sign, text] of wordDiff(missed, came)) {
    if (sign === '-') continue;
    const isWhole = [missed, came].some((whole) => whole.trim() === text.trim());
    if (sign === '=' && text.trim() !== '' && (isWhole || spokenWords(text).length >= FEWEST))
      places.push({ start: offset, end: offset + text.length });
    offset += text.length;
  }
  return places;
}

/** Where the words stand now that a block had in the text `then` and has lost, as by a split, a join, or cut and pasted: in blocks that did not have them then. */
function lostTo(blocks: readonly Worded[], former: Worded, then: readonly Worded[]): readonly BlockRange[] {
  const own = blocks.find(({ id }) => id === former.id)?.text ?? '';
  const missed = placesOfNew(own, former.text).map(({ start, end }) => former.text.slice(start, end));
  if (missed.length === 0) return [];
  const textThen = new Map(then.map(({ id, text }) => [id, text]));
  return blocks.flatMap(({ id, text }) => {
    const before = textThen.get(id) ?? '';
    if (id === former.id || before === text) return [];
    return placesOfNew(before, text).flatMap((came) =>
      missed.flatMap((words) =>
        missedIn(words, text.slice(came.start, came.end)).map(({ start, end }) => ({
          block: id,
          rangeInText: { start: came.start + start, end: came.start + end },
        })),
      ),
    );
  });
}

/**
 * Takes the words that a block is about to get back from where they went since, so that they stand once: what was split off from it is joined to it again, another block is
 * left with its own words, and goes where it has none.
 */
export function takeBack(
  doc: Y.Doc,
  former: Worded,
  then: readonly Worded[],
  mayChange: (id: BlockId) => boolean,
): void {
  const reader = currentReader(doc);
  const stoodThen = new Set(then.map(({ id }) => id));
  for (const { block, rangeInText } of lostTo(reader.blocks, former, then).toReversed()) {
    const shown = reader.block(block);
    if (shown === null || !mayChange(block)) continue;
    const left = shown.text.slice(0, rangeInText.start) + shown.text.slice(rangeInText.end);
    const isEmptied = left.trim() === '' && !stoodThen.has(block);
    const before = reader.blocks[(reader.indexOf(block) ?? 0) - 1];
    if (isEmptied && before?.id === former.id) joinBlocks(doc, former.id, block);
    else if (isEmptied) deleteBlocks(doc, [block]);
    else deleteText(doc, block, rangeInText);
  }
}
