import { chaptersOf } from '../../domain/chapters';
import { printedLabel } from '../../domain/label';
import { layoutLines } from '../../domain/lines';
import { describePlace, gazetteerOf } from '../../domain/places';
import { plain, type CellBlock, type ExportBlock, type ExportDocument, type Table } from '../document';
import type { ExportInput } from '../input';
import { paperWords } from '../words';
import { changeSummary } from './changeSummary';
import { framePaper } from './frame';
import { shapesOf } from './programmeParagraphs';

/** The letter that sends the draft out. */
export const hearingLetter = (input: ExportInput): ExportDocument =>
  framePaper('hearing', input, { summary: changeSummary(input) });

/** Empty boxes under their labels, one row for each of `rows`. */
export const boxesToFill = (labels: readonly string[], rows: number): Table => ({
  type: 'table',
  columns: labels.map((label) => ({ label, share: 1, box: 'answer' })),
  rows: Array.from({ length: rows }, () => labels.map(() => [])),
});

/** The form for the answer: a row for every paragraph and point, chapter by chapter, named as on the paper sent out. */
export function answerForm(input: ExportInput): ExportDocument {
  const { newest, language } = input;
  const { blocks } = newest;
  const words = paperWords[language];
  const gazetteer = gazetteerOf(blocks);
  const shapes = shapesOf(blocks);
  const lines = layoutLines(blocks, newest.lineSettings);
  const columns: Table['columns'] = [
    { label: words.place, share: 13 },
    { label: words.agree, share: 3, box: 'count' },
    { label: words.disagree, share: 3, box: 'count' },
    { label: words.newText, share: 12, box: 'answer' },
  ];
  const rowOf = (index: number): readonly (readonly CellBlock[])[] => {
    const [first, last] = [lines[index]?.[0], lines[index]?.at(-1)];
    const span = first && last ? { first: first.number, last: last.number } : null;
    const name = describePlace(gazetteer.placeOf(index), span, language);
    return [
      [
        { type: 'prose', role: 'body', runs: [{ text: name, mark: 'kept', strong: true }] },
        { type: 'prose', role: 'body', runs: plain(blocks[index]?.text ?? '') },
      ],
      [],
      [],
      [],
    ];
  };
  const asked = (start: number, end: number): readonly ExportBlock[] => {
    const rows = blocks
      .slice(start, end)
      .flatMap(({ kind }, at) => (kind === 'point' || kind === 'paragraph' || kind === 'other' ? [start + at] : []))
      .map(rowOf);
    return rows.length === 0 ? [] : [{ type: 'table', columns, rows }];
  };
  const chapters = chaptersOf(blocks);
  const answers = [
    ...asked(0, chapters[0]?.heading ?? blocks.length),
    ...chapters.flatMap(({ heading, end }, at): readonly ExportBlock[] => {
      const table = asked(heading + 1, end);
      const label = printedLabel('heading', shapes[heading]?.number ?? null);
      const title = [label, blocks[heading]?.text ?? ''].filter((part) => part !== '').join(' ');
      return table.length === 0
        ? []
        : [{ type: 'heading', level: 1, text: title, anchor: `kapittel-${at + 1}` }, ...table];
    }),
  ];
  return framePaper('answer-form', input, {
    sender: [boxesToFill([words.organisation, words.name, words.contact, words.date], 1)],
    answers,
  });
}
