import { countingIds } from '#shared/core/sources';
import { importDocument, type ImportedDocument } from '#shared/import';

/** Imports a text that must be readable. */
export function importText(text: string, name = 'program.txt'): ImportedDocument {
  const imported = importDocument({ name, bytes: new TextEncoder().encode(text) }, countingIds('b'));
  if (!imported.ok) throw new Error(`not readable: ${imported.failure.code}`);
  return imported.value;
}

/** Every block as one line, «heading1 3 | Faglig utvikling», so that a test shows the whole document at a glance. */
export const outline = (document: ImportedDocument): readonly string[] =>
  document.blocks.map(
    ({ block, number }) => `${block.kind}${String(block.level ?? '')} ${number ?? '-'} | ${block.text}`,
  );

export const outlineOf = (text: string, name = 'program.txt'): readonly string[] => outline(importText(text, name));

/** Codes of the report, with their lines. */
export const codesOf = (document: ImportedDocument): readonly string[] =>
  document.report.map((entry) => `${entry.code}@${String(entry.line ?? '-')}`);
