import type { ExportDocument } from '../document';
import { furnitureRelations } from './furniture';

export interface Section {
  /** Where it begins: `first` with the document, `page` on a new page, `continuous` on the same page. */
  readonly begins: 'first' | 'page' | 'continuous';
  readonly hasLineNumbers: boolean;
}

/** `w:sectPr` of one section (ECMA-376 part 1, 17.6.17). */
export function sectionProperties(
  { landscape, lineNumbers }: Pick<ExportDocument, 'landscape' | 'lineNumbers'>,
  { begins, hasLineNumbers }: Section,
): string {
  const size = landscape
    ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    : '<w:pgSz w:w="11906" w:h="16838"/>';
  // Word counts from the number after `w:start` (ECMA-376 part 1, 17.6.8), which it leaves out for 1.
  const numbers =
    lineNumbers === null || !hasLineNumbers
      ? ''
      : `<w:lnNumType w:countBy="1"${lineNumbers.start === 1 ? '' : ` w:start="${lineNumbers.start - 1}"`} w:distance="284" w:restart="${lineNumbers.restart === 'chapter' ? 'newSection' : 'continuous'}"/>`;
  const type = begins === 'first' ? '' : `<w:type w:val="${begins === 'page' ? 'nextPage' : 'continuous'}"/>`;
  return (
    `<w:sectPr>${furnitureRelations}${type}${size}` +
    '<w:pgMar w:top="1531" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>' +
    `${numbers}${begins === 'first' ? '<w:titlePg/>' : ''}</w:sectPr>`
  );
}
