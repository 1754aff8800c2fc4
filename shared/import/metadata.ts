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

/** What a programme is called, in the languages and spellings that it has. */
const programme =
  '(?:arbeids|politiske?|prinsipp|handlings|valg)?[ -]?(?:program(?:met)?|programme|årsmelding|årsberetning|plan|strategi)';
const programmeFor = new RegExp(String.raw`^(?:.*\s)?${programme}\s+(?:for|of)\s+(\p{Lu}.*)$`, 'iu');
const ofWhom = new RegExp(String.raw`^(\p{Lu}[\p{L} -]*?)(?:s|’s|'s|')\s+${programme}\b`, 'iu');

/** Whose programme the title says that it is: «Arbeidsprogram for Hagelaget 2031–2033» and «Hagelagets arbeidsprogram» are Hagelaget's. `null` where it says nothing. */
export function organisationOf(title: string | null): string | null {
  if (title === null) return null;
  const period = readPeriod(title);
  const bare = (period === null ? title : title.slice(0, period.start) + title.slice(period.end))
    .replace(/\(\s*\)|[\s,:–-]+$/g, ' ')
    .trim();
  const named = programmeFor.exec(bare)?.[1] ?? ofWhom.exec(bare)?.[1] ?? null;
  return named !== null && /^\p{Lu}/u.test(named) ? named.replace(/\s+(?:for\s+)?perioden?$/i, '').trim() : null;
}
