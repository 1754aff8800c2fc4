import { hasLetterOrDigit } from '../core/letters';
import type { Token } from './tokens';
import { wordsOf } from './words';

/** What a mark is about, where it is about something that is easily missed. */
export const markNames = ['space', 'dash', 'quotes', 'case', 'number', 'punctuation', 'words'] as const;
export type MarkName = (typeof markNames)[number];

/** A struck text and what came in its place, with its name. */
export interface NamedMark {
  /** Index of the first of its tokens. */
  readonly token: number;
  readonly struck: string;
  readonly added: string;
  readonly name: MarkName;
}

const dashes = /[\u2010-\u2015\u2212-]/gu;
const quotes = /[«»“”„"'‘’‚]/gu;
const spaces = /\s+/gu;
const number = /^\p{N}[\p{N}.,:]*%?$/u;

/** Names what differs between two texts. The first that explains all of it: D33. */
export function markName(struck: string, added: string): MarkName {
  const without = (pattern: RegExp, text: string): string => text.replace(pattern, '');
  if (without(spaces, struck) === without(spaces, added)) return 'space';
  if (struck.replace(dashes, '-') === added.replace(dashes, '-')) return 'dash';
  if (struck.replace(quotes, '"') === added.replace(quotes, '"')) return 'quotes';
  if (struck.toLowerCase() === added.toLowerCase()) return 'case';
  const [before, after] = [wordsOf(struck).words, wordsOf(added).words];
  if (!hasLetterOrDigit(struck) && !hasLetterOrDigit(added)) return 'punctuation';
  const isNumber = (words: readonly string[]): boolean => words.length > 0 && words.every((word) => number.test(word));
  return isNumber(before) && isNumber(after) ? 'number' : 'words';
}

/** The marks of a text in order, each with its name. Total; linear. */
export function namedMarks(tokens: readonly Token[]): readonly NamedMark[] {
  const marks: NamedMark[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [sign, text] = tokens[at] ?? ['=', ''];
    if (sign === '=') continue;
    const next = tokens[at + 1];
    const struck = sign === '-' ? text : '';
    const added = sign === '+' ? text : next?.[0] === '+' ? next[1] : '';
    marks.push({ token: at, struck, added, name: markName(struck, added) });
    if (sign === '-' && next?.[0] === '+') at++;
  }
  return marks;
}
