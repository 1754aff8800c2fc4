import { wordDiff, wordsOf, type Token } from '../diff';

/** Words of `text` as it was divided or joined must have been kept at least to this share, or the parts are no parts of it but new texts. */
const KEPT_SHARE = 0.6;

const countWords = (text: string): number => wordsOf(text).words.length;

/** How many base words of the stretch `[start, end)`, in UTF-16 units of one side, are kept. */
function keptWithin(tokens: readonly Token[], side: '-' | '+', start: number, end: number): number {
  let at = 0;
  let kept = 0;
  for (const [sign, text] of tokens) {
    if (sign !== '=' && sign !== side) continue;
    if (sign === '=') kept += countWords(text.slice(Math.max(0, start - at), Math.max(0, end - at)));
    at += text.length;
  }
  return kept;
}

/** The offset on the other side that a seam at `offset` of one side falls on; new or struck words at the seam stay before it. */
function acrossAt(tokens: readonly Token[], side: '-' | '+', offset: number): number {
  let own = 0;
  let other = 0;
  for (const [sign, text] of tokens) {
    if (sign === '=') {
      if (own + text.length > offset) return other + Math.max(0, offset - own);
      own += text.length;
      other += text.length;
    } else if (sign === side) {
      if (own + text.length > offset && own >= offset) return other;
      own += text.length;
    } else {
      other += text.length;
    }
  }
  return other;
}

/** Cuts a text at offsets into trimmed parts; `null` where one of them is empty. */
function cutAt(text: string, offsets: readonly number[]): readonly string[] | null {
  const ends = [...offsets, text.length];
  const parts = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end).trim());
  return parts.some((part) => part === '') ? null : parts;
}

const seamsOf = (parts: readonly string[]): readonly number[] => {
  let at = 0;
  return parts.slice(0, -1).map((part) => (at += part.length + 1));
};

/**
 * `parts` joined by one space are a rewording of `whole`, or the other way round: the cut of `whole` that corresponds to them, each part of it with
 * most of its words kept. `null` where some part is another text.
 */
export function correspondingCut(
  parts: readonly string[],
  whole: string,
  wholeIs: 'base' | 'current',
): readonly string[] | null {
  const joined = parts.join(' ');
  const tokens = wholeIs === 'base' ? wordDiff(whole, joined) : wordDiff(joined, whole);
  const side = wholeIs === 'base' ? '+' : '-';
  let start = 0;
  for (const part of parts) {
    const end = start + part.length;
    if (keptWithin(tokens, side, start, end) < Math.max(1, KEPT_SHARE * countWords(part))) return null;
    start = end + 1;
  }
  const cut = cutAt(
    whole,
    seamsOf(parts).map((seam) => acrossAt(tokens, side, seam)),
  );
  return cut?.length === parts.length ? cut : null;
}
