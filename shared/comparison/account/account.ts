import { summarise, type Alignment, type BlockChange, type Summary } from '../../diff';
import type { Block } from '../../domain/block';
import { wordsOf } from '../../domain/wordCount';
import { chapterMap, chapterSuccessors, type ChapterName } from '../chapterTrail';

/** What came from, or went to, another chapter. */
export interface Passage {
  /** `null`: what stands before the first chapter. */
  readonly chapter: ChapterName | null;
  readonly count: number;
}

/** What happened within one chapter. */
export interface ChapterAccount {
  /** `null`: what stands before the first chapter. A struck chapter has its former name. */
  readonly chapter: ChapterName | null;
  /** `struck`: the heading is gone; what is told is what was struck of it. */
  readonly state: 'kept' | 'new' | 'struck';
  /** The former heading, where it is another one now. */
  readonly formerTitle: string | null;
  /** Changes, counted as in the whole; those of all chapters add up to it. */
  readonly summary: Summary;
  /** Another kind or level, and nothing else. */
  readonly retyped: number;
  readonly cameFrom: readonly Passage[];
  readonly wentTo: readonly Passage[];
}

/** What became of a text, in numbers. Everything the sentences say stands here. Rules A1–A6. */
export interface Account {
  readonly summary: Summary;
  readonly retyped: number;
  readonly chapters: readonly ChapterAccount[];
  readonly size: {
    readonly chapters: readonly [before: number, now: number];
    readonly points: readonly [before: number, now: number];
    readonly words: readonly [before: number, now: number];
  };
}

const isRetypedOnly = ({ kind, moved, retyped }: BlockChange): boolean => kind === 'unchanged' && !moved && retyped;

const countWords = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + wordsOf(block), 0);

const countPoints = (blocks: readonly Block[]): number => blocks.filter(({ kind }) => kind === 'point').length;

/** Counts what became of each block, chapter by chapter, in the order of the current text; a struck chapter after the one before it. */
export function accountOf(base: readonly Block[], current: readonly Block[], alignment: Alignment): Account {
  const { changes } = alignment;
  const before = chapterMap(base);
  const now = chapterMap(current);
  const successors = chapterSuccessors(before, now, changes);

  /** Where a change is told: key of a chapter of the current text, or of a struck one. */
  const homeOf = (change: BlockChange): string => {
    const first = change.current[0];
    if (first !== undefined) return `now ${now.chapterAt(first)}`;
    const from = before.chapterAt(change.base[0] ?? 0);
    if (from === -1) return 'now -1';
    const successor = successors[from] ?? -1;
    return successor === -1 ? `struck ${from}` : `now ${successor}`;
  };
  const homes = new Map<string, BlockChange[]>();
  for (const change of changes) {
    const home = homeOf(change);
    const told = homes.get(home);
    if (told) told.push(change);
    else homes.set(home, [change]);
  }

  const comings = new Map<number, Map<number, number>>();
  const goings = new Map<number, Map<number, number>>();
  const count = (of: Map<number, Map<number, number>>, from: number, to: number): void => {
    const row = of.get(from) ?? new Map<number, number>();
    row.set(to, (row.get(to) ?? 0) + 1);
    of.set(from, row);
  };
  for (const change of changes) {
    const [from, to] = [change.base[0], change.current[0]];
    if (from === undefined || to === undefined) continue;
    const [fromChapter, toChapter] = [before.chapterAt(from), now.chapterAt(to)];
    const isAtHome = fromChapter === -1 ? toChapter === -1 : successors[fromChapter] === toChapter;
    if (isAtHome) continue;
    count(comings, toChapter, fromChapter);
    count(goings, fromChapter, toChapter);
  }
  const passages = (row: ReadonlyMap<number, number> | undefined, names: readonly ChapterName[]): readonly Passage[] =>
    [...(row ?? [])]
      .sort(([a], [b]) => a - b)
      .map(([chapter, number]) => ({ chapter: names[chapter] ?? null, count: number }));

  const accountFor = (
    key: string,
    chapter: ChapterName | null,
    state: ChapterAccount['state'],
    nowIndex: number | null,
    beforeIndex: number | null,
  ): ChapterAccount => {
    const told = homes.get(key) ?? [];
    const former = beforeIndex === null ? null : (before.chapters[beforeIndex]?.title ?? null);
    return {
      chapter,
      state,
      formerTitle: state === 'kept' && former !== null && former !== chapter?.title ? former : null,
      summary: summarise({ changes: told, exact: alignment.exact }),
      retyped: told.filter(isRetypedOnly).length,
      cameFrom: nowIndex === null ? [] : passages(comings.get(nowIndex), before.chapters),
      wentTo: beforeIndex === null ? [] : passages(goings.get(beforeIndex), now.chapters),
    };
  };

  const struckAfter = new Map<number, ChapterAccount[]>();
  before.chapters.forEach((chapter, index) => {
    if (successors[index] !== -1) return;
    const previous = successors.slice(0, index).findLast((successor) => successor !== -1) ?? -1;
    const struck = accountFor(`struck ${index}`, chapter, 'struck', null, index);
    struckAfter.set(previous, [...(struckAfter.get(previous) ?? []), struck]);
  });
  const opening = homes.has('now -1') ? [accountFor('now -1', null, 'kept', -1, -1)] : [];
  const chapters = [
    ...opening,
    ...(struckAfter.get(-1) ?? []),
    ...now.chapters.flatMap((chapter, index) => {
      const former = successors.indexOf(index);
      const own = accountFor(
        `now ${index}`,
        chapter,
        former === -1 ? 'new' : 'kept',
        index,
        former === -1 ? null : former,
      );
      return [own, ...(struckAfter.get(index) ?? [])];
    }),
  ];
  return {
    summary: summarise(alignment),
    retyped: changes.filter(isRetypedOnly).length,
    chapters,
    size: {
      chapters: [before.chapters.length, now.chapters.length],
      points: [countPoints(base), countPoints(current)],
      words: [countWords(base), countWords(current)],
    },
  };
}

/** Nothing happened in the chapter, to it, or out of it. */
export const isUntouched = ({ state, formerTitle, summary, retyped, wentTo }: ChapterAccount): boolean =>
  state === 'kept' &&
  formerTitle === null &&
  retyped === 0 &&
  wentTo.length === 0 &&
  summary.moved + summary.reworded + summary.split + summary.joined + summary.inserted + summary.deleted === 0;
