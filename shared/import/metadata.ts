import type { BlockKind } from '../domain/block';
import { organisationInTitle, soundsLikeOrganisation } from './organisation';
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

/** Blocks at the head of a text that may be those of its cover. */
const COVER = 12;

/** The lines before the first chapter, the title among them. */
function coverOf<Block extends Named>(blocks: readonly Block[]): readonly Block[] {
  const chapter = blocks.findIndex(({ kind }) => kind === 'heading');
  return blocks.slice(0, Math.min(COVER, chapter < 0 ? COVER : chapter));
}

/** The period of the title, else of a line of its own before the first chapter. */
export function periodOf(blocks: readonly Named[]): Period | null {
  const title = blocks.find((block) => block.kind === 'title');
  const inTitle = title === undefined ? null : readPeriod(title.text);
  if (inTitle !== null) return inTitle.period;
  for (const block of coverOf(blocks)) {
    const found = readPeriod(block.text);
    if (found?.whole === true) return found.period;
  }
  return null;
}

/** Whose programme it is: by its title, else by a line of the cover that is an organisation's name and nothing else. `null` where neither says. */
export function organisationOf(blocks: readonly Named[]): string | null {
  const title = blocks.find(({ kind }) => kind === 'title');
  const named = title === undefined ? null : organisationInTitle(title.text);
  if (named !== null) return named;
  return coverOf(blocks).find(({ kind, text }) => kind === 'other' && soundsLikeOrganisation(text))?.text ?? null;
}
