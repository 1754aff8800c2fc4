import { readFileSync } from 'node:fs';
import { countingIds } from '#shared/core/sources';
import type { Block } from '#shared/domain/block';
import { sentencesOf } from '#shared/domain/sentences';
import { importDocument } from '#shared/import';
import { findReuse } from '#shared/reuse';
import { madeBlock, rollDice, type Dice } from './revisionGenerator';

/**
 * Reuse with a truth that nobody tuned anything on: of the sample's sentences every other one is made into a sentence of another text, in one of these ways. All
 * others are of the same subject and have no origin, which is what is hard: harbours, pilots and lights are in all of them.
 */
const ways = ['same', 'spoken', 'reworded', 'longer', 'shorter', 'joined'] as const;
type Way = (typeof ways)[number];

const wordsIn = (text: string): readonly string[] => text.split(' ');
const bare = (text: string): string => text.replace(/[.!?]+$/u, '');
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function remake(way: Way, text: string, other: string, dice: Dice): string {
  const words = wordsIn(bare(text));
  switch (way) {
    case 'same':
      return text;
    // A point becomes what somebody says: «Å gi …» → «Forbundet vil gi …», «At havna …» → «Vi mener at havna …».
    case 'spoken':
      return text.startsWith('Å ') ? `Forbundet vil ${text.slice(2)}` : `Vi mener klart og tydelig ${lowerFirst(text)}`;
    // A fifth of the words are others, from somewhere else in the same text.
    case 'reworded': {
      const pool = wordsIn(bare(other));
      return `${words.map((word) => (dice.next() < 0.2 ? (pool[dice.below(pool.length)] ?? word) : word)).join(' ')}.`;
    }
    case 'longer':
      return `${bare(text)}, og dette er noe vi har sagt i flere år uten at det har hjulpet.`;
    case 'shorter':
      return `${words.slice(0, Math.ceil(words.length * 0.7)).join(' ')}.`;
    case 'joined':
      return `${bare(text)}, samtidig som ${lowerFirst(other)}`;
  }
}

export interface MadeReuse {
  readonly precision: number;
  readonly recall: number;
  readonly recallByWay: Readonly<Record<Way, number>>;
  readonly sentences: number;
}

/** How well reuse is found in one made text. A sentence that was joined to another is an origin of both. */
export function madeReuseQuality(seed: number): MadeReuse {
  const dice = rollDice(seed);
  // From the root, where tests and benches run.
  const bytes = readFileSync('resources/sample/arbeidsprogram.txt');
  const sample = importDocument({ name: 'arbeidsprogram.txt', bytes }, countingIds('sample-'));
  if (!sample.ok) throw new Error('the sample cannot be read');
  const current = sample.value.blocks
    .map(({ block }) => block)
    .filter(({ kind }) => kind === 'point' || kind === 'paragraph');
  const sentences = current.flatMap(({ text }, block) =>
    sentencesOf(text).map(({ start, end }) => ({ name: `${block}+${start}`, text: text.slice(start, end).trim() })),
  );
  const order = sentences.map((sentence) => ({ sentence, key: dice.next() })).sort((a, b) => a.key - b.key);
  const taken = order.slice(0, Math.floor(order.length / 2)).map(({ sentence }) => sentence);
  const truth = new Map<string, { readonly way: Way; readonly origins: Set<number> }>();
  const source: Block[] = taken.map(({ name, text }, index) => {
    const way = ways[index % ways.length] ?? 'same';
    const other = taken[(index + 1) % taken.length] ?? { name, text };
    truth.set(name, { way, origins: (truth.get(name)?.origins ?? new Set<number>()).add(index) });
    return madeBlock(`s${index}`, 'paragraph', remake(way, text, other.text, dice));
  });
  taken.forEach(({ name }, index) => {
    if (ways[(index + ways.length - 1) % ways.length] === 'joined' && index > 0)
      truth.get(name)?.origins.add(index - 1);
  });
  const told = findReuse([source], current).map((reuse) => ({
    name: `${reuse.current.block}+${reuse.current.rangeInText.start}`,
    origin: reuse.origin.block,
  }));
  const isTrue = ({ name, origin }: (typeof told)[number]): boolean => truth.get(name)?.origins.has(origin) === true;
  const isFound = (name: string): boolean => {
    const best = told.find((one) => one.name === name);
    return best !== undefined && isTrue(best);
  };
  const share = (names: readonly string[]): number => names.filter(isFound).length / Math.max(1, names.length);
  const named = (way: Way): readonly string[] => [...truth].flatMap(([name, one]) => (one.way === way ? [name] : []));
  return {
    precision: told.filter(isTrue).length / Math.max(1, told.length),
    recall: share([...truth.keys()]),
    recallByWay: Object.fromEntries(ways.map((way) => [way, share(named(way))])) as Record<Way, number>,
    sentences: truth.size,
  };
}
