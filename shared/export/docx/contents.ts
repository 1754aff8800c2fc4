import type { ExportDocument } from '../document';
import { contentsOf } from '../outline';
import { paperWords } from '../words';
import { linkTo, plainRun } from './runs';
import { paragraphOf } from './paragraphs';
import { contentsStyle, contentsHeadingStyle } from './styles';

/** How deep the contents go. */
const deepest = 3;

const fieldCharacter = (type: 'begin' | 'separate' | 'end'): string =>
  `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/**
 * The contents as Word's own field, filled in: each heading is a link to its place. Page numbers are left out (`\n`), for whoever writes the file cannot know
 * them, and a field that asks to be counted makes Word ask its reader a question at every opening.
 */
export function writeContents(document: ExportDocument, startsPage: boolean): string {
  const { blocks, language, tracked } = document;
  // Headings that may yet be rejected are not promised: the contents could not follow.
  if (tracked === 'text') return '';
  const entries = contentsOf(blocks).filter(({ level }) => level <= deepest);
  if (entries.length === 0) return '';
  const heading = paragraphOf(
    contentsHeadingStyle,
    plainRun(paperWords[language].contents),
    startsPage ? '<w:pageBreakBefore/>' : '',
  );
  const begin =
    fieldCharacter('begin') +
    `<w:r><w:instrText xml:space="preserve"> TOC \\o "1-${deepest}" \\n \\h \\z \\u </w:instrText></w:r>` +
    fieldCharacter('separate');
  const lines = entries.map(({ level, number, text, anchor }, at) =>
    paragraphOf(
      contentsStyle(level),
      (at === 0 ? begin : '') +
        linkTo(document, anchor, (number === '' ? '' : `${plainRun(number)}<w:r><w:tab/></w:r>`) + plainRun(text)) +
        (at === entries.length - 1 ? fieldCharacter('end') : ''),
    ),
  );
  return (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>' +
    `<w:sdtContent>${heading}${lines.join('')}</w:sdtContent></w:sdt>`
  );
}
