import type { BlockShape, PrintedLine, Run } from './document';
import { estimateWidth } from './textWidth';

/** How far a line may be wider than estimated: another face, other kerning. */
const safety = 1.03;

/** The narrowest that letters are set, in percent: below it nobody could read them. */
const narrowest = 20;

/** Room for a line in em of its own size: 453 pt of text width less the indent, by the sizes that the word processors' styles have. Bold letters are a tenth wider. */
function roomInEm({ kind, level }: BlockShape): number {
  switch (kind) {
    case 'title':
      return 453 / 18 / 1.1;
    case 'heading':
      return 419 / ([15, 13, 12][(level ?? 1) - 1] ?? 11) / 1.1;
    case 'point':
      return 427 / 11;
    case 'footnote':
      return 438 / 9.5;
    case 'paragraph':
    case 'leadIn':
    case 'other':
      return 453 / 11;
  }
}

/** An estimate of the width of a line's words in em of their own size: bold letters are a tenth wider. The space at its end takes none. */
export const estimateRunsWidth = (runs: readonly Run[]): number =>
  runs.reduce((width, { text, strong }, at) => {
    const words = at === runs.length - 1 ? text.trimEnd() : text;
    return width + estimateWidth(words) * (strong === true ? 1.1 : 1);
  }, 0);

/** How wide the letters of a line may be, in percent, so that it stays one line in a word processor; `null` where it fits as it is. Rule E4. */
export function squeezeOf({ runs }: PrintedLine, shape: BlockShape): number | null {
  const width = estimateRunsWidth(runs) * safety;
  const room = roomInEm(shape);
  return width > room ? Math.max(narrowest, Math.floor((100 * room) / width)) : null;
}
