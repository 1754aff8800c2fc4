import { describeSentenceMove, sentenceMovesOf } from '../../comparison';
import type { BlockChange } from '../../diff';
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

/** Previous text and proposed text side by side, each with its own marks, and what became of it. */
export function synopsisPaper(input: ExportInput, baseline: Revision, marksAre: MarksAre): ExportDocument {
  const { newest, language } = input;
  const words = paperWords[language];
  const baseShapes = shapesOf(baseline.blocks);
  const currentShapes = shapesOf(newest.blocks);
  const gazetteer = gazetteerOf(newest.blocks);
  const alignment = alignmentOf(baseline.blocks, newest.blocks);

  /** The blocks of one side, with the marks that belong to it. */
  const cellOf = (change: BlockChange, side: 'base' | 'current'): readonly CellBlock[] => {
    const revision = side === 'base' ? baseline : newest;
    const shapes = side === 'base' ? baseShapes : currentShapes;
    const texts = change[side].map((index) => revision.blocks[index]?.text ?? '');
    const tokens = change.tokens.filter(([sign]) => sign !== (side === 'base' ? '+' : '-'));
    const pieces = texts.length === 0 ? [] : cutSide(tokens, texts);
    return pieces.flatMap((runs, at): readonly ProgrammeParagraph[] => {
      const shape = shapes[change[side][at] ?? -1];
      if (shape === undefined) return [];
      return [
        { type: 'programme', shape, previousShape: null, runs, end: 'kept', lines: null, anchor: null, remark: null },
      ];
    });
  };

  const written = (change: BlockChange): readonly string[] => {
    const block = newest.blocks[change.current[0] ?? -1] ?? baseline.blocks[change.base[0] ?? -1];
    return block === undefined ? [] : (input.remarks?.[block.id] ?? '').split('\n');
  };
  const sentenceMoves = sentenceMovesOf(alignment, baseline.blocks, newest.blocks);
  const formerPlaces = gazetteerOf(baseline.blocks);
  const movesIn = (index: number): readonly string[] =>
    (sentenceMoves.get(index) ?? []).map((move) => {
      const places = move.direction === 'came' ? formerPlaces : gazetteer;
      return describeSentenceMove(move, describePlace(places.placeOf(move.other), null, language), language);
    });
  const rows = alignment.changes.map((change, index) => {
    const first = change.current[0];
    const place = first === undefined ? null : describePlace(gazetteer.placeOf(first), null, language);
    const remark = remarkOf(change, words);
    const told = change.moved && place !== null ? `${remark} (${place})` : remark;
    return [
      cellOf(change, 'base'),
      cellOf(change, 'current'),
      [told, ...movesIn(index), ...written(change)]
        .filter((line) => line !== '')
        .map((line) => ({ type: 'prose' as const, role: 'body' as const, runs: plain(line) })),
    ];
  });
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
