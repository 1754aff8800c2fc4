import type { Revision } from './revision';

/** The place of a block in a revision, as a file that was printed from it names it. */
export interface BlockBookmark {
  /** Of the block, from 0. */
  readonly index: number;
  /** Of the revision: see `shortHashOf`. */
  readonly shortHash: string;
}

/** «2027abcd», enough of a hash to tell two prints apart. */
export const shortHashOf = ({ id }: Pick<Revision, 'id'>): string => id.slice(0, 8);

/** «b12_2027abcd»: letters, digits and a low line only, so that every word processor keeps it through saving. */
export const writeBlockBookmark = ({ index, shortHash }: BlockBookmark): string =>
  `b${String(index)}_${shortHash.replace(/[^A-Za-z0-9]/g, '')}`;

/** `null` for a name that is none of ours. */
export function readBlockBookmark(name: string): BlockBookmark | null {
  const [, index, shortHash] = /^b(\d{1,6})_([A-Za-z0-9]{1,16})$/.exec(name) ?? [];
  return index === undefined || shortHash === undefined ? null : { index: Number(index), shortHash };
}
