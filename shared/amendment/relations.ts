import type { AmendmentId } from '../core/ids';
import type { Revision } from '../domain/revision';
import type { Amendment } from './amendment';
import { consequencesOf } from './consequences';
import { containedIn } from './contains';
import type { VotingPlan } from './votingOrder';

/**
 * `against`: both cannot be carried. `falls`, `void`: what becomes of `to` when `from` is adopted. `contains`: `from` makes every change of `to`.
 * `amends`: `from` amends `to`. `alternative`: `from` is put as the alternative to `to`. `same`: both ask for the same.
 */
export type RelationKind = 'against' | 'falls' | 'void' | 'contains' | 'amends' | 'alternative' | 'same';

export interface Relation {
  readonly kind: RelationKind;
  readonly from: AmendmentId;
  readonly to: AmendmentId;
}

/** Everything that ties the amendments of a plan together, in its order. `amendments` as they stand against `revision`. Rule G1 of SPEC.md. */
export function relationsOf(
  revision: Revision,
  amendments: readonly Amendment[],
  { items, collisions }: VotingPlan,
): readonly Relation[] {
  const relations: Relation[] = [];
  const partners = new Map<AmendmentId, Set<AmendmentId>>();
  for (const { a, b } of collisions)
    for (const id of [a, b]) partners.set(id, (partners.get(id) ?? new Set<AmendmentId>()).add(a).add(b));
  const contained = containedIn(revision, amendments);
  const byId = new Map(amendments.map((amendment) => [amendment.id, amendment]));

  for (const { amendments: ids, sameAs, against } of items) {
    const [id] = ids;
    if (id === undefined) continue;
    for (const other of sameAs) relations.push({ kind: 'same', from: id, to: other });
    for (const other of against) relations.push({ kind: 'against', from: id, to: other });
    const involved = amendments.filter((amendment) => partners.get(id)?.has(amendment.id) === true);
    if (involved.length > 0)
      for (const { amendment, result } of consequencesOf(id, revision, involved))
        relations.push({ kind: result === 'void' ? 'void' : 'falls', from: id, to: amendment });
    for (const other of contained.get(id) ?? []) relations.push({ kind: 'contains', from: id, to: other });
    const { parent = null, alternativeTo = null } = byId.get(id) ?? {};
    if (parent) relations.push({ kind: 'amends', from: id, to: parent.id });
    if (alternativeTo !== null) relations.push({ kind: 'alternative', from: id, to: alternativeTo });
  }
  return relations;
}
