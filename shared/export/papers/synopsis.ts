import { describeSentenceMove, sentenceMovesOf } from '../../comparison';
import type { Language } from '../../core/failure';
import { rememberedByPair } from '../../core/remembered';
import type { BlockChange } from '../../diff';
import type { Block } from '../../domain/block';
import { describePlace, gazetteerOf } from '../../domain/places';
import type { Revision } from '../../domain/revision';
import {
  isAdded,
  isStruck,
  marksBySign,
  plain,
  type CellBlock,
  type ExportDocument,
  type ProgrammeParagraph,
  type Run,
} from '../document';
import type { ExportInput } from '../input';
import { paperWords, type MarksAre, type PaperWords } from '../words';
import { alignmentOf } from './alignment';
import { cutIntoParagraphs } from './comparison';
import { shortHashOf } from '../../domain/blockBookmark';
import { framePaper, titleWithPeriod } from './frame';
import { shapesOf } from './programmeParagraphs';

function remarkOf(change: BlockChange, words: PaperWords): string {
  const kinds: Readonly<Record<BlockChange['kind'], string>> = {
    unchanged: '',
    reworded: words.reworded,
    split: words.split,
    joined: words.joined,
    inserted: words.newBlock,
    deleted: words.struckBlock,
  };
  return [kinds[change.kind], change.moved ? words.moved : '', change.retyped ? words.retyped : '']
    .filter((part) => part !== '')
    .join('. ');
}

interface ComparedRow {
  readonly before: readonly CellBlock[];
  readonly now: readonly CellBlock[];
  /** What became of it, in words. */
  readonly told: readonly string[];
  /** The block that a remark is about. */
  readonly block: Block | undefined;
}

/** The rows but for the remarks: the same whatever else a paper is told, so they are made once. */
const comparedRows = rememberedByPair(
  (previous: readonly Block[], newest: readonly Block[], language: Language): readonly ComparedRow[] => {
    const words = paperWords[language];
    const alignment = alignmentOf(previous, newest);
    const texts = { base: previous, current: newest };
    const shapes = { base: shapesOf(previous), current: shapesOf(newest) };
    const [formerPlaces, gazetteer] = [gazetteerOf(previous), gazetteerOf(newest)];

    /** The blocks of one side, with the marks that belong to it. */
    const cellOf = (change: BlockChange, side: 'base' | 'current'): readonly CellBlock[] => {
      const sideTexts = change[side].map((index) => texts[side][index]?.text ?? '');
      const tokens = change.tokens.filter(([sign]) => sign !== (side === 'base' ? '+' : '-'));
      const pieces = sideTexts.length === 0 ? [] : cutSide(tokens, sideTexts);
      return pieces.flatMap((runs, at): readonly ProgrammeParagraph[] => {
        const shape = shapes[side][change[side][at] ?? -1];
        if (shape === undefined) return [];
        return [
          { type: 'programme', shape, previousShape: null, runs, end: 'kept', lines: null, anchor: null, remark: null },
        ];
      });
    };

    const sentenceMoves = sentenceMovesOf(alignment, previous, newest);
    const movesIn = (index: number): readonly string[] =>
      (sentenceMoves.get(index) ?? []).map((move) => {
        const places = move.direction === 'came' ? formerPlaces : gazetteer;
        return describeSentenceMove(move, describePlace(places.placeOf(move.other), null, language), language);
      });
    return alignment.changes.map((change, index) => {
      const [first] = change.current;
      const place = first === undefined ? null : describePlace(gazetteer.placeOf(first), null, language);
      const remark = remarkOf(change, words);
      return {
        before: cellOf(change, 'base'),
        now: cellOf(change, 'current'),
        told: [change.moved && place !== null ? `${remark} (${place})` : remark, ...movesIn(index)],
        block: newest[first ?? -1] ?? previous[change.base[0] ?? -1],
      };
    });
  },
);

/** Previous text and proposed text side by side, each with its own marks, and what became of it. */
export function synopsisPaper(input: ExportInput, baseline: Revision, marksAre: MarksAre): ExportDocument {
  const { newest, language, remarks = {} } = input;
  const words = paperWords[language];
  const written = (block: Block | undefined): readonly string[] =>
    block === undefined ? [] : (remarks[block.id] ?? '').split('\n');
  const rows = comparedRows(baseline.blocks, newest.blocks, language).map(({ before, now, told, block }) => [
    before,
    now,
    [...told, ...written(block)]
      .filter((line) => line !== '')
      .map((line) => ({ type: 'prose' as const, role: 'body' as const, runs: plain(line) })),
  ]);
  return framePaper(
    'synopsis',
    input,
    {
      comparison: [
        {
          type: 'table',
          columns: [
            { label: `${words.previous} (${baseline.name})`, share: 10 },
            { label: `${words.proposed} (${newest.name})`, share: 10 },
            { label: words.remark, share: 3 },
          ],
          rows,
        },
        { type: 'prose', role: 'note', runs: plain(words.markNotes[marksAre]) },
      ],
    },
    {
      landscape: true,
      facts: [{ label: words.comparedWith, value: `${titleWithPeriod(baseline)} (${shortHashOf(baseline)})` }],
    },
  );
}

/** One side of marked text, cut at the ends of that side's blocks. */
function cutSide(
  tokens: Parameters<typeof cutIntoParagraphs>[0],
  texts: readonly string[],
): readonly (readonly Run[])[] {
  // Seen from one side alone every mark is the side's own, so that a joining space is an end on both.
  const marks = tokens.map(([sign]) => marksBySign[sign]);
  const pieces = cutIntoParagraphs(
    tokens.map(([, text]) => ['=', text] as const),
    texts,
    texts,
  );
  let at = 0;
  let used = 0;
  const markedRuns = (run: Run): readonly Run[] => {
    const parts: Run[] = [];
    let rest = run.text;
    while (rest !== '') {
      const token = tokens[at];
      if (token === undefined) return [...parts, { ...run, text: rest }];
      const room = token[1].length - used;
      const part = rest.slice(0, room);
      const mark = marks[at] ?? 'kept';
      if (part !== '') parts.push({ text: part, mark });
      rest = rest.slice(part.length);
      used += part.length;
      if (used >= token[1].length) {
        at += 1;
        used = 0;
      }
    }
    return parts;
  };
  return pieces.map(({ runs }, index) => {
    const shown = runs.flatMap(markedRuns);
    // The joining space between two pieces belongs to neither.
    if (index < pieces.length - 1) markedRuns({ text: ' ', mark: 'kept' });
    return shown.filter(({ mark }) => isAdded(mark) || isStruck(mark) || mark === 'kept');
  });
}
