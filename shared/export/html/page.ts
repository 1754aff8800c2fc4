import { unreachable } from '../../core/invariant';
import {
  isAdded,
  isStruck,
  visibleRuns,
  type CellBlock,
  type ExportBlock,
  type ExportDocument,
  type PictureBlock,
  type ProgrammeParagraph,
  type Run,
} from '../document';
import { printedLabel } from '../../domain/label';
import { stretchesOf } from '../outline';
import { paperWords } from '../words';
import { escapeXml } from '../xml/escape';
import { htmlStyle } from './style';

/** Words with their formats, each inside the next: leaning, weight, link. */
function writeFormatted({ text, strong, italic, address, reference }: Run): string {
  const escaped = escapeXml(text);
  if (reference === true) return `<sup>${escaped}</sup>`;
  const leaning = italic === true ? `<em>${escaped}</em>` : escaped;
  const weighted = strong === true ? `<strong>${leaning}</strong>` : leaning;
  return address === undefined ? weighted : `<a href="${escapeXml(address)}" rel="noreferrer">${weighted}</a>`;
}

function writeRun(run: Run): string {
  const { mark } = run;
  const weighted = writeFormatted(run);
  if (isAdded(mark)) return `<ins${mark === 'movedTo' ? ' class="moved"' : ''}>${weighted}</ins>`;
  if (isStruck(mark)) return `<del${mark === 'movedFrom' ? ' class="moved"' : ''}>${weighted}</del>`;
  return weighted;
}

const writeRuns = (runs: readonly Run[]): string => runs.map(writeRun).join('');

/**
 * A line keeps its number in an attribute that only the style sheet prints: it is not in the text, so it is neither copied nor read out.
 */
function writeText(paragraph: ProgrammeParagraph): string {
  const { lines, remark } = paragraph;
  const aside = remark === null ? '' : ` <span class="remark">⟨${escapeXml(remark)}⟩</span>`;
  if (lines === null) return writeRuns(visibleRuns(paragraph)) + aside;
  return lines.map(({ number, runs }) => `<span class="line" data-line="${number}">${writeRuns(runs)}</span>`).join('');
}

const idOf = (anchor: string | null): string => (anchor === null ? '' : ` id="${escapeXml(anchor)}"`);

const labelled = (paragraph: ProgrammeParagraph): string => {
  const label = printedLabel(paragraph.shape.kind, paragraph.shape.number);
  return label === '' ? '' : `<span class="number">${escapeXml(label)}</span>`;
};

function writeParagraph(paragraph: ProgrammeParagraph, headingLevel: number | null): string {
  const id = idOf(paragraph.anchor);
  switch (paragraph.shape.kind) {
    case 'title':
      return `<h1${id}>${writeText(paragraph)}</h1>`;
    case 'heading': {
      const name = headingLevel === null ? 'p' : `h${Math.min(headingLevel + 1, 6)}`;
      const label = printedLabel(paragraph.shape.kind, paragraph.shape.number);
      // A heading's first line carries the number, so that a line number stands before both.
      const text = writeText(paragraph);
      const number = labelled(paragraph);
      const marked = paragraph.lines === null || label === '' ? number + text : text.replace('>', `>${number}`);
      return `<${name}${id}>${marked}</${name}>`;
    }
    case 'leadIn':
      return `<p class="lead-in"${id}>${writeText(paragraph)}</p>`;
    case 'footnote':
      return `<p class="note"${id}>${labelled(paragraph)}${writeText(paragraph)}</p>`;
    case 'point':
    case 'paragraph':
    case 'other':
      return `<p${id}>${writeText(paragraph)}</p>`;
    default:
      return unreachable(paragraph.shape.kind);
  }
}

const writePoint = (paragraph: ProgrammeParagraph): string =>
  `<li${idOf(paragraph.anchor)}><span class="label">${escapeXml(printedLabel(paragraph.shape.kind, paragraph.shape.number))}</span><div>${writeText(paragraph)}</div></li>`;

function writeProgramme(paragraphs: readonly ProgrammeParagraph[], levels: readonly (number | null)[]): string {
  const isPoint = (paragraph: ProgrammeParagraph | undefined): boolean => paragraph?.shape.kind === 'point';
  return paragraphs
    .map((paragraph, at) => {
      if (!isPoint(paragraph)) return writeParagraph(paragraph, levels[at] ?? null);
      const start = isPoint(paragraphs[at - 1]) ? '' : '<ul class="points" role="list">\n';
      const end = isPoint(paragraphs[at + 1]) ? '' : '\n</ul>';
      return start + writePoint(paragraph) + end;
    })
    .join('\n');
}

const writeCell = (cell: readonly CellBlock[]): string =>
  cell
    .map((block) => {
      if (block.type === 'prose') return `<p>${writeRuns(block.runs)}</p>`;
      const strong = block.shape.kind === 'heading' || block.shape.kind === 'title';
      const content = labelled(block) + writeText(block);
      return `<p>${strong ? `<strong>${content}</strong>` : content}</p>`;
    })
    .join('');

/** In an image of its own a drawing's styles reach nothing else, no script could run, and the file still needs no other. */
function writePicture({ picture, caption }: PictureBlock): string {
  const { data, alternative } = picture;
  const address =
    data.format === 'svg'
      ? `data:image/svg+xml,${encodeURIComponent(data.source)}`
      : `data:image/png;base64,${escapeXml(data.base64)}`;
  const below = caption === null ? '' : `<figcaption>${escapeXml(caption)}</figcaption>`;
  return `<figure><img src="${address}" alt="${escapeXml(alternative)}">${below}</figure>`;
}

function writeBlocks(blocks: readonly ExportBlock[]): string {
  const written: string[] = [];
  for (const stretch of stretchesOf(blocks)) {
    if (stretch.type === 'programme') {
      written.push(writeProgramme(stretch.paragraphs, stretch.levels));
      continue;
    }
    const { block, level } = stretch;
    switch (block.type) {
      case 'heading': {
        const name = `h${Math.min(level + 1, 6)}`;
        written.push(`<${name}${idOf(block.anchor)}>${escapeXml(block.text)}</${name}>`);
        break;
      }
      case 'prose':
        written.push(
          `<p${block.role === 'body' || block.role === 'lead' ? '' : ` class="${block.role}"`}>${writeRuns(block.runs)}</p>`,
        );
        break;
      case 'facts':
        written.push(
          `<dl>${block.rows.map(({ label, value }) => `<dt>${escapeXml(label)}</dt><dd>${escapeXml(value)}</dd>`).join('')}</dl>`,
        );
        break;
      case 'quotation':
        written.push(`<div class="quotation">\n${writeProgramme(block.paragraphs, [])}\n</div>`);
        break;
      case 'picture':
        written.push(writePicture(block));
        break;
      case 'table': {
        const head = block.columns.map(({ label }) => `<th scope="col">${escapeXml(label)}</th>`).join('');
        const body = block.rows
          .map((row) => `<tr>${row.map((cell) => `<td>${writeCell(cell)}</td>`).join('')}</tr>`)
          .join('\n');
        written.push(
          `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`,
        );
        break;
      }
      default:
        unreachable(block);
    }
  }
  return written.join('\n');
}

const writeContents = (document: ExportDocument): string => {
  const entries = document.blocks.flatMap((block) =>
    block.type === 'heading' && block.anchor !== null
      ? [`<li><a href="#${escapeXml(block.anchor)}">${escapeXml(block.text)}</a></li>`]
      : [],
  );
  const label = escapeXml(paperWords[document.language].contents);
  return `<nav aria-label="${label}"><ul>${entries.join('')}</ul></nav>\n`;
};

/** One file that needs no other: no script, no font, no picture to fetch. The same paper gives the same text. */
export function writeHtml(document: ExportDocument): string {
  const { title, facts } = document.cover;
  const factsLine = facts.map(({ label, value }) => `${escapeXml(label)}: ${escapeXml(value)}`).join(' · ');
  return [
    '<!DOCTYPE html>',
    `<html lang="${document.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(document.title)} – ${escapeXml(document.paper)}</title>`,
    `<meta name="author" content="${escapeXml(document.author)}">`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    `<body${document.landscape ? ' class="landscape"' : ''}>`,
    `<main${document.landscape ? ' class="wide"' : ''}>`,
    `<p class="kicker">${escapeXml(document.paper)}</p>`,
    ...(title === null ? [] : [`<h1>${escapeXml(title)}</h1>`]),
    `<p class="facts-line">${factsLine}</p>`,
    ...(document.contents ? [writeContents(document)] : []),
    writeBlocks(document.blocks),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
