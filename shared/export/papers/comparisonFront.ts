import {
  accountOf,
  approximateMarks,
  describeReason,
  describeSentenceMove,
  layoutOverview,
  overviewRows,
  quietFindings,
  reasonsToTell,
  sentenceMovesOf,
  tellAccount,
  type QuietFinding,
} from '../../comparison';
import type { Language } from '../../core/failure';
import { summarise, type BlockChange } from '../../diff';
import type { Block } from '../../domain/block';
import { describePlace, gazetteerOf } from '../../domain/places';
import { plain, type CellBlock, type ExportBlock, type Run } from '../document';
import { writeOverviewSvg } from '../svg/overview';
import { alignmentOf } from './alignment';

interface FrontWords {
  readonly inShort: string;
  readonly chapters: string;
  readonly quiet: string;
  readonly quietIntro: string;
  readonly noQuiet: string;
  readonly place: string;
  readonly why: string;
  readonly text: string;
  readonly picture: string;
  readonly pictureNote: string;
  readonly marked: string;
  readonly asTable: string;
  readonly before: string;
  readonly fate: string;
  readonly now: string;
}

const frontWords: Readonly<Record<Language, FrontWords>> = {
  nb: {
    inShort: 'Kort fortalt',
    chapters: 'Kapittel for kapittel',
    quiet: 'Stille strykninger',
    quietIntro: 'Små endringer i tekst som ellers står, de viktigste først. Listen er laget etter faste regler.',
    noQuiet: 'Ingen: ingen nektelser, forpliktelser, tall eller enkeltord er borte fra tekst som ellers står.',
    place: 'Sted',
    why: 'Hva som er skjedd',
    text: 'Tekst',
    picture: 'Oversiktsbilde',
    pictureNote:
      'Hver stripe er et program fra først til sist. Båndene viser hvor hvert punkt ble av; tabellen til slutt sier det samme i ord.',
    marked: 'Teksten med merker',
    asTable: 'Hva som ble av hvert punkt',
    before: 'Før',
    fate: 'Hva som skjedde',
    now: 'Nå',
  },
  nn: {
    inShort: 'Kort fortalt',
    chapters: 'Kapittel for kapittel',
    quiet: 'Stille strykingar',
    quietIntro: 'Små endringar i tekst som elles står, dei viktigaste først. Lista er laga etter faste reglar.',
    noQuiet: 'Ingen: ingen nektingar, plikter, tal eller enkeltord er borte frå tekst som elles står.',
    place: 'Stad',
    why: 'Kva som har skjedd',
    text: 'Tekst',
    picture: 'Oversiktsbilete',
    pictureNote:
      'Kvar stripe er eit program frå først til sist. Banda viser kvar kvart punkt vart av; tabellen til slutt seier det same i ord.',
    marked: 'Teksten med merke',
    asTable: 'Kva som vart av kvart punkt',
    before: 'Før',
    fate: 'Kva som skjedde',
    now: 'No',
  },
  en: {
    inShort: 'In short',
    chapters: 'Chapter by chapter',
    quiet: 'Quiet deletions',
    quietIntro: 'Small changes in text that otherwise stands, the weightiest first. The list is made by fixed rules.',
    noQuiet: 'None: no negations, obligations, numbers or single words are gone from text that otherwise stands.',
    place: 'Place',
    why: 'What happened',
    text: 'Text',
    picture: 'Overview',
    pictureNote:
      'Each strip is a programme from first to last. The bands show where each item went; the table at the end says the same in words.',
    marked: 'The text with marks',
    asTable: 'What became of each item',
    before: 'Before',
    fate: 'What happened',
    now: 'Now',
  },
};

/** A picture that fits an upright page with its heading. */
const PICTURE = { width: 780, height: 960 };
/** The width of the text, in millimetres. */
const PRINTED_WIDTH = 156;
/** Fewer blocks than this need less height. */
const ROOMY = 400;

const heading = (level: number, text: string): ExportBlock => ({ type: 'heading', level, text, anchor: null });
const prose = (text: string): ExportBlock => ({ type: 'prose', role: 'body', runs: plain(text) });
const cell = (...runs: readonly Run[]): readonly CellBlock[] => [{ type: 'prose', role: 'body', runs }];

const marked = ({ before, struck, added, after }: QuietFinding): readonly Run[] => [
  ...plain(before),
  ...(struck === '' ? [] : [{ text: struck, mark: 'deleted' as const }]),
  ...(added === '' ? [] : [{ text: added, mark: 'inserted' as const }]),
  ...plain(after),
];

export interface ComparisonFront {
  /** What stands before the marked text. */
  readonly before: readonly ExportBlock[];
  /** What stands after it: the picture as a table. */
  readonly after: readonly ExportBlock[];
}

/** What a comparison says before it shows the text: in words, what one would miss, and the picture. For papers that are read, not edited. */
export function comparisonFront(
  previous: readonly Block[],
  newest: readonly Block[],
  names: readonly [before: string, now: string],
  language: Language,
  languageOfText: Language,
): ComparisonFront {
  const alignment = alignmentOf(previous, newest);
  const words = frontWords[language];
  const periods = [
    { name: names[0], blocks: previous },
    { name: names[1], blocks: newest },
  ];
  const { whole, chapters } = tellAccount(accountOf(previous, newest, alignment), language);
  const [base, current] = [gazetteerOf(previous), gazetteerOf(newest)];
  const placeOf = (change: BlockChange): string => {
    const [now] = change.current;
    const place = now === undefined ? base.placeOf(change.base[0] ?? 0) : current.placeOf(now);
    return describePlace(place, null, language);
  };
  const moves = sentenceMovesOf(alignment, previous, newest);
  /** That a struck sentence stands elsewhere now is part of what happened to it. */
  const movesOf = ({ moves: left }: QuietFinding): readonly string[] =>
    left.map((move) =>
      describeSentenceMove(move, describePlace(current.placeOf(move.other), null, language), language),
    );
  const quiet = alignment.changes
    .flatMap((change, index) =>
      quietFindings(change, languageOfText, moves.get(index)).map((finding) => ({ change, finding })),
    )
    .sort((a, b) => b.finding.weight - a.finding.weight);
  const summary = summarise(alignment);
  const isSame = summary.unchanged === alignment.changes.length && summary.moved === 0;

  const quietBlocks: readonly ExportBlock[] =
    quiet.length === 0
      ? [prose(words.noQuiet)]
      : [
          prose(words.quietIntro),
          {
            type: 'table',
            columns: [
              { label: words.place, share: 2 },
              { label: words.why, share: 4 },
              { label: words.text, share: 6 },
            ],
            rows: quiet.map(({ change, finding }) => [
              cell(...plain(placeOf(change))),
              [
                ...reasonsToTell(finding).map((reason) => describeReason(reason, language)),
                ...movesOf(finding),
              ].flatMap((line) => cell(...plain(line))),
              cell(...marked(finding)),
            ]),
          },
        ];
  const blocks = Math.max(previous.length, newest.length);
  const height = Math.round(PICTURE.height * Math.min(1, 0.55 + (0.45 * blocks) / ROOMY));
  const picture = layoutOverview(periods, [alignment], { width: PICTURE.width, height });
  const title = `${words.picture}: ${names.join(' → ')}`;
  const rows = overviewRows(periods, [alignment], language)[0]?.rows ?? [];
  return {
    before: [
      heading(1, words.inShort),
      prose(whole.join(' ')),
      ...(isSame
        ? []
        : [
            heading(2, words.chapters),
            { type: 'facts' as const, rows: chapters.map(({ name, said }) => ({ label: name, value: said })) },
            heading(1, words.quiet),
            ...quietBlocks,
            heading(1, words.picture),
            {
              type: 'picture' as const,
              picture: {
                data: {
                  format: 'svg' as const,
                  source: writeOverviewSvg(picture, { language, title, scheme: 'screen' }),
                },
                alternative: title,
                width: PRINTED_WIDTH,
                height: (PRINTED_WIDTH * height) / PICTURE.width,
              },
              caption: words.pictureNote,
            },
          ]),
      heading(1, words.marked),
      ...(alignment.exact ? [] : [prose(approximateMarks[language])]),
    ],
    after:
      rows.length === 0
        ? []
        : [
            heading(1, words.asTable),
            {
              type: 'table',
              columns: [
                { label: words.before, share: 4 },
                { label: words.fate, share: 3 },
                { label: words.now, share: 4 },
              ],
              rows: rows.map(({ before, fate, now }) => [before, fate, now].map((text) => cell(...plain(text || '–')))),
            },
          ],
  };
}
