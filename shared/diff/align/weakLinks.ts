import type { NumberedWords } from '../numberedWords';
import type { Vocabulary } from '../vocabulary';
import type { Group, Matching } from './matching';
import { groupsInOrder } from './order';
import type { Profile } from './profile';
import { BagCounter, dice } from './similarity';

/** A part of a split or join has this share of its words in the whole … */
const PART_SHARE = 0.35;
/** … and, unless it has none but them, so many words of letters: a year or a lone «og» belongs anywhere. */
const PART_WORDS = 2;
/** What is both moved and reworded has only its words to tell that it is the same: this alike … */
const MOVED_ALIKE = 0.3;
/** … or, where it is shorter than so many words or has become another kind of block, this alike. */
const SHORT_WORDS = 10;
const SHORT_MOVED_ALIKE = 0.6;

/** Undoes links that too little speaks for, so that they are told as struck and new: a part of a split or join that says nothing of
 *  the whole; a short text that was reworded as well as moved; and between texts that are not `related`, what was reworded into another
 *  kind of block. Identity is not undone, nor are equal texts. */
export function dropWeakLinks(known: Profile, matching: Matching, { letters }: Vocabulary, related: boolean): void {
  const counter = new BagCounter(known);
  for (const group of matching.groups())
    if (!group.byIdentity && group.inOrder !== true && group.base.length + group.current.length > 2)
      keepRealParts(known, counter, matching, group, letters);
  const groups = matching.groups();
  const staying = groupsInOrder(groups, known);
  for (const group of groups) {
    const [base = -1] = group.base;
    const [current = -1] = group.current;
    const isPair = group.base.length === 1 && group.current.length === 1;
    const isRetyped = known.base.blocks[base]?.kind !== known.current.blocks[current]?.kind;
    if (!isPair || group.byIdentity || (staying.has(group) && (related || !isRetyped))) continue;
    if (!isSure(known, counter, base, current, isRetyped)) matching.remove(group);
  }
}

function isSure(
  { base, current }: Profile,
  counter: BagCounter,
  inBase: number,
  inCurrent: number,
  isRetyped: boolean,
): boolean {
  const a = base.words[inBase];
  const b = current.words[inCurrent];
  if (a === undefined || b === undefined || a.text === b.text) return true;
  counter.load([a]);
  const alike = dice(counter.common(b), base.weights[inBase] ?? 0, current.weights[inCurrent] ?? 0);
  const isShort = Math.min(a.numbers.length, b.numbers.length) < SHORT_WORDS;
  return alike >= (isShort || isRetyped ? SHORT_MOVED_ALIKE : MOVED_ALIKE);
}

/** Leaves the parts of a split or join that the whole bears out; of none, nothing is left of the group. */
function keepRealParts(
  known: Profile,
  counter: BagCounter,
  matching: Matching,
  group: Group,
  letters: readonly number[],
): void {
  const isSplit = group.current.length > 1;
  const [parts, side, wholeSide] = isSplit
    ? [group.current, known.current, known.base]
    : [group.base, known.base, known.current];
  const whole = wholeSide.words[(isSplit ? group.base : group.current)[0] ?? -1];
  if (whole === undefined) return;
  const wholeNumbers = new Set(whole.numbers);
  const isReal = (part: number): boolean => {
    const words: NumberedWords | undefined = side.words[part];
    if (words === undefined) return false;
    const spoken = [...new Set(words.numbers)].filter((word) => (letters[word] ?? 0) > 0);
    const shared = spoken.filter((word) => wholeNumbers.has(word)).length;
    counter.load([whole]);
    const isSaid = counter.common(words) >= PART_SHARE * (side.weights[part] ?? 0);
    return isSaid && shared >= Math.min(PART_WORDS, spoken.length);
  };
  const real = parts.filter(isReal);
  if (real.length === parts.length) return;
  matching.remove(group);
  if (real.length > 0) matching.put(isSplit ? { ...group, current: real } : { ...group, base: real });
}
