import type { BlockKind } from '#shared/domain/block';
import { chanceFrom } from '../heldOut/chance';
import type { JudgedBlock } from '../importQuality';
import { plainPdf, type PdfWords } from '../plainPdf';
import { level, p, style, styled, wordFile } from '../wordFile';
import { contentFrom } from './content';
import { filled } from './houses';

/** A piece of a document before any format writes it. */
interface Piece extends JudgedBlock {
  /** The number as it is printed before the text; `null` for none. */
  readonly label: string | null;
}

/** The sample as a row of pieces: chapters 1, 2 …, sections 1.1 …, bullets. Without `numbered` the headings have no numbers. */
function pieces(seed: number, depth: 1 | 2, numbered: boolean): readonly Piece[] {
  const { title, chapters } = contentFrom(chanceFrom(seed), depth);
  const all: Piece[] = [];
  const add = (kind: BlockKind, text: string, depthOf: number | null = null, number: string | null = null): void => {
    all.push({ kind, text, level: depthOf, number, label: number });
  };
  add('title', title);
  chapters.forEach((chapter, at) => {
    add('heading', chapter.title, 1, numbered ? String(at + 1) : null);
    let count = 0;
    for (const section of chapter.sections) {
      if (section.title !== null)
        add('heading', section.title, 2, numbered ? `${String(at + 1)}.${String(++count)}` : null);
      for (const paragraph of section.paragraphs) add('paragraph', paragraph);
      if (section.list === null) continue;
      add('leadIn', section.list.leadIn);
      for (const item of section.list.items) add('point', item, null, '•');
    }
  });
  return all;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const typed = ({ label, text }: Piece): string => escaped(label === null ? text : `${label} ${text}`);
const inList = (list: number, at: number): string =>
  `<w:numPr><w:ilvl w:val="${String(at)}"/><w:numId w:val="${String(list)}"/></w:numPr>`;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Headings and lists by style, all numbers counted by the word processor. */
function wordByStyles(all: readonly Piece[]): Uint8Array {
  const body = all.map((piece) =>
    piece.kind === 'title'
      ? styled('Tittel', escaped(piece.text))
      : piece.kind === 'heading'
        ? p(escaped(piece.text), `<w:pStyle w:val="Overskrift${String(piece.level ?? 1)}"/>`)
        : piece.kind === 'point'
          ? p(escaped(piece.text), inList(2, 0))
          : p(escaped(piece.text)),
  );
  const heading = (at: number): string =>
    style(
      `Overskrift${String(at)}`,
      `heading ${String(at)}`,
      `<w:pPr><w:outlineLvl w:val="${String(at - 1)}"/>${inList(1, at - 1)}</w:pPr>`,
    );
  return wordFile({
    body: body.join(''),
    styles: style('Tittel', 'Title') + heading(1) + heading(2),
    numbering:
      `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '•')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
  });
}

/** Typed by somebody who knows no styles: bold lines, numbers and signs by hand, an empty paragraph between blocks. */
function wordByHand(all: readonly Piece[]): Uint8Array {
  const body = all.map((piece) =>
    piece.kind === 'title' || piece.kind === 'heading' ? `${p('')}${p(typed(piece), '', '<w:b/>')}` : p(typed(piece)),
  );
  return wordFile({ body: body.join('') });
}

const listed = (all: readonly Piece[], item: (piece: Piece) => string, other: (piece: Piece) => string): string =>
  all
    .map((piece, i) => {
      if (piece.kind !== 'point') return other(piece);
      const opens = all[i - 1]?.kind === 'point' ? '' : '<ul>';
      return `${opens}${item(piece)}${all[i + 1]?.kind === 'point' ? '' : '</ul>'}`;
    })
    .join('\n');

function webPage(all: readonly Piece[]): Uint8Array {
  const tagOf = ({ kind, level: depth }: Piece): string =>
    kind === 'title' ? 'h1' : kind === 'heading' ? `h${String((depth ?? 1) + 1)}` : 'p';
  const body = listed(
    all,
    ({ text }) => `<li>${escaped(text)}</li>`,
    (piece) => `<${tagOf(piece)}>${typed(piece)}</${tagOf(piece)}>`,
  );
  return bytesOf(
    `<!doctype html><html lang="nb"><head><title>Program</title></head><body><nav><a href="/">Hjem</a></nav><main>${body}</main><footer>Kontakt oss</footer></body></html>`,
  );
}

/** A page of an old editor: no headings, only bold paragraphs. */
function oldWebPage(all: readonly Piece[]): Uint8Array {
  const body = listed(
    all,
    ({ text }) => `<li>${escaped(text)}</li>`,
    (piece) =>
      piece.kind === 'title'
        ? `<h1>${escaped(piece.text)}</h1>`
        : piece.kind === 'heading'
          ? `<p><strong>${typed(piece)}</strong></p>`
          : `<p>${typed(piece)}</p>`,
  );
  return bytesOf(`<html><body>${body}</body></html>`);
}

/** OpenDocument in one file: the outline for headings, a list for points, numbers typed. */
function openDocument(all: readonly Piece[]): Uint8Array {
  const names = ['office', 'style', 'text'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const body = all.map((piece) =>
    piece.kind === 'title'
      ? `<text:p text:style-name="Title">${escaped(piece.text)}</text:p>`
      : piece.kind === 'heading'
        ? `<text:h text:outline-level="${String(piece.level ?? 1)}">${typed(piece)}</text:h>`
        : piece.kind === 'point'
          ? `<text:list text:style-name="L1"><text:list-item><text:p>${escaped(piece.text)}</text:p></text:list-item></text:list>`
          : `<text:p>${typed(piece)}</text:p>`,
  );
  return bytesOf(
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${names.join(' ')} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">` +
      '<office:automatic-styles><text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style></office:automatic-styles>' +
      `<office:body><office:text>${body.join('')}</office:text></office:body></office:document>`,
  );
}

/** Letters to a line, and points to a letter: Helvetica of 10 points is half as wide as high. */
const PER_LETTER = 5;
const LEADING = 13;

/** Pages of `columns` columns with a running head and the number of the page. */
function pages(all: readonly Piece[], columns: 1 | 2): Uint8Array {
  const width = columns === 1 ? 450 : 210;
  const sheets: PdfWords[][] = [];
  let y = Infinity;
  let column: number = columns;
  const nextLine = (height: number, room: number): { readonly x: number; readonly y: number } => {
    if (y + room > 770) {
      y = 90;
      if (++column >= columns) {
        column = 0;
        sheets.push([
          { text: 'Havnefogdforbundet', x: 72, y: 40, size: 8 },
          { text: String(sheets.length + 1), x: 290, y: 810, size: 8 },
        ]);
      }
    }
    const place = { x: 72 + column * 240, y };
    y += height;
    return place;
  };
  for (const piece of all) {
    const large = piece.kind === 'title' ? 18 : piece.kind === 'heading' ? (piece.level === 1 ? 14 : 12) : 10;
    const hang = piece.kind === 'point' ? 12 : 0;
    const text =
      piece.kind === 'point' ? piece.text : piece.label === null ? piece.text : `${piece.label} ${piece.text}`;
    const lines = filled(text, Math.floor((width - hang) / (PER_LETTER * (large / 10) * (large > 10 ? 1.15 : 1))));
    lines.forEach((line, i) => {
      const { x, y: at } = nextLine(LEADING * (large / 10), i === 0 ? LEADING * 3 : LEADING);
      if (hang > 0 && i === 0) sheets.at(-1)?.push({ text: '•', x, y: at, size: large });
      sheets
        .at(-1)
        ?.push({ text: line, x: x + hang, y: at, size: large, ...(large > 10 ? { font: 'bold' as const } : {}) });
    });
    y += piece.kind === 'point' || piece.kind === 'leadIn' ? 2 : 9;
  }
  return plainPdf(sheets);
}

interface Format {
  readonly file: string;
  readonly depth: 1 | 2;
  readonly numbered: boolean;
  readonly write: (all: readonly Piece[]) => Uint8Array;
}

export const formats = {
  'Word, by styles': { file: 'p.docx', depth: 2, numbered: true, write: wordByStyles },
  'Word, by hand': { file: 'p.docx', depth: 1, numbered: true, write: wordByHand },
  'Word, by hand, no numbers': { file: 'p.docx', depth: 1, numbered: false, write: wordByHand },
  'web page': { file: 'p.html', depth: 2, numbered: true, write: webPage },
  'old web page': { file: 'p.html', depth: 1, numbered: false, write: oldWebPage },
  OpenDocument: { file: 'p.fodt', depth: 2, numbered: true, write: openDocument },
  PDF: { file: 'p.pdf', depth: 2, numbered: true, write: (all) => pages(all, 1) },
  'PDF, no numbers': { file: 'p.pdf', depth: 2, numbered: false, write: (all) => pages(all, 1) },
  'PDF of two columns': { file: 'p.pdf', depth: 2, numbered: true, write: (all) => pages(all, 2) },
} satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

/** A file of that sort made from the sample, and what its blocks truly are; the same for the same seed. */
export function writtenAs(
  name: FormatName,
  seed: number,
): { readonly file: string; readonly bytes: Uint8Array; readonly truth: readonly JudgedBlock[] } {
  const { file, depth, numbered, write }: Format = formats[name];
  const all = pieces(seed, depth, numbered);
  return {
    file,
    bytes: write(all),
    truth: all.map(({ kind, text, level: depthOf, number }) => ({ kind, text, level: depthOf, number })),
  };
}
