import { unreachable } from '../../core/invariant';
import {
  isAdded,
  isStruck,
  visibleRuns,
  type BlockShape,
  type CellBlock,
  type ExportBlock,
  type ExportDocument,
  type Picture,
  type PictureBlock,
  type PrintedLine,
  type ProgrammeParagraph,
  type Run,
} from '../document';
import { printedLabel } from '../../domain/label';
import { squeezeOf } from '../lineRoom';
import { noteAnchors } from '../notes';
import { contentsOf, stretchesOf } from '../outline';
import { paperWords } from '../words';
import { escapeXml } from '../xml/escape';
import { htmlStyle } from './style';

/** Where the notes of a paper stand, by number. */
type NoteAnchors = ReadonlyMap<string, string>;

/** Words with their formats, each inside the next: leaning, weight, link. */
function writeFormatted({ text, strong, italic, address, reference, link, refersTo }: Run, notes: NoteAnchors): string {
  const escaped = escapeXml(text);
  const anchor = reference === true ? notes.get(text) : (link ?? refersTo);
  const linked = anchor === undefined ? escaped : `<a href="#${escapeXml(anchor)}">${escaped}</a>`;
  if (reference === true) return `<sup>${linked}</sup>`;
  const leaning = italic === true ? `<em>${linked}</em>` : linked;
  const weighted = strong === true ? `<strong>${leaning}</strong>` : leaning;
  return address === undefined ? weighted : `<a href="${escapeXml(address)}" rel="noreferrer">${weighted}</a>`;
}

function writeRun(run: Run, notes: NoteAnchors): string {
  const { mark } = run;
  const weighted = writeFormatted(run, notes);
  if (isAdded(mark)) return `<ins${mark === 'movedTo' ? ' class="moved"' : ''}>${weighted}</ins>`;
  if (isStruck(mark)) return `<del${mark === 'movedFrom' ? ' class="moved"' : ''}>${weighted}</del>`;
  return weighted;
}

const writeRuns = (runs: readonly Run[], notes: NoteAnchors): string =>
  runs.map((run) => writeRun(run, notes)).join('');

/** A browser's page is a little narrower than a word processor's. */
const roomInPrint = 0.94;

/** A line of ours is one line of print, also where all its letters are wide: then they are set smaller. Headings are small enough as they are. */
function narrowed(line: PrintedLine, shape: BlockShape): string {
  const percent = shape.kind === 'title' || shape.kind === 'heading' ? null : squeezeOf(line, shape);
  return percent === null ? '' : ` style="font-size:${String(Math.floor(percent * roomInPrint))}%"`;
}

/**
 * A line keeps its number in an attribute that only the style sheet prints: it is not in the text, so it is neither copied nor read out.
 */
function writeText(paragraph: ProgrammeParagraph, notes: NoteAnchors): string {
  const { lines, remark } = paragraph;
  const aside = remark === null ? '' : ` <span class="remark">⟨${escapeXml(remark)}⟩</span>`;
  if (lines === null) return writeRuns(visibleRuns(paragraph), notes) + aside;
  return lines
    .map(
      (line) =>
        `<span class="line" data-line="${line.number}"${narrowed(line, paragraph.shape)}>${writeRuns(line.runs, notes)}</span>`,
    )
    .join('');
}

const idOf = (anchor: string | null): string => (anchor === null ? '' : ` id="${escapeXml(anchor)}"`);

const labelled = (paragraph: ProgrammeParagraph): string => {
  const label = printedLabel(paragraph.shape.kind, paragraph.shape.number);
  return label === '' ? '' : `<span class="number">${escapeXml(label)}</span>`;
};

function writeParagraph(paragraph: ProgrammeParagraph, headingLevel: number | null, notes: NoteAnchors): string {
  const id = idOf(paragraph.anchor);
  switch (paragraph.shape.kind) {
    case 'title':
      return `<h1${id}>${writeText(paragraph, notes)}</h1>`;
    case 'heading': {
      const name = headingLevel === null ? 'p' : `h${Math.min(headingLevel + 1, 6)}`;
      const label = printedLabel(paragraph.shape.kind, paragraph.shape.number);
      // A heading's first line carries the number, so that a line number stands before both.
      const text = writeText(paragraph, notes);
      const number = labelled(paragraph);
      const marked = paragraph.lines === null || label === '' ? number + text : text.replace('>', `>${number}`);
      return `<${name}${id}>${marked}</${name}>`;
    }
    case 'leadIn':
      return `<p class="lead-in"${id}>${writeText(paragraph, notes)}</p>`;
    case 'footnote':
      return `<p class="note"${id}>${labelled(paragraph)}${writeText(paragraph, notes)}</p>`;
    case 'point':
    case 'paragraph':
    case 'other':
      return `<p${id}>${writeText(paragraph, notes)}</p>`;
    default:
      return unreachable(paragraph.shape.kind);
  }
}

const writePoint = (paragraph: ProgrammeParagraph, notes: NoteAnchors): string =>
  `<li${idOf(paragraph.anchor)}><span class="label">${escapeXml(printedLabel(paragraph.shape.kind, paragraph.shape.number))}</span><div>${writeText(paragraph, notes)}</div></li>`;

function writeProgramme(
  paragraphs: readonly ProgrammeParagraph[],
  levels: readonly (number | null)[],
  notes: NoteAnchors,
): string {
  const isPoint = (paragraph: ProgrammeParagraph | undefined): boolean => paragraph?.shape.kind === 'point';
  return paragraphs
    .map((paragraph, at) => {
      if (!isPoint(paragraph)) return writeParagraph(paragraph, levels[at] ?? null, notes);
      const start = isPoint(paragraphs[at - 1]) ? '' : '<ul class="points" role="list">\n';
      const end = isPoint(paragraphs[at + 1]) ? '' : '\n</ul>';
      return start + writePoint(paragraph, notes) + end;
    })
    .join('\n');
}

const writeCell = (cell: readonly CellBlock[], notes: NoteAnchors): string =>
  cell
    .map((block) => {
      if (block.type === 'prose') return `<p>${writeRuns(block.runs, notes)}</p>`;
      const strong = block.shape.kind === 'heading' || block.shape.kind === 'title';
      const content = labelled(block) + writeText(block, notes);
      return `<p>${strong ? `<strong>${content}</strong>` : content}</p>`;
    })
    .join('');

/** In an image of its own a drawing's styles reach nothing else, no script could run, and the file still needs no other. */
function image(picture: Picture): string {
  const { data, alternative, width } = picture;
  const address =
    data.format === 'svg'
      ? `data:image/svg+xml,${encodeURIComponent(data.source)}`
      : `data:image/png;base64,${escapeXml(data.base64)}`;
  return `<img src="${address}" alt="${escapeXml(alternative)}" style="width:${String(width)}mm">`;
}

function writePicture({ picture, caption }: PictureBlock): string {
  const below = caption === null ? '' : `<figcaption>${escapeXml(caption)}</figcaption>`;
  return `<figure>${image(picture)}${below}</figure>`;
}

function writeBlocks(blocks: readonly ExportBlock[]): string {
  const notes = noteAnchors({ blocks });
  const written: string[] = [];
  for (const stretch of stretchesOf(blocks)) {
    if (stretch.type === 'programme') {
      written.push(writeProgramme(stretch.paragraphs, stretch.levels, notes));
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
          `<p${block.role === 'body' || block.role === 'lead' ? '' : ` class="${block.role}"`}>${writeRuns(block.runs, notes)}</p>`,
        );
        break;
      case 'facts':
        written.push(
          `<dl>${block.rows.map(({ label, value }) => `<dt>${escapeXml(label)}</dt><dd>${escapeXml(value)}</dd>`).join('')}</dl>`,
        );
        break;
      case 'quotation':
        written.push(`<div class="quotation">\n${writeProgramme(block.paragraphs, [], notes)}\n</div>`);
        break;
      case 'picture':
        written.push(writePicture(block));
        break;
      case 'table': {
        const head = block.columns.map(({ label }) => `<th scope="col">${escapeXml(label)}</th>`).join('');
        const body = block.rows
          .map((row) => `<tr>${row.map((cell) => `<td>${writeCell(cell, notes)}</td>`).join('')}</tr>`)
          .join('\n');
        const columns = escapeXml(block.columns.map(({ label }) => label).join(', '));
        // What can be scrolled can be reached by keyboard, and says what it is.
        written.push(
          `<div class="scroll" tabindex="0" role="group" aria-label="${columns}"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`,
        );
        break;
      }
      default:
        unreachable(block);
    }
  }
  return written.join('\n');
}

/** How deep the contents go. */
const deepest = 2;

/** The headings of the paper and of the text, each a link to its place. */
function writeContents({ blocks, language }: ExportDocument): string {
  const entries = contentsOf(blocks)
    .filter(({ level }) => level <= deepest)
    .map(({ level, number, text, anchor }) => {
      const label = number === '' ? '' : `<span class="number">${escapeXml(number)}</span>`;
      return `<li class="level-${String(level)}"><a href="#${escapeXml(anchor)}">${label}${escapeXml(text)}</a></li>`;
    });
  const label = escapeXml(paperWords[language].contents);
  return `<nav aria-label="${label}"><ul>${entries.join('')}</ul></nav>\n`;
}

/** Whose paper it is: logo and name, above what the paper is. */
function writeOrganisation({ name, logo }: ExportDocument['organisation']): readonly string[] {
  if (name === '' && logo === null) return [];
  return [
    `<div class="organisation">${logo === null ? '' : image(logo)}${name === '' ? '' : `<p>${escapeXml(name)}</p>`}</div>`,
  ];
}

/** The organisation's colour, which is dark enough for white paper; the dark view keeps its own. */
const ownColour = ({ colour }: ExportDocument['organisation']): string =>
  /^#[0-9a-f]{6}$/i.test(colour)
    ? `@media (prefers-color-scheme:light){:root{--accent:${colour}}}@media print{:root{--accent:${colour}}}`
    : '';

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
    `<style>${htmlStyle}${ownColour(document.organisation)}</style>`,
    '</head>',
    `<body${document.landscape ? ' class="landscape"' : ''}>`,
    `<main${document.landscape ? ' class="wide"' : ''}>`,
    ...writeOrganisation(document.organisation),
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
