import { blockId } from '#shared/core/ids';
import type { Block, BlockKind } from '#shared/domain/block';

/** A seeded stream of numbers in [0, 1) (mulberry32): the same seed gives the same run on every machine. */
export interface Dice {
  next(): number;
  /** A whole number in [0, end). */
  below(end: number): number;
}

export function rollDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, below: (end) => Math.floor(next() * end) };
}

const pick = <T>(dice: Dice, items: readonly T[]): T => {
  const item = items[dice.below(items.length)];
  if (item === undefined) throw new Error('pick: nothing to pick from');
  return item;
};

const smallWords =
  'og i for av til på som det er en et med å ikke den de skal kan vil om mer alle ved fra mellom gjennom'.split(' ');
const stems =
  'helse pasient legevakt sykehus fastlege forsk spesialist arbeid utdann kommune region plan ledelse økonomi vakt ansvar kvalitet tillit fag trygd miljø digital journal beredskap ordning tjeneste rekrutter likestill vern avtale medisin klinikk rolle frihet bygg senter team lønn tilskudd høring rett medlem styre kongress lokal nasjon åpen tverr'.split(
    ' ',
  );
const endings = 'en et ene er ing ingen het heten skap lig ligere s else elsen bar som ar ane ende t te'.split(' ');

/** Made-up Norwegian: small words, and stems with endings, alone or put together in pairs. */
export function makeWord(dice: Dice): string {
  if (dice.next() < 0.42) return pick(dice, smallWords);
  const stem = dice.next() < 0.25 ? pick(dice, stems) + pick(dice, stems) : pick(dice, stems);
  return dice.next() < 0.7 ? stem + pick(dice, endings) : stem;
}

function makeSentence(dice: Dice, length: number): string {
  const [first = '', ...rest] = Array.from({ length }, () => makeWord(dice));
  const tail = rest.map((word) => (dice.next() < 0.06 ? `, ${word}` : ` ${word}`));
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}${tail.join('')}.`;
}

const makePoint = (dice: Dice): string => `At ${makeSentence(dice, 9 + dice.below(18)).toLowerCase()}`;

export const madeBlock = (id: string, kind: BlockKind, text: string): Block => ({
  id: blockId(id),
  kind,
  level: kind === 'heading' ? 1 : null,
  marker: kind === 'heading' || kind === 'point' ? 'auto' : null,
  text,
  origins: [],
  footnoteRefs: [],
});

/** A programme of about so many words: chapters of a heading, one or two paragraphs, the same lead-in, and points. */
export function makeProgramme(dice: Dice, words: number, ids = 'base'): readonly Block[] {
  const blocks: Block[] = [];
  let count = 0;
  const add = (kind: BlockKind, text: string): void => {
    blocks.push(madeBlock(`${ids}-${blocks.length}`, kind, text));
    count += text.split(' ').length;
  };
  add('title', `Program for ${makeWord(dice)} ${makeWord(dice)}`);
  while (count < words) {
    add('heading', makeSentence(dice, 2 + dice.below(3)).slice(0, -1));
    for (let left = 1 + dice.below(2); left > 0; left--) {
      const sentences = Array.from({ length: 2 + dice.below(3) }, () => makeSentence(dice, 9 + dice.below(12)));
      add('paragraph', sentences.join(' '));
    }
    add('leadIn', 'Forbundet vil arbeide for:');
    for (let left = 5 + dice.below(6); left > 0 && count < words; left--) add('point', makePoint(dice));
  }
  return blocks;
}

export interface RevisionPlan {
  /** Share of words that another word takes the place of. */
  readonly changedWords: number;
  readonly moves: number;
  readonly splits: number;
  readonly joins: number;
  readonly insertions: number;
  readonly deletions: number;
}

export const ordinaryRevision: RevisionPlan = {
  changedWords: 0.1,
  moves: 30,
  splits: 20,
  joins: 20,
  insertions: 50,
  deletions: 50,
};

export const heavyRevision: RevisionPlan = { ...ordinaryRevision, changedWords: 0.4 };

/** The same plan for a text so many times as long. */
export const scalePlan = (plan: RevisionPlan, factor: number): RevisionPlan => ({
  changedWords: plan.changedWords,
  moves: Math.round(plan.moves * factor),
  splits: Math.round(plan.splits * factor),
  joins: Math.round(plan.joins * factor),
  insertions: Math.round(plan.insertions * factor),
  deletions: Math.round(plan.deletions * factor),
});

/** A revised programme and what really happened to it. All sets hold base indices. */
export interface PlannedRevision {
  readonly current: readonly Block[];
  /** `sources[j]`: base indices that current block `j` comes from. Empty for what was inserted. */
  readonly sources: readonly (readonly number[])[];
  readonly moved: ReadonlySet<number>;
  readonly split: ReadonlySet<number>;
  /** Of those, the ones that no reader could tell: a part kept fewer than `TELLING_WORDS` of the words it was made of. */
  readonly splitBeyondTelling: ReadonlySet<number>;
  /** The first of each two that were joined. */
  readonly joined: ReadonlySet<number>;
  readonly deleted: ReadonlySet<number>;
}

interface Placed {
  readonly text: string;
  readonly kind: BlockKind;
  readonly sources: readonly number[];
}

/** Fewest words on each side of where a block is split. */
const SHORTEST_PART = 4;
/** A part of a split that keeps fewer words of letters than this could be of any block that has «og» in it. */
export const TELLING_WORDS = 2;
/** A block moves at least past this many others: nearer, its neighbours might as well be said to have moved. */
const SHORTEST_MOVE = 4;

/** Words of letters that stand in a stretch of a reworded text where they stood before. */
export const wordsKept = (before: readonly string[], after: readonly string[], from = 0, to = after.length): number =>
  after.slice(from, to).filter((word, at) => word === before[from + at] && /\p{L}/u.test(word)).length;

/** Revises a programme by plan; nothing happens to one block twice, but for changed words. Like files that were imported
 *  apart, the two share no ids. Throws when the programme is too short for the plan. */
export function revise(dice: Dice, base: readonly Block[], plan: RevisionPlan, ids = 'current'): PlannedRevision {
  const touched = new Set<number>();
  const choose = (count: number, fits: (block: Block, index: number) => boolean): ReadonlySet<number> => {
    const chosen = new Set<number>();
    for (let attempts = 0; chosen.size < count; attempts++) {
      if (attempts > 1_000 + count * 100) throw new Error('revise: the programme is too short for the plan');
      const index = 1 + dice.below(base.length - 1);
      const block = base[index];
      const isFree = block?.kind === 'point' || block?.kind === 'paragraph';
      if (block === undefined || !isFree || touched.has(index) || !fits(block, index)) continue;
      touched.add(index);
      chosen.add(index);
    }
    return chosen;
  };
  const joined = choose(plan.joins, ({ kind }, index) => {
    if (base[index + 1]?.kind !== kind || touched.has(index + 1)) return false;
    touched.add(index + 1);
    return true;
  });
  const split = choose(plan.splits, ({ text }) => text.split(' ').length >= 3 * SHORTEST_PART);
  const moved = choose(plan.moves, () => true);
  const deleted = choose(plan.deletions, () => true);

  const reword = (text: string): string =>
    text
      .split(' ')
      .map((word) => (dice.next() < plan.changedWords ? makeWord(dice) + (/[.,:]$/.exec(word)?.[0] ?? '') : word))
      .join(' ');
  const splitBeyondTelling = new Set<number>();
  const placed: Placed[] = base.flatMap(({ text, kind }, index): Placed[] => {
    if (moved.has(index) || deleted.has(index) || joined.has(index - 1)) return [];
    if (joined.has(index))
      return [{ text: reword(`${text} ${base[index + 1]?.text ?? ''}`), kind, sources: [index, index + 1] }];
    if (!split.has(index)) return [{ text: reword(text), kind, sources: [index] }];
    const words = reword(text).split(' ');
    const at = SHORTEST_PART + dice.below(words.length - 2 * SHORTEST_PART + 1);
    const former = text.split(' ');
    if (wordsKept(former, words, 0, at) < TELLING_WORDS || wordsKept(former, words, at) < TELLING_WORDS)
      splitBeyondTelling.add(index);
    return [words.slice(0, at), words.slice(at)].map((part) => ({ text: part.join(' '), kind, sources: [index] }));
  });
  /** Any place but inside a split. */
  const somewhere = (): number => {
    for (;;) {
      const at = 1 + dice.below(placed.length - 1);
      const source = placed[at]?.sources[0];
      if (source === undefined || placed[at - 1]?.sources[0] !== source) return at;
    }
  };
  for (const index of moved) {
    const block = base[index];
    if (block === undefined) continue;
    const home = placed.findIndex(({ sources: [source = -1] }) => source > index && !moved.has(source));
    let to = somewhere();
    while (Math.abs(to - (home < 0 ? placed.length : home)) < SHORTEST_MOVE) to = somewhere();
    placed.splice(to, 0, { text: reword(block.text), kind: block.kind, sources: [index] });
  }
  for (let left = plan.insertions; left > 0; left--)
    placed.splice(somewhere(), 0, { text: makePoint(dice), kind: 'point', sources: [] });
  return {
    current: placed.map(({ text, kind }, index) => madeBlock(`${ids}-${index}`, kind, text)),
    sources: placed.map(({ sources }) => sources),
    moved,
    split,
    splitBeyondTelling,
    joined,
    deleted,
  };
}
