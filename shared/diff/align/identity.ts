import type { BlockId } from '../../core/ids';
import type { Matching } from './matching';
import type { Profile } from './profile';
import { BagCounter, dice } from './similarity';

/** Linked blocks with at least this in common are the same block edited, beyond doubt. */
const CONFIRMED = 0.3;
/** Of a split or join, every part must have this share of its words in the whole. */
const CONFIRMED_PART = 0.5;
/** Files imported one by one number their blocks alike by accident; then most links are false. */
const LEAST_CONFIRMED_SHARE = 0.6;

interface Link {
  readonly base: number;
  readonly current: number;
}

/** Matches what the blocks themselves say they come from, by id or `origins`, as far as the content bears it out.
 *  Yields the single links it does not: they are taken up last, when content has found nothing better. */
export function matchByIdentity(known: Profile, matching: Matching): readonly Link[] {
  const { base, current } = known;
  const baseById = new Map<BlockId, number>(base.blocks.map(({ id }, index) => [id, index]));
  /** None where a person has said otherwise of either block. */
  const openSource = (source: number | undefined, index: number): readonly number[] =>
    source === undefined || matching.groupOfBase(source) !== undefined || matching.forbids(source, index)
      ? []
      : [source];
  const currentsOf = new Map<number, number[]>();
  const basesOf = new Map<number, number[]>();
  current.blocks.forEach((block, index) => {
    if (block.origins.length === 0 && !baseById.has(block.id)) return;
    if (matching.groupOfCurrent(index) !== undefined) return;
    const sources = new Set([block.id, ...block.origins].flatMap((id) => openSource(baseById.get(id), index)));
    for (const source of sources) {
      currentsOf.set(source, [...(currentsOf.get(source) ?? []), index]);
      basesOf.set(index, [...(basesOf.get(index) ?? []), source]);
    }
  });
  if (basesOf.size === 0) return [];

  const counter = new BagCounter(known);
  const similarity = (link: Link): number => {
    const a = base.words[link.base];
    const b = current.words[link.current];
    if (a === undefined || b === undefined) return 0;
    if (a.text === b.text) return 1;
    counter.load([a]);
    return dice(counter.common(b), base.weights[link.base] ?? 0, current.weights[link.current] ?? 0);
  };
  const partShare = (part: 'base' | 'current', link: Link): number => {
    const a = base.words[link.base];
    const b = current.words[link.current];
    const weight = (part === 'base' ? base.weights[link.base] : current.weights[link.current]) ?? 0;
    if (a === undefined || b === undefined || weight === 0) return 0;
    counter.load([a]);
    return counter.common(b) / weight;
  };

  const singles: Link[] = [];
  const confirmed: { base: number[]; current: number[] }[] = [];
  for (const [source, targets] of currentsOf) {
    const only = targets[0] ?? -1;
    if (targets.length === 1) {
      if (basesOf.get(only)?.length === 1) singles.push({ base: source, current: only });
      continue;
    }
    const parts = targets.filter(
      (target) =>
        basesOf.get(target)?.length === 1 && partShare('current', { base: source, current: target }) >= CONFIRMED_PART,
    );
    if (parts.length > 1) confirmed.push({ base: [source], current: parts });
    else
      singles.push({
        base: source,
        current: parts[0] ?? bestOf(targets, (current) => similarity({ base: source, current })),
      });
  }
  for (const [target, sources] of basesOf) {
    if (sources.length < 2) continue;
    const parts = sources.filter(
      (source) =>
        currentsOf.get(source)?.length === 1 && partShare('base', { base: source, current: target }) >= CONFIRMED_PART,
    );
    if (parts.length > 1) confirmed.push({ base: parts.sort((x, y) => x - y), current: [target] });
    else
      singles.push({
        base: parts[0] ?? bestOf(sources, (base) => similarity({ base, current: target })),
        current: target,
      });
  }

  const borne = singles.map((link) => similarity(link) >= CONFIRMED);
  const borneCount = borne.filter(Boolean).length + confirmed.length;
  if (borneCount < LEAST_CONFIRMED_SHARE * (singles.length + confirmed.length)) return [];
  for (const group of confirmed) matching.put({ ...group, byIdentity: true });
  const doubtful: Link[] = [];
  singles.forEach((link, index) => {
    if (matching.groupOfBase(link.base) !== undefined || matching.groupOfCurrent(link.current) !== undefined) return;
    if (borne[index] === true) matching.put({ base: [link.base], current: [link.current], byIdentity: true });
    else doubtful.push(link);
  });
  return doubtful;
}

function bestOf(candidates: readonly number[], score: (candidate: number) => number): number {
  let best = candidates[0] ?? -1;
  let bestScore = -1;
  for (const candidate of candidates) {
    const candidateScore = score(candidate);
    if (candidateScore <= bestScore) continue;
    best = candidate;
    bestScore = candidateScore;
  }
  return best;
}
