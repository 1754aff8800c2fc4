import type { ExportBlock } from '../document';

/** Signs of text; some 20 printed lines. What is longer may have to be divided. */
const LONGEST_WHOLE = 1_300;

const lengthOf = (block: ExportBlock): number => {
  const paragraphs = block.type === 'quotation' ? block.paragraphs : block.type === 'prose' ? [block] : [];
  return paragraphs.flatMap(({ runs }) => runs).reduce((sum, { text }) => sum + text.length, 0);
};

/** What is said about one amendment, kept on one page where it is short: nobody should turn the page between a proposal and its decision. */
export function keptOnOnePage(entry: readonly ExportBlock[]): readonly ExportBlock[] {
  if (entry.reduce((sum, block) => sum + lengthOf(block), 0) > LONGEST_WHOLE) return entry;
  return entry.map((block, at): ExportBlock => {
    if (at === entry.length - 1) return block;
    if (block.type === 'quotation') return { ...block, keepsWithNext: true };
    return block.type === 'prose' && block.role === 'body' ? { ...block, role: 'lead' } : block;
  });
}
