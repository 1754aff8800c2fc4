/** Words between two changes of how they are set. */
export interface Stretch {
  readonly text: string;
  /** Marks of emphasis touch its words. */
  readonly marked: boolean;
  /** It stands in brackets, with the marks. */
  readonly bracketed: boolean;
}

/** Which of its outermost signs are written as references («&#50;»). */
export interface Edges {
  readonly first: boolean;
  readonly last: boolean;
}

const isSpace = (sign: string): boolean => /\s/u.test(sign);
/** Readers that count UTF-16 units take no sign of two for punctuation. */
const isPunctuation = (sign: string): boolean => sign.length === 1 && /[\p{P}\p{S}]/u.test(sign);

/**
 * A mark between punctuation and a letter neither ends what is punctuated nor begins it («**Frist:**2027», CommonMark 6.2): the letter is
 * written as a reference there, which is punctuation to the mark. A stretch of one letter hands that on to its other side, hence both ways.
 */
export function edgesAsReferences(stretches: readonly Stretch[]): readonly Edges[] {
  const edges = stretches.map(({ text, ...stretch }) => ({
    ...stretch,
    signs: Array.from(text),
    first: false,
    last: false,
  }));
  const settle = (at: number): void => {
    const before = edges[at];
    const after = edges[at + 1];
    const left = before?.signs.at(-1);
    const right = after?.signs[0];
    if (before === undefined || after === undefined || left === undefined || right === undefined) return;
    if (before.bracketed || after.bracketed || isSpace(left) || isSpace(right)) return;
    const isLeft = before.last || isPunctuation(left);
    const isRight = after.first || isPunctuation(right);
    if (before.marked && isLeft && !isRight) {
      after.first = true;
      after.last ||= after.signs.length === 1;
    } else if (after.marked && isRight && !isLeft) {
      before.last = true;
      before.first ||= before.signs.length === 1;
    }
  };
  for (let at = 0; at < edges.length - 1; at++) settle(at);
  for (let at = edges.length - 2; at >= 0; at--) settle(at);
  return edges;
}
