import type { Matching } from './matching';
import type { Profile } from './profile';

/** Where a text stands that stands nowhere, or in several places. */
const NONE = -1;
const SEVERAL = -2;

/** Matches texts that stand once on each side, and from every match its equal neighbours, above and below. */
export function matchEqualTexts(known: Profile, matching: Matching): void {
  const { base, current } = known;
  const places = new Map<string, { base: number; current: number }>();
  const note = (text: string, side: 'base' | 'current', index: number): void => {
    const known = places.get(text);
    const place = known ?? { base: NONE, current: NONE };
    place[side] = place[side] === NONE ? index : SEVERAL;
    if (known === undefined) places.set(text, place);
  };
  base.blocks.forEach(({ text }, index) => {
    if (matching.groupOfBase(index) === undefined) note(text, 'base', index);
  });
  current.blocks.forEach(({ text }, index) => {
    if (matching.groupOfCurrent(index) === undefined) note(text, 'current', index);
  });
  for (const place of places.values())
    if (place.base >= 0 && place.current >= 0) matching.pair(place.base, place.current);
  spreadToEqualNeighbours(known, matching, 'telling');
}

/** A text shorter than this may stand anywhere: that it went here and came there does not make it a move. */
export const TELLING_WORDS = 8;

/** Spreads matches to equal texts right below and above. A short text must fit on its other side too: the same lead-in
 *  stands in every chapter, and what was moved to just before one does not bring its own along. */
export function spreadToEqualNeighbours(
  { base, current }: Profile,
  matching: Matching,
  texts: 'telling' | 'all',
): void {
  const spread = (from: number, step: 1 | -1): void => {
    const partner = matching.partnerOfBase(from);
    if (partner < 0) return;
    const inBase = from + step;
    const inCurrent = partner + step;
    const text = base.blocks[inBase]?.text;
    if (text === undefined || text !== current.blocks[inCurrent]?.text) return;
    if (matching.groupOfBase(inBase) !== undefined || matching.groupOfCurrent(inCurrent) !== undefined) return;
    if ((base.words[inBase]?.numbers.length ?? 0) < TELLING_WORDS) {
      if (texts === 'telling') return;
      const nextOfBase = matching.partnerOfBase(inBase + step);
      const nextOfCurrent = matching.partnerOfCurrent(inCurrent + step);
      const isContradicted =
        (nextOfBase >= 0 && nextOfBase !== inCurrent + step) || (nextOfCurrent >= 0 && nextOfCurrent !== inBase + step);
      if (isContradicted) return;
    }
    matching.pair(inBase, inCurrent);
  };
  for (let index = 0; index < base.blocks.length; index++) spread(index, 1);
  for (let index = base.blocks.length - 1; index >= 0; index--) spread(index, -1);
}

/** Matches, in order, equal texts that nothing around them has placed: these have moved. */
export function matchLeftoverEquals({ base, current }: Profile, matching: Matching): void {
  const open = new Map<string, number[]>();
  current.blocks.forEach(({ text }, index) => {
    if (matching.groupOfCurrent(index) === undefined) open.set(text, [...(open.get(text) ?? []), index]);
  });
  base.blocks.forEach(({ text }, index) => {
    if (matching.groupOfBase(index) !== undefined || (base.words[index]?.numbers.length ?? 0) < TELLING_WORDS) return;
    const match = open.get(text)?.shift();
    if (match !== undefined) matching.pair(index, match);
  });
}

/** Equal blocks cannot be told apart. Those that no neighbour holds in place are matched in order, so that no more of them
 *  than need be seem to have moved. */
export function uncrossEqualTexts({ base, current }: Profile, matching: Matching): void {
  const pairs = new Map<string, { base: number[]; current: number[] }>();
  for (const group of matching.groups()) {
    const [inBase, inCurrent] = [group.base[0] ?? -1, group.current[0] ?? -1];
    if (group.byIdentity || group.base.length > 1 || group.current.length > 1) continue;
    if (matching.partnerOfBase(inBase - 1) === inCurrent - 1 || matching.partnerOfBase(inBase + 1) === inCurrent + 1)
      continue;
    const text = base.blocks[inBase]?.text;
    if (text === undefined || text !== current.blocks[inCurrent]?.text) continue;
    const known = pairs.get(text) ?? { base: [], current: [] };
    known.base.push(inBase);
    known.current.push(inCurrent);
    pairs.set(text, known);
  }
  for (const group of pairs.values()) {
    if (group.base.length < 2) continue;
    group.base.sort((x, y) => x - y);
    group.current.sort((x, y) => x - y);
    group.base.forEach((inBase, order) => {
      matching.pair(inBase, group.current[order] ?? -1);
    });
  }
}
