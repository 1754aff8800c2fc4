import type { BlockKind } from '../domain/block';
import type { Period } from '../domain/revision';
import { normalisePeriod, readPeriod } from './period';

interface Named {
  readonly kind: BlockKind;
  readonly text: string;
}

/** What the text calls itself, its period set as periods are; `null` where no block is its title. */
export const titleOf = (blocks: readonly Named[]): string | null => {
  const title = blocks.find((block) => block.kind === 'title');
  return title === undefined ? null : normalisePeriod(title.text);
};

/** The period of the title, else of a line of its own before the first chapter. */
export function periodOf(blocks: readonly Named[]): Period | null {
  const title = blocks.find((block) => block.kind === 'title');
  const inTitle = title === undefined ? null : readPeriod(title.text);
  if (inTitle !== null) return inTitle.period;
  for (const block of blocks.slice(0, 12)) {
    if (block.kind === 'heading') break;
    const found = readPeriod(block.text);
    if (found?.whole === true) return found.period;
  }
  return null;
}
