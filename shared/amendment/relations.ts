import type { AmendmentId } from '../core/ids';
import type { Amendment } from './amendment';
import { consequencesAmong, type AmendmentsInText, type ConsequenceResult } from './consequences';
import { containedIn } from './contains';
import type { VotingPlan } from './votingOrder';

/**
 * `against`: both cannot be carried. `falls`, `void`, `referred`: what becomes of `to` when `from` is adopted. `contains`: `from` makes every change of `to`.
 * `amends`: `from` amends `to`. `alternative`: `from` is put as the alternative to `to`. `same`: both ask for the same.
 */
export type RelationKind = 'against' | 'falls' | 'void' | 'referred' | 'contains' | 'amends' | 'alternative' | 'same';

export interface Relation {
  readonly kind: RelationKind;
  readonly from: AmendmentId;
  readonly to: AmendmentId;
}

const kindOfResult: Readonly<Record<ConsequenceResult, RelationKind>> = {
  fallen: 'falls',
  void: 'void',
  referred: 'referred',
};

/** Everything that ties the amendments of a plan together, in its order; `texts` says where each of them stands. Rule G1 of SPEC.md. */
export function relationsOf(
  amendments: readonly Amendment[],
  texts: readonly AmendmentsInText[],
  { items }: VotingPlan,
): readonly Relation[] {
  const relations: Relation[] = [];
  const draw = consequencesAmong(amendments, texts);
  const contained = new Map(texts.flatMap((text) => [...containedIn(text.revision, text.amendments)]));
  const byId = new Map(amendments.map((amendment) => [amendment.id, amendment]));

  for (const { amendments: ids, sameAs, against } of items) {
    const [id] = ids;
    if (id === undefined) continue;
    for (const other of sameAs) relations.push({ kind: 'same', from: id, to: other });
    for (const other of against) relations.push({ kind: 'against', from: id, to: other });
    for (const { amendment, result } of draw(ids.map((own) => ({ amendment: own, result: 'adopted' }))).follow)
      relations.push({ kind: kindOfResult[result], from: id, to: amendment });
    for (const other of contained.get(id) ?? []) relations.push({ kind: 'contains', from: id, to: other });
    const { parent = null, alternativeTo = null } = byId.get(id) ?? {};
    if (parent) relations.push({ kind: 'amends', from: id, to: parent.id });
    if (alternativeTo !== null) relations.push({ kind: 'alternative', from: id, to: alternativeTo });
  }
  return relations;
}
