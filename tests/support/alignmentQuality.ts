import type { Alignment } from '#shared/diff';
import type { PlannedRevision } from './revisionGenerator';

export interface Score {
  readonly precision: number;
  readonly recall: number;
}

export interface Quality {
  readonly moves: Score;
  readonly splits: Score;
  /** Of the splits that a reader could tell, the share that was found. What is beyond telling is counted in `splits` all the same. */
  readonly tellableSplits: number;
  readonly joins: Score;
  /** Of all current blocks, those that are told to come from just the blocks they come from. */
  readonly blocks: number;
}

const share = (part: number, of: number): number => (of === 0 ? 1 : part / of);

function scoreOf(found: readonly string[], truth: readonly string[]): Score {
  const wanted = new Set(truth);
  const hits = found.filter((item) => wanted.has(item)).length;
  return { precision: share(hits, found.length), recall: share(hits, truth.length) };
}

/** Holds an alignment against what really happened. */
export function alignmentQuality({ changes }: Alignment, truth: PlannedRevision): Quality {
  const told = new Map(changes.flatMap(({ base, current }) => current.map((index) => [index, base.join()] as const)));
  const right = truth.sources.filter((sources, index) => told.get(index) === sources.join()).length;
  const movedFound = changes.filter(({ moved }) => moved).flatMap(({ base }) => base.map(String));
  const parts = new Map<number, number[]>();
  truth.sources.forEach(([source = -1], current) => parts.set(source, [...(parts.get(source) ?? []), current]));
  const splitOf = (index: number): string => `${index}>${(parts.get(index) ?? []).join()}`;
  const splitsFound = changes.flatMap(({ kind, base, current }) =>
    kind === 'split' ? [`${base.join()}>${current.join()}`] : [],
  );
  const tellable = [...truth.split].filter((index) => !truth.splitBeyondTelling.has(index)).map(splitOf);
  return {
    moves: scoreOf(movedFound, [...truth.moved].map(String)),
    splits: scoreOf(splitsFound, [...truth.split].map(splitOf)),
    tellableSplits: scoreOf(splitsFound, tellable).recall,
    joins: scoreOf(
      changes.flatMap(({ kind, base }) => (kind === 'joined' ? [base.join()] : [])),
      [...truth.joined].map((index) => `${index},${index + 1}`),
    ),
    blocks: share(right, truth.sources.length),
  };
}
