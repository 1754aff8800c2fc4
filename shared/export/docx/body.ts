import { unreachable } from '../../core/invariant';
import type { ExportBlock } from '../document';
import type { MoveRange } from '../moves';
import { writeContents } from './contents';
import { commentMarks, paragraphOf, writeParagraph, writeQuotation } from './paragraphs';
import { writePicture } from './pictures';
import { bookmarkOf, plainRun, writeRuns } from './runs';
import { sectionProperties, type Section } from './sections';
import { coverTitleTextStyle, paletteOf, paperHeadingStyle, paragraphStyles, strongStyle } from './styles';
import { writeTable } from './tables';
import type { Writer } from './writer';

/** `section`: properties of the section that ends with this block; empty where none does. */
function writeBlock(writer: Writer, block: ExportBlock, range: MoveRange | null, section: string): string {
  switch (block.type) {
    case 'programme':
      return writer.notePlan.isNote(block) ? '' : writeParagraph(writer, block, range, section);
    case 'heading': {
      const [open, close] = bookmarkOf(writer, block.anchor);
      const startsPage = block.startsPage === true ? '<w:pageBreakBefore/>' : '';
      return paragraphOf(paperHeadingStyle(block.level), open + plainRun(block.text) + close, startsPage);
    }
    case 'prose': {
      const [open, close] = commentMarks(writer, block, 'painted');
      return paragraphOf(
        block.role === 'body' ? paragraphStyles.prose : paragraphStyles[block.role],
        open + writeRuns(writer, block.runs, 'painted') + close,
      );
    }
    case 'facts':
      return block.rows
        .map(({ label, value }) =>
          paragraphOf(paragraphStyles.prose, `${plainRun(`${label}: `, strongStyle)}${plainRun(value)}`),
        )
        .join('');
    case 'quotation':
      return writeQuotation(writer, block);
    case 'table':
      return writeTable(writer, block, paletteOf(writer.document));
    case 'picture':
      return (
        paragraphOf(paragraphStyles.prose, writePicture(writer, block.picture), '<w:keepNext/>') +
        (block.caption === null ? '' : paragraphOf(paragraphStyles.note, plainRun(block.caption)))
      );
    default:
      return unreachable(block);
  }
}

/** Room above what a page of its own says, in twentieths of a point: a third of the page. */
const coverTop = 4000;

/** What stands before the text. Where the text begins a section of its own, the cover's ends with it. */
function writeCover(writer: Writer, endsSection: boolean): string {
  const { document } = writer;
  const { title, facts, ownPage } = document.cover;
  const contents = document.contents ? writeContents(document, ownPage) : '';
  const section = endsSection ? sectionProperties(document, { begins: 'first', hasLineNumbers: false }) : '';
  const endsHere = contents === '';
  const { name, logo } = document.organisation;
  return [
    ...(logo === null ? [] : [paragraphOf(paragraphStyles.organisation, writePicture(writer, logo))]),
    ...(name === '' ? [] : [paragraphOf(paragraphStyles.organisation, plainRun(name))]),
    paragraphOf(
      paragraphStyles.kicker,
      plainRun(document.paper),
      ownPage ? `<w:spacing w:before="${coverTop}" w:after="80"/>` : '',
    ),
    // A cover of its own names the programme, though the text has its title too; only the text's is read back.
    ...(ownPage && title === null ? [paragraphOf(paragraphStyles.coverTitle, plainRun(document.title))] : []),
    ...(title === null
      ? []
      : [
          paragraphOf(
            paragraphStyles.title,
            plainRun(title, ownPage ? coverTitleTextStyle : null),
            '<w:suppressLineNumbers/>',
          ),
        ]),
    paragraphOf(
      paragraphStyles.coverFacts,
      plainRun(facts.map(({ label, value }) => `${label}: ${value}`).join('  ·  ')),
      endsHere ? section : '',
    ),
    contents,
    ...(endsHere || section === '' ? [] : [paragraphOf(paragraphStyles.contentsEnd, '', section)]),
  ].join('');
}

const startsChapter = (block: ExportBlock | undefined): boolean =>
  block?.type === 'programme' && block.shape.kind === 'heading' && (block.shape.level ?? 1) === 1;

/** The content of `w:body`. */
export function writeBody(writer: Writer): string {
  const { document } = writer;
  const { blocks, lineNumbers, cover } = document;
  // LibreOffice lets the count begin with a section's first paragraph, so what is not counted stands in a section of its own.
  const coverIsSection = lineNumbers !== null || cover.ownPage;
  const begins = cover.ownPage ? 'page' : 'continuous';
  const perChapter = lineNumbers?.restart === 'chapter';
  let sections = 0;
  const nextSection = (): Section => {
    sections += 1;
    if (!coverIsSection && sections === 1) return { begins: 'first', hasLineNumbers: true };
    return { begins: sections === 1 ? begins : 'continuous', hasLineNumbers: true };
  };
  const written = blocks.map((block, at) => {
    const endsSection = perChapter && block.type === 'programme' && startsChapter(blocks[at + 1]);
    return writeBlock(writer, block, writer.moveOf(at), endsSection ? sectionProperties(document, nextSection()) : '');
  });
  return `${writeCover(writer, coverIsSection)}${written.join('')}${sectionProperties(document, nextSection())}`;
}
