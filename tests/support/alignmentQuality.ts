import type { Alignment } from '#shared/diff';
import type { PlannedRevision } from './revisionGenerator';

export interface Score {
  readonly precision: number;
  readonly recall: number;
}

export interface Quality {
  readonly moves: Score;
  readonly splits: Score;
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
  return {
    moves: scoreOf(movedFound, [...truth.moved].map(String)),
    splits: scoreOf(
      changes.flatMap(({ kind, base, current }) => (kind === 'split' ? [`${base.join()}>${current.join()}`] : [])),
      [...truth.split].map((index) => `${index}>${(parts.get(index) ?? []).join()}`),
    ),
    joins: scoreOf(
      changes.flatMap(({ kind, base }) => (kind === 'joined' ? [base.join()] : [])),
      [...truth.joined].map((index) => `${index},${index + 1}`),
    ),
    blocks: share(right, truth.sources.length),
  };
}
