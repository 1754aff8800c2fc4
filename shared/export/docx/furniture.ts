import type { ExportDocument } from '../document';
import { paperWords } from '../words';
import { xmlHeader } from '../xml/escape';
import { plainRun } from './runs';
import { textWidth, wordNamespace } from './styles';

/** What every section refers to; the parts have these names and ids in `package.ts`. Nothing stands at the head of the first page: the cover says it all. */
export const furnitureRelations =
  '<w:headerReference w:type="default" r:id="header"/><w:headerReference w:type="first" r:id="headerFirst"/>' +
  '<w:footerReference w:type="default" r:id="footer"/><w:footerReference w:type="first" r:id="footer"/>';

/** A field that the word processor counts by itself. */
const field = (instruction: string): string => `<w:fldSimple w:instr=" ${instruction} ">${plainRun('1')}</w:fldSimple>`;

function runningLine(kind: 'hdr' | 'ftr', { landscape }: ExportDocument, content: string): string {
  const style = kind === 'hdr' ? 'Header' : 'Footer';
  const tab = landscape
    ? `<w:tabs><w:tab w:val="clear" w:pos="${textWidth.upright}"/><w:tab w:val="right" w:pos="${textWidth.sideways}"/></w:tabs>`
    : '';
  return `${xmlHeader}<w:${kind} xmlns:w="${wordNamespace}"><w:p><w:pPr><w:pStyle w:val="${style}"/>${tab}</w:pPr>${content}</w:p></w:${kind}>`;
}

const tab = '<w:r><w:tab/></w:r>';

export function headerPart(document: ExportDocument): string {
  const [left, right] = document.furniture.header;
  return runningLine('hdr', document, plainRun(left) + tab + plainRun(right));
}

export const firstHeaderPart = (document: ExportDocument): string => runningLine('hdr', document, '');

export function footerPart(document: ExportDocument): string {
  const { page, of } = paperWords[document.language];
  const count = plainRun(`${page} `) + field('PAGE') + plainRun(` ${of} `) + field('NUMPAGES');
  return runningLine('ftr', document, plainRun(document.furniture.footer) + tab + count);
}
