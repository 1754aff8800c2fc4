import type { Block } from '../domain/block';
import { findCandidates } from './align/candidates';
import { matchCopies } from './align/copies';
import { matchByContext } from './align/context';
import { matchEqualTexts, matchLeftoverEquals, uncrossEqualTexts } from './align/exactMatches';
import { matchByIdentity } from './align/identity';
import { spokenLinks } from './align/handLinks';
import { Matching, type Group } from './align/matching';
import { matchGaps } from './align/gaps';
import { matchMovedInOrder } from './align/movedInOrder';
import { groupsInOrder } from './align/order';
import { takeInRedistributed } from './align/redistributed';
import { areRelated } from './align/related';
import { profile, type Profile } from './align/profile';
import { matchSimilarNeighbours } from './align/similarNeighbours';
import { settleStructure } from './align/structure';
import { matchSimilarTexts, takeInContinuations, takeInParts } from './align/similarTexts';
import { dropWeakLinks } from './align/weakLinks';
import { kindOf, type Alignment, type BlockChange } from './change';
import { reformattedOf } from './reformatted';
import { isOnlyRenumbered } from './renumbered';
import { numberWords, type NumberedWords } from './numberedWords';
import type { Token } from './tokens';
import { createVocabulary, type Vocabulary } from './vocabulary';
import { wordDiffOf } from './wordDiff';

/** Aligns the blocks of two texts: identity first, then content. Total on any input; close to linear in words.
 *  Laws D1 (the tokens spell both sides) and D10 (every block in exactly one change). */
export function alignBlocks(base: readonly Block[], current: readonly Block[]): Alignment {
  const vocabulary = createVocabulary();
  const known = profile(base, current, vocabulary);
  const matching = matchBlocks(known, vocabulary);
  return tellChanges(known, matching, vocabulary);
}

function matchBlocks(known: Profile, vocabulary: Vocabulary): Matching {
  const spoken = spokenLinks(known.base.blocks, known.current.blocks);
  const matching = new Matching(known.base.blocks.length, known.current.blocks.length, spoken.forbids);
  for (const group of spoken.groups) matching.put({ ...group, byIdentity: true, byHand: true });
  const doubtful = matchByIdentity(known, matching);
  matchEqualTexts(known, matching);
  matchCopies(known, matching);
  matchSimilarNeighbours(known, matching);
  takeInParts(known, matching, 'sure');
  const candidates = findCandidates(known, matching);
  matchSimilarTexts(known, matching, candidates);
  matchByContext(known, matching);
  const related = areRelated(known, matching);
  matchGaps(known, matching, related);
  takeInParts(known, matching, 'likely');
  takeInContinuations(known, matching);
  matchByContext(known, matching);
  matchLeftoverEquals(known, matching);
  uncrossEqualTexts(known, matching);
  settleStructure(known, matching);
  dropWeakLinks(known, matching, vocabulary, related);
  if (related) {
    // What was undone is free, and may be what stands in its place.
    matchGaps(known, matching, related);
    takeInContinuations(known, matching);
    matchMovedInOrder(known, matching);
  }
  takeInRedistributed(known, matching);
  for (const { base, current } of doubtful)
    if (matching.groupOfBase(base) === undefined && matching.groupOfCurrent(current) === undefined)
      matching.put({ base: [base], current: [current], byIdentity: true });
  return matching;
}

/** Changes in the reading order of the current side. A deletion stands after what stood before it and did not move. */
function tellChanges(known: Profile, matching: Matching, vocabulary: Vocabulary): Alignment {
  const groups = matching.groups();
  const staying = groupsInOrder(groups, known);
  const changes: BlockChange[] = [];
  let exact = true;
  let nextDeletion = 0;
  const tellDeletionsBefore = (end: number): void => {
    for (; nextDeletion < end; nextDeletion++)
      if (matching.groupOfBase(nextDeletion) === undefined) changes.push(oneSided('deleted', nextDeletion, known));
  };
  const firstStaying = groups.find((group) => staying.has(group))?.base[0] ?? known.base.blocks.length;
  tellDeletionsBefore(firstStaying);
  const stayingStarts = groups.filter((group) => staying.has(group)).map((group) => group.base[0] ?? 0);
  let stayingSeen = 0;
  known.current.blocks.forEach((_, index) => {
    const group = matching.groupOfCurrent(index);
    if (group === undefined) {
      changes.push(oneSided('inserted', index, known));
      return;
    }
    if (group.current[0] !== index) return;
    const told = twoSided(group, !staying.has(group), known, vocabulary);
    changes.push(told.change);
    exact &&= told.exact;
    if (!staying.has(group)) return;
    stayingSeen++;
    tellDeletionsBefore(stayingStarts[stayingSeen] ?? known.base.blocks.length);
  });
  return { changes, exact };
}

function oneSided(kind: 'inserted' | 'deleted', index: number, known: Profile): BlockChange {
  const text = (kind === 'inserted' ? known.current : known.base).blocks[index]?.text ?? '';
  const tokens: readonly Token[] = text === '' ? [] : [[kind === 'inserted' ? '+' : '-', text]];
  const sides = kind === 'inserted' ? { base: [], current: [index] } : { base: [index], current: [] };
  return { kind, moved: false, retyped: false, ...sides, tokens };
}

function twoSided(
  group: Group,
  moved: boolean,
  known: Profile,
  vocabulary: Vocabulary,
): { readonly change: BlockChange; readonly exact: boolean } {
  const { base, current } = group;
  const a = joinedWords(base, known.base.words, vocabulary);
  const b = joinedWords(current, known.current.words, vocabulary);
  const first = known.base.blocks[base[0] ?? -1];
  const retyped = current.some((index) => {
    const block = known.current.blocks[index];
    return block?.kind !== first?.kind || block?.level !== first?.level;
  });
  const equal = a.text === b.text;
  const readsAlike = equal || isOnlyRenumbered(known.base.blocks, known.current.blocks, group, a.text);
  const { tokens, exact } = equal
    ? { tokens: (a.text === '' ? [] : [['=', a.text]]) satisfies readonly Token[], exact: true }
    : wordDiffOf(a, b, vocabulary);
  const byHand = group.byHand === true ? { byHand: true as const } : {};
  const isPair = base.length === 1 && current.length === 1;
  const reformatted = isPair && equal ? reformattedOf(first, known.current.blocks[current[0] ?? -1]) : {};
  return {
    change: {
      kind: kindOf(base, current, readsAlike),
      moved,
      retyped,
      ...reformatted,
      base,
      current,
      tokens,
      ...byHand,
    },
    exact,
  };
}

/** The words of blocks as one text, joined by one space. */
function joinedWords(
  indices: readonly number[],
  words: readonly NumberedWords[],
  vocabulary: Vocabulary,
): NumberedWords {
  const only = words[indices[0] ?? -1];
  if (indices.length === 1 && only !== undefined) return only;
  return numberWords(indices.map((index) => words[index]?.text ?? '').join(' '), vocabulary);
}
