import type { Language } from '../../core/failure';
import type { Summary } from '../../diff';
import { isUntouched, type Account, type ChapterAccount } from './account';
import { accountPhrases, type AccountPhrases } from './phrases';

/** One chapter in words: «Kapittel 3 «Finansiering»: 12 uendret, 2 omskrevet og 1 nytt; 1 kom fra kapittel 5.» */
export interface ChapterTold {
  /** Heading of the chapter in the current text; of the base text where the chapter is struck; `null` before the first one. */
  readonly heading: number | null;
  readonly state: ChapterAccount['state'];
  readonly name: string;
  readonly said: string;
  readonly untouched: boolean;
}

export interface AccountTold {
  /** The whole programme: one sentence each, in this order. */
  readonly whole: readonly string[];
  readonly chapters: readonly ChapterTold[];
}

const partOrder = ['reworded', 'split', 'joined', 'inserted', 'deleted', 'moved'] as const;

/** «a, b og c». */
const enumerate = (items: readonly string[], and: string): string =>
  items.length <= 1 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;

const partsOf = (summary: Summary, retyped: number, phrases: AccountPhrases): readonly string[] => [
  ...partOrder.filter((part) => summary[part] > 0).map((part) => phrases.parts[part](summary[part])),
  ...(retyped > 0 ? [phrases.retyped(retyped)] : []),
];

const allChanges = ({ unchanged, reworded, split, joined, inserted, deleted }: Summary): number =>
  unchanged + reworded + split + joined + inserted + deleted;

const asSentence = (clauses: string): string => `${clauses.charAt(0).toUpperCase()}${clauses.slice(1)}.`;

function tellChapter(
  account: ChapterAccount,
  phrases: AccountPhrases,
  unchangedWord: (count: number) => string,
): ChapterTold {
  const { chapter, state, formerTitle, summary, retyped, cameFrom, wentTo } = account;
  const untouched = isUntouched(account);
  const named = (of: ChapterAccount['chapter']): string =>
    of === null ? phrases.openingShort : phrases.chapterNumber(of.number);
  const counts = [
    ...(summary.unchanged - retyped > 0 && state !== 'struck' ? [unchangedWord(summary.unchanged - retyped)] : []),
    ...partsOf(summary, retyped, phrases),
  ];
  const clauses = untouched
    ? [phrases.isUntouched]
    : [
        ...(state === 'new' ? [phrases.isNew] : state === 'struck' ? [phrases.isStruck] : []),
        ...(formerTitle === null ? [] : [phrases.renamed(formerTitle)]),
        ...(counts.length === 0 ? [] : [enumerate(counts, phrases.and)]),
        ...cameFrom.map((passage) => phrases.cameFrom(passage.count, named(passage.chapter))),
        ...wentTo.map((passage) => phrases.wentTo(passage.count, named(passage.chapter))),
      ];
  return {
    heading: chapter?.heading ?? null,
    state,
    name: chapter === null ? phrases.opening : phrases.chapter(chapter.number, chapter.title),
    said: asSentence(clauses.join('; ')),
    untouched,
  };
}

/** The account in words, by rule: every number in it is one of the account's. Rules A7–A9. */
export function tellAccount(account: Account, language: Language): AccountTold {
  const phrases = accountPhrases[language];
  const { summary, retyped, chapters, size } = account;
  const unchangedWord = (count: number): string => `${count} ${phrases.isUntouched}`;
  const told = chapters.map((chapter) => tellChapter(chapter, phrases, unchangedWord));

  const parts = partsOf(summary, retyped, phrases);
  const lead = phrases.places(String(summary.unchanged - retyped), allChanges(summary));
  const counted = parts.length === 0 ? phrases.nothing : `${lead}; ${enumerate(parts, phrases.and)}.`;

  const measured = (at: 0 | 1): string =>
    enumerate([phrases.chapters(size.chapters[at]), phrases.points(size.points[at])], phrases.and);
  const [wordsBefore, wordsNow] = size.words;
  const percent = wordsBefore === 0 ? 0 : Math.round((100 * Math.abs(wordsNow - wordsBefore)) / wordsBefore);
  const [before, now] = [phrases.number(wordsBefore), phrases.number(wordsNow)];
  const length =
    percent === 0 || wordsBefore === 0
      ? phrases.sameLength(now)
      : wordsNow > wordsBefore
        ? phrases.longer(percent, before, now)
        : phrases.shorter(percent, before, now);

  const numbered = (which: (chapter: ChapterAccount) => boolean): readonly string[] =>
    chapters.flatMap((one) => (one.chapter !== null && which(one) ? [one.chapter.number] : []));
  const sentenceAbout = (
    numbers: readonly string[],
    say: (chapters: string, count: number) => string,
  ): readonly string[] => (numbers.length === 0 ? [] : [say(enumerate(numbers, phrases.and), numbers.length)]);
  const untouched = numbered(isUntouched);
  return {
    whole: [
      counted,
      measured(0) === measured(1) ? phrases.sameSize(measured(1)) : phrases.size(measured(0), measured(1)),
      length,
      ...sentenceAbout(
        numbered(({ state }) => state === 'new'),
        phrases.newChapters,
      ),
      ...sentenceAbout(
        numbered(({ state }) => state === 'struck'),
        phrases.struckChapters,
      ),
      ...(parts.length === 0 ? [] : sentenceAbout(untouched, phrases.untouched)),
    ],
    chapters: told,
  };
}
