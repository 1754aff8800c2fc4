import type { ExportDocument } from '../document';
import { contentsOf } from '../outline';
import { paperWords } from '../words';
import { escapeXml } from '../xml/escape';
import { encodeText } from './encodeText';

/** A link looks like the text around it; a word processor would make it blue and underlined. */
export const linkTo = (anchor: string, content: string): string =>
  `<text:a xlink:type="simple" xlink:href="#${escapeXml(bookmarkName(anchor))}" text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link">${content}</text:a>`;

/** How deep the contents go. */
const deepest = 3;

/** A name that a link can hold. */
export const bookmarkName = (anchor: string): string => anchor.replace(/[^A-Za-z0-9_]/g, '_');

/** The contents, each line a link to its heading (ODF 1.3 part 3, 8.3). Page numbers would be guesses: only the word processor counts pages. */
export function writeContents({ blocks, language, tracked }: ExportDocument): string {
  // Headings that may yet be rejected are not promised: the contents could not follow.
  if (tracked === 'text') return '';
  const entries = contentsOf(blocks).filter(({ level }) => level <= deepest);
  if (entries.length === 0) return '';
  const title = encodeText(paperWords[language].contents);
  const lines = entries.map(({ level, number, text, anchor }) => {
    const label = number === '' ? '' : `${encodeText(number)}<text:tab/>`;
    return `<text:p text:style-name="Contents_20_${level}">${linkTo(anchor, label + encodeText(text))}</text:p>`;
  });
  const templates = Array.from({ length: deepest }, (_, at) => {
    const style = `Contents_20_${at + 1}`;
    return (
      `<text:table-of-content-entry-template text:outline-level="${at + 1}" text:style-name="${style}">` +
      '<text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-text/><text:index-entry-link-end/></text:table-of-content-entry-template>'
    );
  });
  return (
    `<text:table-of-content text:name="Contents1" text:protected="false"><text:table-of-content-source text:outline-level="${deepest}">` +
    `<text:index-title-template text:style-name="Contents_20_Heading">${title}</text:index-title-template>${templates.join('')}</text:table-of-content-source>` +
    `<text:index-body><text:index-title text:name="Contents1_Head"><text:p text:style-name="Contents_20_Heading">${title}</text:p></text:index-title>${lines.join('')}</text:index-body></text:table-of-content>`
  );
}
