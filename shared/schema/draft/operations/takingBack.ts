import type * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import type { Range } from '../../../core/range';
import { spokenWords, wordDiff } from '../../../diff/index';
import type { Block } from '../../../domain/block';
import { currentReader, type BlockRange, type DraftReader } from '../reader';
import { deleteBlocks } from './deleting';
import { joinBlocks } from './joining';
import { deleteText } from './typing';

type Worded = Pick<Block, 'id' | 'text'>;

/** Fewer words than these may be the same by chance, where they are not all that came or all that is missed. */
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

/** In order, and of places that overlap the first: what two missed phrases have in common is there once. */
function apart(places: readonly Range[]): readonly Range[] {
  const kept: Range[] = [];
  for (const place of places.toSorted((a, b) => a.start - b.start))
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
  return kept;
}

/**
 * Where the words stand now that a block had in the text `then` and has lost: in what was split off from it, or in the block before it, to which it was joined. Only there
 * are they the same words: that somebody wrote the same elsewhere is no reason to take it away.
 */
function lostTo(reader: DraftReader, former: Worded, then: readonly Worded[]): readonly BlockRange[] {
  const shown = reader.block(former.id);
  const own = shown?.text ?? '';
  const hosts = new Set<string>([former.id, ...reader.hostsOf(former.id)]);
  const joinedTo = shown ? undefined : then[then.findIndex(({ id }) => id === former.id) - 1]?.id;
  const isOfTheSame = (id: BlockId): boolean => id === joinedTo || reader.hostsOf(id).some((host) => hosts.has(host));
  const missed = placesOfNew(own, former.text).map(({ start, end }) => former.text.slice(start, end));
  if (missed.length === 0) return [];
  const textThen = new Map(then.map(({ id, text }) => [id, text]));
  return reader.blocks.flatMap(({ id, text }) => {
    const before = textThen.get(id) ?? '';
    if (id === former.id || before === text || !isOfTheSame(id)) return [];
    const places = placesOfNew(before, text).flatMap((came) =>
      missed.flatMap((words) =>
        missedIn(words, text.slice(came.start, came.end)).map(({ start, end }) => ({
          start: came.start + start,
          end: came.start + end,
        })),
      ),
    );
    return apart(places).map((rangeInText) => ({ block: id, rangeInText }));
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
  for (const { block, rangeInText } of lostTo(reader, former, then).toReversed()) {
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
