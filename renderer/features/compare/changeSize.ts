import { spokenWords, type BlockChange } from '#shared/diff';

export const changeSizes = ['small', 'medium', 'large'] as const;
export type ChangeSize = (typeof changeSizes)[number];

/** Words up to which a change is small, and medium. */
const SMALL = 3;
const MEDIUM = 15;

const countWords = (text: string): number => spokenWords(text).length;

/** By the words struck or put in, whichever are more; what only moved, was divided or changed form has none. */
export function sizeOf({ tokens }: Pick<BlockChange, 'tokens'>): ChangeSize {
  let struck = 0;
  let added = 0;
  for (const [sign, text] of tokens) {
    if (sign === '-') struck += countWords(text);
    if (sign === '+') added += countWords(text);
  }
  const words = Math.max(struck, added);
  return words <= SMALL ? 'small' : words <= MEDIUM ? 'medium' : 'large';
}
