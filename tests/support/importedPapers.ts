import { countingIds } from '#shared/core/sources';
import { defaultLineSettings } from '#shared/domain/lines';
import { numberBlocks } from '#shared/domain/numbering';
import { revisionIdOf, type Revision } from '#shared/domain/revision';
import { importDocument, type ImportedDocument, type ImportedText } from '#shared/import';

/** Imports bytes that must be readable. */
export function importBytes(name: string, bytes: Uint8Array, changes?: 'accepted' | 'rejected'): ImportedDocument {
  const imported = importDocument({ name, bytes, ...(changes !== undefined && { changes }) }, countingIds('b'));
  if (!imported.ok) throw new Error(`${name} is not readable: ${imported.failure.code}`);
  return imported.value;
}

/** An imported document as a frozen revision. */
export function revisionOfImport({ title, period, language, blocks }: ImportedDocument): Revision {
  const content = {
    title,
    period,
    language,
    lineSettings: defaultLineSettings,
    blocks: blocks.map(({ block }) => block),
  };
  return { ...content, id: revisionIdOf(content), name: 'Vedtatt', frozenAt: '2027-01-15T09:30:00.000Z' };
}

/** One block as it reads: «heading 1 | 3 | Kompetanse», the places of its notes after it. */
export const rowsOfRevision = ({ blocks }: Revision): readonly string[] => {
  const numbers = numberBlocks(blocks);
  return blocks.map((block, i) => rowOf(block, numbers[i] ?? null));
};

export const rowsOfImport = ({ blocks }: Pick<ImportedText, 'blocks'>): readonly string[] =>
  blocks.map(({ block, number }) => rowOf(block, number));

const rowOf = (block: Revision['blocks'][number], number: string | null): string => {
  const notes = block.footnoteRefs.map((ref) => ` ^${ref.number}@${String(ref.offset)}`).join('');
  return `${block.kind}${String(block.level ?? '')} | ${number ?? '-'} | ${block.text}${notes}`;
};

export interface Likeness {
  /** Harmonic mean of the share of expected words that are found in the same place and the share of found words that were expected. */
  readonly textF1: number;
  /** Share of expected blocks that were found, word for word, with their kind, level and number. */
  readonly kinds: number;
}

/** Compares block by block, exactly: a block of other words is missing, with all its words. */
export function likeness(expected: Revision, found: Pick<ImportedText, 'blocks'>): Likeness {
  const numbers = numberBlocks(expected.blocks);
  const words = (text: string): number => text.split(' ').length;
  const waiting = new Map<string, ImportedText['blocks'][number][]>();
  for (const item of found.blocks) waiting.set(item.block.text, [...(waiting.get(item.block.text) ?? []), item]);
  let common = 0;
  let alike = 0;
  for (const [i, block] of expected.blocks.entries()) {
    const item = waiting.get(block.text)?.shift();
    if (item === undefined) continue;
    common += words(block.text);
    if (item.block.kind === block.kind && item.block.level === block.level && item.number === (numbers[i] ?? null))
      alike++;
  }
  const total = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + words(text), 0);
  const all = total(expected.blocks.map(({ text }) => text)) + total(found.blocks.map(({ block }) => block.text));
  return { textF1: (2 * common) / all, kinds: alike / expected.blocks.length };
}
