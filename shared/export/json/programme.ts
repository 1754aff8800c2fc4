import { toImportJson } from '../../import';
import { numberBlocks } from '../../domain/numbering';
import type { Revision } from '../../domain/revision';

/** The text as `import --json` would print it: the same shape, so that what reads the one reads the other. */
export function writeProgrammeJson(revision: Revision): string {
  const { title, period, language, blocks } = revision;
  const numbers = numberBlocks(blocks);
  const document = {
    title,
    period,
    language,
    blocks: blocks.map((block, index) => ({ block, number: numbers[index] ?? null, source: null })),
    report: [],
  };
  return `${JSON.stringify(toImportJson(document, language), null, 2)}\n`;
}
