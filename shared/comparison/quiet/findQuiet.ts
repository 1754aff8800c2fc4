import type { Language } from '../../core/failure';
import { spokenWords, wordDiff, type BlockChange, type Token } from '../../diff';
import type { SentenceMove } from '../sentenceMoves';
import { createElsewhere } from './elsewhere';
import { reasonWeight, type QuietFinding, type ReasonFound } from './finding';
import { isNumber, lexiconOf, type Lexicon, type Strength } from './lexicon';

/** A stretch struck from the base text and what was put in its place, with the kept text around it. */
interface Swap {
  readonly struck: string;
  readonly added: string;
  readonly before: string;
  readonly after: string;
}

/** Each `-` with the `+` that follows it; a `+` by itself has nothing struck. Rule D1 puts them in this order. */
function swapsOf(tokens: readonly Token[]): readonly Swap[] {
  return tokens.flatMap(([sign, text], at): readonly Swap[] => {
    const previous = tokens[at - 1];
    const next = tokens[at + 1];
    if (sign === '=' || (sign === '+' && previous?.[0] === '-')) return [];
    const added = sign === '+' ? text : next?.[0] === '+' ? next[1] : '';
    const later = sign === '-' && added !== '' ? tokens[at + 2] : next;
    return [
      {
        struck: sign === '-' ? text : '',
        added,
        before: previous?.[0] === '=' ? previous[1] : '',
        after: later?.[0] === '=' ? later[1] : '',
      },
    ];
  });
}

interface Word {
  /** As it stands. */
  readonly text: string;
  readonly lower: string;
}

const readWords = (text: string): readonly Word[] =>
  spokenWords(text).map((word) => ({ text: word, lower: word.normalize('NFC').toLowerCase() }));

const quote = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

const strongest = (
  words: readonly Word[],
  { modals }: Lexicon,
): { readonly word: Word; readonly strength: Strength } | null =>
  words.reduce<{ word: Word; strength: Strength } | null>((best, word) => {
    const strength = modals.get(word.lower);
    return strength === undefined || (best !== null && best.strength >= strength) ? best : { word, strength };
  }, null);

/** Words of `from` that stand in `other` fewer times. */
function without(from: readonly Word[], other: readonly Word[]): readonly Word[] {
  const left = new Map<string, number>();
  for (const { lower } of other) left.set(lower, (left.get(lower) ?? 0) + 1);
  return from.filter(({ lower }) => {
    const count = left.get(lower) ?? 0;
    if (count > 0) left.set(lower, count - 1);
    return count === 0;
  });
}

const endsSentence = /[.!?…:]["'»”)]*\s*$/u;
const startsAnew = (before: string): boolean => before.trim() === '' || endsSentence.test(before);

interface Context {
  readonly lexicon: Lexicon;
  /** The lead-in carries the obligation now and did not before: «må bygges» became «At … bygges». */
  readonly moodShifted: boolean;
}

/** Letters by which a word is known in another ending: «uavhengige», «avhengig». */
const STEM_LETTERS = 5;

/** Words that a prefix turns, and that stand without it on the other side. */
function turnedBy(prefixes: readonly string[], words: readonly Word[], others: readonly Word[]): ReadonlySet<Word> {
  const begins = ({ lower }: Word): string => lower.slice(0, STEM_LETTERS);
  const [own, known] = [new Set(words.map(begins)), new Set(others.map(begins))];
  const isTurned = (plain: string): boolean =>
    known.has(plain.slice(0, STEM_LETTERS)) && !own.has(plain.slice(0, STEM_LETTERS));
  return new Set(
    words.filter(({ lower }) =>
      prefixes.some((prefix) => lower.startsWith(prefix) && isTurned(lower.slice(prefix.length))),
    ),
  );
}

function negations(struck: readonly Word[], added: readonly Word[], { lexicon }: Context): readonly ReasonFound[] {
  const turned = turnedBy(lexicon.negatingPrefixes, struck, added);
  const turning = turnedBy(lexicon.negatingPrefixes, added, struck);
  const gone = struck.filter((word) => lexicon.negations.has(word.lower) || turned.has(word));
  const come = added.filter((word) => lexicon.negations.has(word.lower) || turning.has(word));
  if (gone.length > come.length) return [{ reason: 'negationDropped', struck: quote(gone), added: quote(come) }];
  if (come.length > gone.length) return [{ reason: 'negationAdded', struck: quote(gone), added: quote(come) }];
  return [];
}

/** In more words than this, opposite ones need have nothing to do with each other. */
const SHORT_SWAP = 6;

function opposites(struck: readonly Word[], added: readonly Word[], { lexicon }: Context): readonly ReasonFound[] {
  if (Math.max(struck.length, added.length) > SHORT_SWAP) return [];
  const find = (words: readonly Word[], pattern: string): Word | undefined =>
    words.find(({ lower }) => (pattern.endsWith('*') ? lower.startsWith(pattern.slice(0, -1)) : lower === pattern));
  const turned = (from: string, to: string): readonly ReasonFound[] => {
    const [gone, come] = [find(struck, from), find(added, to)];
    return gone === undefined || come === undefined || find(added, from) !== undefined || find(struck, to) !== undefined
      ? []
      : [{ reason: 'opposite', struck: gone.text, added: come.text }];
  };
  return lexicon.opposites.flatMap(([one, other]) => [...turned(one, other), ...turned(other, one)]).slice(0, 1);
}

function obligations(struck: readonly Word[], added: readonly Word[], context: Context): readonly ReasonFound[] {
  const gone = strongest(struck, context.lexicon);
  const come = strongest(added, context.lexicon);
  if (gone === null) return [];
  const told = { struck: gone.word.text, added: come?.word.text ?? '' };
  if (come === null) return context.moodShifted ? [] : [{ reason: 'obligationDropped', ...told }];
  if (come.strength < gone.strength) return [{ reason: 'obligationWeakened', ...told }];
  return come.strength > gone.strength ? [{ reason: 'obligationStrengthened', ...told }] : [];
}

/** «10 000» and «10.000» are one number. */
const asDigits = (words: readonly Word[]): string =>
  words
    .map(({ lower }) => lower)
    .join(' ')
    .replace(/(?<=\d)[.\s](?=\d{3}(?!\d))/gu, '');

function numbers(struck: readonly Word[], added: readonly Word[], { lexicon }: Context): readonly ReasonFound[] {
  const inStruck = struck.filter(({ lower }) => isNumber(lower, lexicon));
  const inAdded = added.filter(({ lower }) => isNumber(lower, lexicon));
  const gone = without(inStruck, inAdded);
  return gone.length === 0 || asDigits(inStruck) === asDigits(inAdded)
    ? []
    : [{ reason: 'numberChanged', struck: quote(gone), added: quote(without(inAdded, inStruck)) }];
}

function limits(struck: readonly Word[], added: readonly Word[], { lexicon }: Context): readonly ReasonFound[] {
  const gone = without(
    struck.filter(({ lower }) => lexicon.limits.has(lower)),
    added,
  );
  return gone.length === 0 ? [] : [{ reason: 'limitDropped', struck: quote(gone), added: '' }];
}

/** What was struck and has nothing, or far less, in its place. */
function losses(
  swap: Swap,
  struck: readonly Word[],
  added: readonly Word[],
  { lexicon }: Context,
): readonly ReasonFound[] {
  const told = { struck: swap.struck.trim(), added: swap.added.trim() };
  const carries = (words: readonly Word[]): number =>
    words.filter(({ lower }) => !lexicon.fillers.has(lower) && !lexicon.conjunctions.has(lower)).length;
  const [inStruck, inAdded] = [carries(struck), carries(added)];
  if (inStruck === 0 || inAdded * 2 >= inStruck) return [];
  if (inAdded > 0) return [{ reason: 'wordsDropped', ...told }];
  if (startsAnew(swap.before) && endsSentence.test(swap.struck)) return [{ reason: 'sentenceDropped', ...told }];
  const [first] = struck;
  const opensWithComma = /^\s*[,;–-]/u.test(swap.struck);
  const isLinked = opensWithComma || (first !== undefined && lexicon.conjunctions.has(first.lower));
  const endsHere = /^\s*(?:[.,;:!?…]|$)/u.test(swap.after) || endsSentence.test(swap.struck);
  return [{ reason: isLinked && endsHere ? 'tailDropped' : 'wordsDropped', ...told }];
}

/** Enough to know the place by. */
const CONTEXT_LETTERS = 60;

function tailOf(text: string): string {
  if (text.length <= CONTEXT_LETTERS) return text;
  const cut = text.slice(-CONTEXT_LETTERS);
  return `…${cut.slice(Math.max(0, cut.search(/\s/u)))}`;
}

function headOf(text: string): string {
  if (text.length <= CONTEXT_LETTERS) return text;
  const cut = text.slice(0, CONTEXT_LETTERS);
  const end = cut.search(/\s\S*$/u);
  return `${end <= 0 ? cut : cut.slice(0, end)} …`;
}

const opening = (tokens: readonly Token[], side: '-' | '+'): string => {
  const first = tokens.find(([sign]) => sign === '=' || sign === side);
  return readWords(first?.[1] ?? '')[0]?.lower ?? '';
};

/**
 * The small changes within one change that an inattentive reader would miss, in the order of the text. Empty where a whole block is new or
 * struck: that is seen; but not where a sentence of it stands elsewhere now with other words. `language` is the text's own; `moves` are the change's own sentences that
 * came from or went to others. Rules Q1–Q11; linear in the letters of the tokens.
 */
export function quietFindings(
  { tokens, base, current }: BlockChange,
  language: Language,
  moves: readonly SentenceMove[] = [],
): readonly QuietFinding[] {
  if (base.length === 0) return [];
  const lexicon = lexiconOf(language);
  const left = moves.filter(({ direction }) => direction === 'left');
  const elsewhere = left
    .filter(({ reworded }) => reworded)
    .flatMap((move) => findingsIn(wordDiff(move.sentence, move.otherSentence), lexicon, [], [move]));
  if (current.length === 0) return elsewhere;
  return [...findingsIn(tokens, lexicon, moves), ...elsewhere];
}

function findingsIn(
  tokens: readonly Token[],
  lexicon: Lexicon,
  moves: readonly SentenceMove[],
  partOf: readonly SentenceMove[] = [],
): readonly QuietFinding[] {
  const context: Context = {
    lexicon,
    moodShifted: lexicon.moodOpenings.has(opening(tokens, '+')) && !lexicon.moodOpenings.has(opening(tokens, '-')),
  };
  const swaps = swapsOf(tokens);
  const elsewhere = createElsewhere(swaps, moves);
  return swaps.flatMap((whole): readonly QuietFinding[] => {
    const rest = elsewhere.struck(whole.struck);
    const swap = { ...whole, struck: rest.text, added: elsewhere.added(whole.added).text };
    const struck = readWords(swap.struck);
    const added = readWords(swap.added);
    const marked = [
      ...negations(struck, added, context),
      ...opposites(struck, added, context),
      ...obligations(struck, added, context),
      ...numbers(struck, added, context),
      ...limits(struck, added, context),
    ];
    // That words are gone says nothing more where it is said which.
    const lost = losses(swap, struck, added, context).filter(
      ({ reason }) => reason !== 'wordsDropped' || marked.length === 0,
    );
    const moved: readonly ReasonFound[] = rest.isLess ? [{ reason: 'sentenceMoved', struck: '', added: '' }] : [];
    const reasons = [...marked, ...lost, ...moved].sort((a, b) => reasonWeight[b.reason] - reasonWeight[a.reason]);
    const [heaviest] = reasons;
    if (heaviest === undefined) return [];
    return [
      {
        struck: whole.struck,
        added: whole.added,
        before: tailOf(whole.before),
        after: headOf(whole.after),
        reasons,
        weight: reasonWeight[heaviest.reason],
        moves: partOf.length > 0 ? partOf : rest.moves,
      },
    ];
  });
}
