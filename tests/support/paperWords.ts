import { strFromU8, unzipSync } from 'fflate';
import { exportPaper, type Format, type View } from '#shared/export';
import { isStruck, type ExportBlock } from '#shared/export/document';
import type { ExportInput } from '#shared/export/input';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The words of mark-up: no tags, no style sheet, entities read. */
const wordsOfMarkup = (xml: string): string =>
  xml
    .replace(/<style>[^]*?<\/style>|<head>[^]*?<\/head>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** Everything a written paper says to its reader, in reading order. */
export function wordsIn(view: View, format: Format, input: ExportInput): string {
  const output = exportPaper(view, format, input);
  if (!output.ok) throw new Error(output.failure.code);
  if (output.value.kind !== 'bytes') throw new Error('bytes expected');
  const { bytes } = output.value;
  const part = (name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
  switch (format) {
    case 'docx':
      return wordsOfMarkup(part('word/document.xml'));
    case 'odt':
      return wordsOfMarkup(part('content.xml'));
    case 'akn': {
      const names = [...strFromU8(bytes).matchAll(/ showAs="([^"]*)"/g)].map(([, name = '']) => wordsOfMarkup(name));
      return wordsOfMarkup(strFromU8(bytes)) + names.join('\n');
    }
    case 'html':
      return wordsOfMarkup(strFromU8(bytes));
    case 'md':
      return strFromU8(bytes).replace(/\\([^A-Za-z0-9\s])/g, '$1');
    case 'json': {
      const { blocks } = JSON.parse(strFromU8(bytes)) as { blocks: { text: string }[] };
      return blocks.map(({ text }) => text).join('\n');
    }
    case 'csv':
      return strFromU8(bytes).replace(/""/g, '"');
    case 'pdf':
      throw new Error('PDFs are read in tests/interop');
  }
}

/** What XML cannot hold goes (rule E5), and space is laid out anew by every format; every other letter must be there. */
export const letters = (text: string): string =>
  text.replace(
    /[\s\u0000-\u001f\ufffd-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '',
  );

/** One stretch of a paper's words. */
export interface Said {
  readonly text: string;
  readonly isStruck: boolean;
}

const said = (...texts: readonly string[]): readonly Said[] => texts.map((text) => ({ text, isStruck: false }));

/** Everything a paper has to say, run by run, from the first block to the last. */
export const saidInOrder = (blocks: readonly ExportBlock[]): readonly Said[] =>
  blocks.flatMap((block): readonly Said[] => {
    if (block.type === 'heading') return said(block.text);
    if (block.type === 'facts') return block.rows.flatMap(({ label, value }) => said(label, value));
    if (block.type === 'picture') return [];
    const shown = block.type === 'quotation' ? block.paragraphs : block.type === 'table' ? block.rows.flat(2) : [block];
    return shown
      .flatMap(({ runs }) => runs.map(({ text, mark }) => ({ text, isStruck: isStruck(mark) })))
      .filter(({ text }) => text.trim() !== '');
  });
