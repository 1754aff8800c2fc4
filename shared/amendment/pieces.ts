import { wordsOf } from '../diff/words';

/** The word that stands where a block is divided. No text holds it: white space is never a word. */
export const BREAK = '\u2029';

/** One word of a text made of pieces (blocks), or the break between two pieces. */
export interface Word {
  readonly text: string;
  /** The white space before it. `null` for the first word of a piece: what would stand there is not known. */
  readonly lead: string | null;
  /** Which piece it stands in; a break belongs to the piece that it ends. */
  readonly piece: number;
  /** Half-open, in UTF-16 code units of the piece's text. A break is empty, at the end of the piece. */
  readonly start: number;
  readonly end: number;
}

/** Texts of consecutive blocks as one list of words with breaks between: what merging works on. */
export interface Pieces {
  readonly words: readonly Word[];
  /** White space before the first and after the last word of all. */
  readonly head: string;
  readonly tail: string;
}

function wordsOfPiece(text: string, piece: number): readonly Word[] {
  const { words, starts, ends } = wordsOf(text);
  return words.map((word, index) => {
    const start = starts[index] ?? 0;
    const lead = index === 0 ? null : text.slice(ends[index - 1], start);
    return { text: word, lead, piece, start, end: ends[index] ?? text.length };
  });
}

/** Divides texts into words. White space at the outer ends of inner pieces is not kept. */
export function piecesOf(texts: readonly string[]): Pieces {
  const words = texts.flatMap((text, piece) => {
    const end = text.length;
    const own = wordsOfPiece(text, piece);
    return piece < texts.length - 1 ? [...own, { text: BREAK, lead: '', piece, start: end, end }] : own;
  });
  const first = texts[0] ?? '';
  const last = texts.at(-1) ?? '';
  const head = /^\s*/.exec(first)?.[0] ?? '';
  const tail = /\s*$/.exec(first === last ? first.slice(head.length) : last)?.[0] ?? '';
  return { words, head, tail };
}
