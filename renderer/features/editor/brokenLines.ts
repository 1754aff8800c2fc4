import type { NewBlock } from '#shared/schema/draft';

/** Whether lines of plain text are parts of sentences, as they are when they are copied from a page: one goes on in the next with a small letter. */
export function looksBroken(text: string): boolean {
  const lines = text.split(/\r\n|[\n\r]/u).map((line) => line.trim());
  const broken = lines.filter((line, index) => {
    const next = lines[index + 1] ?? '';
    return line.length > 20 && /[\p{Ll}\p{N},\-‐­]$/u.test(line) && /^\p{Ll}/u.test(next);
  });
  return broken.length > 0 && broken.length >= lines.length / 6;
}

/** Text whose lines were broken to fit a page, as blocks: the import's own reading. It is fetched when it is first needed. */
export async function blocksOfBrokenLines(text: string): Promise<readonly NewBlock[]> {
  const { readPlainText, recogniseStructure } = await import('#shared/import/recognisedLines');
  return recogniseStructure(readPlainText(text), true).blocks.map(({ kind, level, text: words }) =>
    kind === 'heading' ? { kind, level, text: words } : { kind: kind === 'title' ? 'paragraph' : kind, text: words },
  );
}
