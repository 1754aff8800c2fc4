/**
 * Widths in em of the letters of a serif for running text, rounded upwards. Only used to find the rare line that might not fit,
 * so that no writer needs to load a font.
 */
const narrow = /[ijltfrI.,;:!'’|()[\] \-­]/;
const wide = /[mwMW@%—…æœÆŒ]/;
const capital = /\p{Lu}/u;
const fullWidth =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f000}-\u{1fbff}\u{20000}-\u{3ffff}]/u;

/** An estimate of a text's width in em, on the generous side. */
export function estimateWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (fullWidth.test(character)) width += 1.3;
    else if (wide.test(character)) width += 0.88;
    else if (narrow.test(character)) width += 0.33;
    else if (capital.test(character)) width += 0.68;
    else width += 0.52;
  }
  return width;
}
