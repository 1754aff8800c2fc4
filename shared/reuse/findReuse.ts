import type { Range } from '../core/range';
import { spokenWords } from '../diff';
import type { Block } from '../domain/block';
import { sentencesOf } from '../domain/sentences';
import { moodlessStems, stemOf } from './mood';

/** Why a sentence is taken for another one reused, the surest first. */
export const reuseReasons = ['same', 'mood', 'reworded', 'phrase'] as const;
export type ReuseReason = (typeof reuseReasons)[number];

/** A sentence of one of several texts. */
export interface SentencePlace {
  /** Index of the block in its text. */
  readonly block: number;
  /** UTF-16 code units of the block's text. */
  readonly rangeInText: Range;
}

/** A sentence of the current text, and the sentence of a source that it was made from. */
export interface Reuse {
  readonly current: SentencePlace;
  /** Index of the source document. */
  readonly source: number;
  readonly origin: SentencePlace;
  /** `same`: word for word. `mood`: the same but for mood. `reworded`: most of it. `phrase`: a telling phrase of it. */
  readonly reason: ReuseReason;
  /** How much of it is the same, 0–1. */
  readonly score: number;
}

interface Sentence extends SentencePlace {
  readonly words: readonly string[];
  readonly stems: readonly string[];
}

/** A sentence with fewer words than this is reused only word for word. */
const TELLING_STEMS = 4;
/** Of the words of two sentences together, this share is the same: one sentence reworded. */
const REWORDED = 0.5;
/** Or: this share of the shorter one is in the longer one, wherever it stands there. */
const CONTAINED = 0.7;
/** Or: so many stems in a row stand in both. */
const PHRASE_STEMS = 4;
/** What is shared says as much as so many stems that stand nowhere else: a phrase of common words is nobody's. */
const TELLING_WEIGHT = 2.1;
/** A further origin of the same sentence comes this near to the best one. */
const NEXT_TO_BEST = 0.75;
const SMALL_WEIGHT = 0.03;
/** A stem that stands in more sentences than this finds no candidates. */
const COMMON_STEM = 60;
/** Candidates of a sentence that are weighed in full. */
const LIKELIEST = 12;
/** Sources told for one sentence. */
const MOST_ORIGINS = 3;

/** What is searched of a block. */
type Searched = Pick<Block, 'kind' | 'text'>;

const smallWords: ReadonlySet<string> = new Set(
  'og i for av til på som det er en et ein eit med den de dei om ved fra frå mellom gjennom dette disse slik eller men ikke ikkje være bli få gi ha kan sin si sitt sine der hvor kor når enn mer meir'
    .split(' ')
    .map(stemOf),
);

function sentencesIn(blocks: readonly Searched[]): readonly Sentence[] {
  return blocks.flatMap(({ kind, text }, block) =>
    kind === 'title' || kind === 'heading'
      ? []
      : sentencesOf(text).flatMap((rangeInText): readonly Sentence[] => {
          const words = spokenWords(text.slice(rangeInText.start, rangeInText.end).toLowerCase());
          return words.length === 0 ? [] : [{ block, rangeInText, words, stems: moodlessStems(words) }];
        }),
  );
}

/** How telling each stem is, 0–1: the logarithm of its rarity over the sentences of all texts; small words say next to nothing. */
function weigher(sentences: readonly Sentence[]): (stem: string) => number {
  const count = new Map<string, number>();
  for (const { stems } of sentences) for (const stem of new Set(stems)) count.set(stem, (count.get(stem) ?? 0) + 1);
  const rarest = Math.log(1 + sentences.length / 2);
  return (stem) =>
    smallWords.has(stem) ? SMALL_WEIGHT : Math.log(1 + sentences.length / (1 + (count.get(stem) ?? 0))) / rarest;
}

const sumOf = (stems: readonly string[], weight: (stem: string) => number): number =>
  stems.reduce((sum, stem) => sum + weight(stem), 0);

/** Stems that two sentences share, each as often as it stands in both. */
function shared(a: readonly string[], b: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const stem of a) left.set(stem, (left.get(stem) ?? 0) + 1);
  return b.filter((stem) => {
    const count = left.get(stem) ?? 0;
    if (count > 0) left.set(stem, count - 1);
    return count > 0;
  });
}

/** The phrase that both have and that says most: stems in a row. O(n·m), for sentences. */
function heaviestPhrase(
  a: readonly string[],
  b: readonly string[],
  weight: (stem: string) => number,
): { readonly length: number; readonly weight: number } {
  let best = { length: 0, weight: 0 };
  let before: { readonly length: number; readonly weight: number }[] = [];
  for (const stem of a) {
    const row = b.map((other, at) => {
      if (other !== stem) return { length: 0, weight: 0 };
      const last = at === 0 ? undefined : before[at - 1];
      const run = { length: (last?.length ?? 0) + 1, weight: (last?.weight ?? 0) + weight(stem) };
      if (run.weight > best.weight) best = run;
      return run;
    });
    before = row;
  }
  return best;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, at) => word === b[at]);

function judge(
  a: Sentence,
  b: Sentence,
  weight: (stem: string) => number,
): { readonly reason: ReuseReason; readonly score: number } | null {
  if (isSame(a.words, b.words)) return { reason: 'same', score: 1 };
  if (Math.min(a.stems.length, b.stems.length) < TELLING_STEMS) return null;
  const common = sumOf(shared(a.stems, b.stems), weight);
  const [weightA, weightB] = [sumOf(a.stems, weight), sumOf(b.stems, weight)];
  if (weightA === 0 || weightB === 0) return null;
  const dice = (2 * common) / (weightA + weightB);
  if (dice > 0.999) return { reason: 'mood', score: 0.99 };
  if (common < TELLING_WEIGHT) return null;
  const contained = common / Math.min(weightA, weightB);
  const score = Math.min(0.98, Math.max(dice, (dice + contained) / 2));
  if (dice >= REWORDED) return { reason: 'reworded', score };
  if (contained >= CONTAINED) return { reason: 'phrase', score };
  const phrase = heaviestPhrase(a.stems, b.stems, weight);
  return phrase.length >= PHRASE_STEMS && phrase.weight >= TELLING_WEIGHT ? { reason: 'phrase', score } : null;
}

/**
 * Finds which sentences of a text were made from sentences of other texts, in whatever order and kind of block, also where the mood
 * changed by rule (`mood.ts`). For each sentence its origins, best first, no more than three. Total; pure; by an inverted index, so that the cost
 * grows with the sentences and not with their pairs.
 */
export function findReuse(sources: readonly (readonly Searched[])[], current: readonly Searched[]): readonly Reuse[] {
  const origins = sources.flatMap((blocks, source) =>
    sentencesIn(blocks).map((sentence): Sentence & { readonly source: number } => ({ ...sentence, source })),
  );
  const sentences = sentencesIn(current);
  const weight = weigher([...origins, ...sentences]);
  const postings = new Map<string, number[]>();
  origins.forEach(({ stems }, index) => {
    for (const stem of new Set(stems)) {
      const known = postings.get(stem);
      if (known === undefined) postings.set(stem, [index]);
      else known.push(index);
    }
  });
  return sentences.flatMap((sentence) => {
    const found = new Map<number, number>();
    for (const stem of new Set(sentence.stems)) {
      const places = postings.get(stem) ?? [];
      if (places.length > COMMON_STEM && sentence.stems.length > TELLING_STEMS) continue;
      for (const place of places) found.set(place, (found.get(place) ?? 0) + weight(stem));
    }
    return [...found]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, LIKELIEST)
      .flatMap(([place]): readonly Reuse[] => {
        const origin = origins[place];
        const verdict = origin === undefined ? null : judge(sentence, origin, weight);
        if (origin === undefined || verdict === null) return [];
        const placeOf = ({ block, rangeInText }: Sentence): SentencePlace => ({ block, rangeInText });
        return [{ current: placeOf(sentence), source: origin.source, origin: placeOf(origin), ...verdict }];
      })
      .sort((a, b) => b.score - a.score || a.source - b.source || a.origin.block - b.origin.block)
      .filter(({ score }, _, [best]) => score >= NEXT_TO_BEST * (best?.score ?? 0))
      .slice(0, MOST_ORIGINS);
  });
}
