import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Amendment, TextChange } from '#shared/amendment/amendment';
import { applyAmendments } from '#shared/amendment';
import { countingIds } from '#shared/core/sources';
import { amendmentOf, insert, move, replaceText, revisionOf, strike, textsOf } from '../../support/amendmentCases';

/**
 * An oracle that shares nothing with the code: it knows what each proposer did word by word (no diff), asks every question by brute force over sets of words,
 * and puts the blocks in order by moving markers in a list.
 */

const texts = ['a0 a1 a2 a3 a4 a5', 'b0 b1 b2 b3', 'c0 c1 c2 c3 c4 c5 c6 c7', 'd0 d1 d2', 'e0 e1 e2 e3'];
const revision = revisionOf(texts.map((text) => `- ${text}`).join('\n'));

/** What one proposer does at each word: keep it, strike it, or put another in its place; and what is set in before it (last: at the end). */
interface Wording {
  /** «keep», «strike», or the word in its place. */
  readonly words: readonly string[];
  readonly before: readonly (string | null)[];
}
interface Wish {
  readonly block: number;
  readonly what:
    | { kind: 'reword'; wording: Wording }
    | { kind: 'strike' }
    | { kind: 'move'; slot: number }
    | { kind: 'insert'; text: string };
}
interface Filed {
  readonly rank: number;
  readonly wishes: readonly Wish[];
}

const newWord = fc.constantFrom('x', 'y', 'z');
const wording = (count: number): fc.Arbitrary<Wording> =>
  fc.record({
    words: fc.array(
      fc.oneof(
        { weight: 7, arbitrary: fc.constant('keep') },
        { weight: 1, arbitrary: fc.constant('strike') },
        { weight: 1, arbitrary: newWord },
      ),
      {
        minLength: count,
        maxLength: count,
      },
    ),
    before: fc.array(fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: newWord }), {
      minLength: count + 1,
      maxLength: count + 1,
    }),
  });

const spelled = (block: number, { words, before }: Wording): string => {
  const old = (texts[block] ?? '').split(' ');
  const all = words.flatMap((wish, at) =>
    [before[at] ?? [], wish === 'keep' ? (old[at] ?? '') : wish === 'strike' ? [] : wish].flat(),
  );
  return [...all, ...(before.at(-1) == null ? [] : [before.at(-1) ?? ''])].join(' ');
};

const block = fc.nat(texts.length - 1);
const wish: fc.Arbitrary<Wish> = fc.oneof(
  {
    weight: 6,
    arbitrary: block
      .chain((at) =>
        wording((texts[at] ?? '').split(' ').length).map((own) => ({
          block: at,
          what: { kind: 'reword', wording: own } as const,
        })),
      )
      .filter(({ block: at, what }) => spelled(at, what.wording) !== '' && what.wording.words.includes('keep')),
  },
  { weight: 1, arbitrary: block.map((at) => ({ block: at, what: { kind: 'strike' } as const })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(block, fc.integer({ min: -1, max: texts.length - 1 }))
      .filter(([at, slot]) => at !== slot)
      .map(([at, slot]) => ({ block: at, what: { kind: 'move', slot } as const })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: -1, max: texts.length - 1 }), fc.constantFrom('Ny', 'Nyere'))
      .map(([at, text]) => ({ block: at, what: { kind: 'insert', text } as const })),
  },
);
const sets = fc
  .array(
    fc.uniqueArray(wish, {
      minLength: 1,
      maxLength: 3,
      selector: ({ block: at, what }) => `${at}${what.kind === 'insert'}`,
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((wishes, rank): Filed => ({ rank, wishes })));

const asChange = ({ block: at, what }: Wish): TextChange => {
  switch (what.kind) {
    case 'reword':
      return replaceText(at, spelled(at, what.wording));
    case 'strike':
      return strike(at);
    case 'move':
      return move(at, what.slot < 0 ? null : what.slot);
    case 'insert':
      return insert(at < 0 ? null : at, what.text);
  }
};
const asAmendment = ({ rank, wishes }: Filed): Amendment => amendmentOf(revision, rank + 1, ...wishes.map(asChange));

/** One stretch of changed words, as the proposer made it: old words `[from, to)` become `fresh`. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly fresh: string;
}

function stretchesOf({ words, before }: Wording): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let open: { from: number; to: number; fresh: string[] } | null = null;
  const close = (): void => {
    if (open !== null) stretches.push({ from: open.from, to: open.to, fresh: open.fresh.join(' ') });
    open = null;
  };
  for (let at = 0; at <= words.length; at++) {
    const added = before[at] ?? null;
    const own = at < words.length ? (words[at] ?? 'keep') : 'keep';
    if (added !== null || own !== 'keep') {
      const current: { from: number; to: number; fresh: string[] } = open ?? { from: at, to: at, fresh: [] };
      if (added !== null) current.fresh.push(added);
      if (own !== 'keep') current.to = at + 1;
      if (own !== 'keep' && own !== 'strike') current.fresh.push(own);
      open = current;
    }
    if (own === 'keep') close();
  }
  close();
  return stretches;
}

/** The positions that a stretch is about: old words as whole numbers, the gaps inside it as halves. An insertion is about one gap only. */
const positions = ({ from, to }: Stretch): ReadonlySet<number> => {
  if (from === to) return new Set([from - 0.5]);
  return new Set(Array.from({ length: 2 * (to - from) - 1 }, (_, at) => from + at / 2));
};
const clash = (a: Stretch, b: Stretch): boolean => {
  if (a.from === b.from && a.to === b.to && (a.fresh === b.fresh || a.from === a.to)) return false;
  const other = positions(b);
  return [...positions(a)].some((position) => other.has(position));
};

function mergedText(at: number, wordings: readonly Wording[]): string {
  const own = wordings.map(stretchesOf);
  const all = own.flat();
  const kept = all.filter(
    (stretch) =>
      !own.some(
        (others) =>
          !others.includes(stretch) &&
          !others.some(
            (other) => other.from === stretch.from && other.to === stretch.to && other.fresh === stretch.fresh,
          ) &&
          others.some((other) => clash(stretch, other)),
      ),
  );
  const old = (texts[at] ?? '').split(' ');
  const result: string[] = [];
  for (let position = 0; position <= old.length; position++) {
    const inserted = new Set(
      kept.filter(({ from, to }) => from === position && to === position).map(({ fresh }) => fresh),
    );
    result.push(...inserted);
    const replaced = kept.find(({ from, to }) => from === position && to > position);
    if (replaced !== undefined) result.push(replaced.fresh);
    const isGone = kept.some(({ from, to }) => from <= position && position < to);
    if (!isGone) result.push(old[position] ?? '');
  }
  return result.filter((word) => word !== '').join(' ');
}

function expectedTexts(filed: readonly Filed[]): readonly string[] {
  const about = (at: number) =>
    filed.flatMap(({ rank, wishes }) =>
      wishes.flatMap(({ block: own, what }, order) =>
        own === at && what.kind !== 'insert' ? [{ rank, what, order }] : [],
      ),
    );
  /** Blocks «0», «1», … and the markers of their slots «s0», «s1», …, in one list. */
  const list: string[] = ['s-1', ...texts.flatMap((_, at) => [String(at), `s${at}`])];
  const wording = new Map<string, string>();
  const arrivals: { rank: number; slot: number; entry: string; order: number; key: string }[] = [];
  texts.forEach((text, at) => {
    const strikers = about(at)
      .filter(({ what }) => what.kind === 'strike')
      .map(({ rank }) => rank);
    const others = about(at)
      .filter(({ what }) => what.kind !== 'strike')
      .map(({ rank }) => rank);
    const isQuestioned = strikers.length > 0 && others.length > 0;
    const rewordings = about(at).flatMap(({ what }) => (what.kind === 'reword' ? [what.wording] : []));
    wording.set(String(at), strikers.length > 0 ? text : mergedText(at, rewordings));
    if (strikers.length > 0) {
      if (!isQuestioned) list.splice(list.indexOf(String(at)), 1);
      return;
    }
    const moves = about(at).flatMap(({ rank, what, order }) =>
      what.kind === 'move' ? [{ rank, slot: what.slot, order }] : [],
    );
    const [earliest] = moves;
    if (earliest !== undefined && new Set(moves.map(({ slot }) => slot)).size === 1) {
      list.splice(list.indexOf(String(at)), 1);
      arrivals.push({ ...earliest, entry: String(at), key: `m${at}` });
    }
  });
  for (const { rank, wishes } of filed) {
    for (const [order, { block: slot, what }] of wishes.entries()) {
      if (what.kind !== 'insert') continue;
      const key = `${slot} ${what.text}`;
      if (arrivals.some((arrival) => arrival.key === key)) continue;
      arrivals.push({ rank, slot, entry: `+${what.text}`, order, key });
    }
  }
  // The last to come is set in first, right behind the marker, so that the first to come ends up nearest to it.
  const lastFirst = [...arrivals].sort((a, b) => b.rank - a.rank || b.order - a.order);
  for (const { slot, entry } of lastFirst) list.splice(list.indexOf(`s${slot}`) + 1, 0, entry);
  return list.flatMap((entry) =>
    entry.startsWith('s') ? [] : entry.startsWith('+') ? [entry.slice(1)] : [wording.get(entry) ?? ''],
  );
}

/** `npm run oracle` runs 10 000; so many are run with all other tests. */
const numRuns = Number(process.env.AMENDMENT_SETS ?? 1000);
const seed = Number(process.env.AMENDMENT_SEED ?? 20_270_528);

it(
  `A17 the text is what a naive oracle makes of it, word by word and block by block (${numRuns} sets, seed ${seed})`,
  () => {
    fc.assert(
      fc.property(sets, (filed) => {
        const { blocks, unplaced } = applyAmendments(revision, filed.map(asAmendment), countingIds('ny'));
        expect(unplaced).toEqual([]);
        expect(textsOf(blocks)).toEqual(expectedTexts(filed));
      }),
      { numRuns, seed },
    );
  },
  60_000 + numRuns * 50,
);
