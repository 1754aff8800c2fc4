import { blockId, type BlockId } from '../core/ids';

/** How a format's link says that it leads to another block of the same text, and that its words are that block's number. */
const SCHEME = 'block:';
/** What an id of a block may be for a link to it: nothing that a line, a quotation or an attribute could end at. */
const linkable = /^[^\s"'<>\\]{1,200}$/u;

/** The link of words that are a reference to a block; `null` for an id that no link can hold. */
export const linkToBlock = (target: string): string | null => (linkable.test(target) ? SCHEME + target : null);

/** The block that a link refers to; `null` for one that leads out of the text. */
export function blockOfLink(link: string | null): BlockId | null {
  if (link?.startsWith(SCHEME) !== true) return null;
  const target = link.slice(SCHEME.length);
  return linkable.test(target) ? blockId(target) : null;
}
