import type { CellBlock, Table } from '../document';
import { paragraphOf, writeQuoted } from './paragraphs';
import { plainRun, writeRuns } from './runs';
import { paragraphStyles, strongStyle, textWidth, type Palette } from './styles';
import type { Writer } from './writer';

const border = (side: string, size: number, colour: string): string =>
  `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"/>`;

function writeCell(
  writer: Writer,
  cell: readonly CellBlock[],
  width: number,
  box: Table['columns'][number]['box'],
): string {
  const content = cell.map((block) =>
    block.type === 'prose'
      ? paragraphOf(paragraphStyles.cell, writeRuns(writer, block.runs, 'painted'))
      : writeQuoted(writer, block, 'cell'),
  );
  // A cell without a paragraph makes a file that Word calls damaged.
  const filled = content.length === 0 ? paragraphOf(paragraphStyles.cell, '') : content.join('');
  const borders =
    box !== undefined && cell.length === 0
      ? `<w:tcBorders>${['top', 'left', 'bottom', 'right'].map((side) => border(side, 4, '8A857C')).join('')}</w:tcBorders>`
      : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${borders}</w:tcPr>${filled}</w:tc>`;
}

export function writeTable(writer: Writer, { columns, rows }: Table, { accent }: Palette): string {
  const room = writer.document.landscape ? textWidth.sideways : textWidth.upright;
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((room * share) / total));
  const head = columns.map(
    ({ label }, at) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr>${paragraphOf(paragraphStyles.cell, plainRun(label, strongStyle))}</w:tc>`,
  );
  const body = rows.map((row) => {
    const hasBoxes = columns.some(({ box }) => box === 'answer');
    const height = hasBoxes ? '<w:trHeight w:val="1134" w:hRule="atLeast"/>' : '';
    const cells = row.map((cell, at) => writeCell(writer, cell, widths[at] ?? 0, columns[at]?.box));
    return `<w:tr><w:trPr><w:cantSplit/>${height}</w:trPr>${cells.join('')}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${room}" w:type="dxa"/><w:tblBorders>${border('top', 8, accent)}${border('bottom', 4, 'BDB8B0')}` +
    `${border('insideH', 4, 'BDB8B0')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>${body.join('')}</w:tbl>` +
    // Two tables without a paragraph between them would become one.
    paragraphOf(paragraphStyles.note, '')
  );
}
