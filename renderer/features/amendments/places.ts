import type { Amendment, TextChange } from '#shared/amendment/amendment';
import type { Language } from '#shared/core/failure';
import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { describePlace, gazetteerOf } from '#shared/domain/places';

/** The block of the base at which a change is shown; `null` for one that concerns no block. */
export function blockOfChange(change: TextChange): BlockId | null {
  switch (change.kind) {
    case 'insertion':
      return change.after;
    case 'replacement':
    case 'deletion':
    case 'move':
    case 'split':
    case 'join':
    case 'editorial':
      return change.block;
    case 'programme':
      return null;
  }
}

/** Amendments by the block at which they are shown, in the order given. */
export function amendmentsByBlock(amendments: Iterable<Amendment>): ReadonlyMap<BlockId, readonly Amendment[]> {
  const byBlock = new Map<BlockId, Amendment[]>();
  for (const amendment of amendments) {
    const blocks = new Set(amendment.changes.map(blockOfChange));
    for (const block of blocks) {
      if (block !== null) byBlock.set(block, [...(byBlock.get(block) ?? []), amendment]);
    }
  }
  return byBlock;
}

/** A block to choose in a list: its place, and how it begins. */
export interface BlockChoice {
  readonly id: BlockId;
  readonly place: string;
  readonly text: string;
}

/** Letters of a block's text that are enough to know it by. */
const BEGINNING = 60;

/** All blocks of a text, in its order, as they are chosen in a list. */
export function blockChoices(blocks: readonly Block[], language: Language): readonly BlockChoice[] {
  const places = gazetteerOf(blocks);
  return blocks.map(({ id, text }, at) => {
    const place = describePlace(places.placeOf(at), null, language);
    return { id, place, text: `${place}: ${text.slice(0, BEGINNING)}` };
  });
}
