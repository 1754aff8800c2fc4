/**
 * Widths in thousandths of an em of Times New Roman (those of the standard font Times-Roman, Adobe Font Metrics), from U+0020 to U+007E.
 * Other faces for running text differ by less than a tenth. Enough to find the rare line that would not fit, without loading a font.
 */
const widths = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
  722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
  444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
  200, 480, 541,
] as const;

/** Letters that are no accented form of an ASCII letter, and signs of our texts. */
const others: Readonly<Record<string, number>> = {
  Æ: 889,
  æ: 667,
  Ø: 722,
  ø: 500,
  '–': 500,
  '—': 1000,
  '…': 1000,
  '\u00a0': 250,
};

const fullWidth =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f000}-\u{1fbff}\u{20000}-\u{3ffff}]/u;

function widthOf(character: string): number {
  const code = character.charCodeAt(0);
  const known = widths[code - 0x20] ?? others[character];
  if (known !== undefined && code >= 0x20) return known;
  const base = character.normalize('NFD').charCodeAt(0);
  if (base !== code) return widths[base - 0x20] ?? 600;
  if (/\p{M}/u.test(character)) return 0;
  return fullWidth.test(character) ? 1300 : 600;
}

/** An estimate of a text's width in em of its own size. */
export function estimateWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width / 1000;
}
