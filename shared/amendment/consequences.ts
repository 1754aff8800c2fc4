import type { AmendmentId } from '../core/ids';
import type { Revision } from '../domain/revision';
import type { Amendment } from './amendment';
import type { Collision } from './collision';
import { planChanges } from './plan';
import { submissionRanks } from './submissionOrder';

/** `fallen`: the adopted one stands in its place; `void`: what it is about no longer exists. */
export type ConsequenceResult = 'fallen' | 'void';

export interface Consequence {
  readonly amendment: AmendmentId;
  readonly result: ConsequenceResult;
}

/** The other side of a collision when `adopted` is carried: it falls, since all its changes are adopted together or not at all. */
export function fallenBy({ a, b }: Collision, adopted: AmendmentId): AmendmentId | null {
  return adopted === a ? b : adopted === b ? a : null;
}

/** What the adoption of one amendment means for the others: nothing, or that they fall or become void. In order of submission. Rule V6. */
export function consequencesOf(
  adopted: AmendmentId,
  revision: Revision,
  amendments: readonly Amendment[],
): readonly Consequence[] {
  const ranks = submissionRanks(amendments);
  const strikes = new Set(
    amendments
      .filter(({ id }) => id === adopted)
      .flatMap(({ changes }) => changes.flatMap((change) => (change.kind === 'deletion' ? [change.block] : []))),
  );
  const results = new Map<AmendmentId, ConsequenceResult>();
  for (const collision of planChanges(revision, amendments).collisions) {
    const other = fallenBy(collision, adopted);
    if (other === null) continue;
    const isVoid = collision.reason === 'deleted-target' && strikes.has(collision.block);
    if (isVoid || !results.has(other)) results.set(other, isVoid ? 'void' : 'fallen');
  }
  return [...results]
    .map(([amendment, result]) => ({ amendment, result }))
    .sort((x, y) => (ranks.get(x.amendment) ?? 0) - (ranks.get(y.amendment) ?? 0));
}
