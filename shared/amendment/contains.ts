import { canonicalJson } from '../core/hash';
import type { AmendmentId } from '../core/ids';
import type { Revision } from '../domain/revision';
import type { Amendment, TextChange } from './amendment';
import { essence } from './identical';
import { mergeWords } from './mergeWords';
import { piecesOf } from './pieces';
import { targetOf } from './describe';

const sameChange = (a: TextChange, b: TextChange): boolean => canonicalJson(essence(a)) === canonicalJson(essence(b));

const piecesAfter = (change: TextChange): readonly string[] | null =>
  change.kind === 'replacement' ? [change.text] : change.kind === 'split' ? change.texts : null;

/** Whether every word that `part` changes is changed alike by `whole`: merged with it, `whole` stays as it is. */
function containsWords(text: string, whole: TextChange, part: TextChange): boolean {
  const [outer, inner] = [piecesAfter(whole), piecesAfter(part)];
  if (outer === null || inner === null) return false;
  const merge = mergeWords(piecesOf([text]), [
    { by: 'whole', current: piecesOf(outer) },
    { by: 'part', current: piecesOf(inner) },
  ]);
  const pieces = merge.pieces.map((piece) => piece.text);
  return merge.overlaps.length === 0 && pieces.length === outer.length && pieces.every((one, at) => one === outer[at]);
}

/** True when `whole` makes every change that `part` makes, and more. Both against `revision`. Rule G2 of SPEC.md. */
export function containsAmendment(revision: Revision, whole: Amendment, part: Amendment): boolean {
  if (part.changes.length === 0 || whole.base !== part.base) return false;
  const textAt = new Map(revision.blocks.map(({ id, text }) => [id, text]));
  const isContained = (change: TextChange): boolean =>
    whole.changes.some((other) => {
      if (sameChange(other, change)) return true;
      const { block } = targetOf(change);
      return (
        block !== null &&
        other.kind !== 'insertion' &&
        targetOf(other).block === block &&
        containsWords(textAt.get(block) ?? '', other, change)
      );
    });
  const isSame =
    whole.changes.length === part.changes.length &&
    part.changes.every((change) => whole.changes.some((other) => sameChange(other, change)));
  return !isSame && part.changes.every(isContained);
}

/** For each amendment those that it contains. Only those that touch the same place are looked at. */
export function containedIn(
  revision: Revision,
  amendments: readonly Amendment[],
): ReadonlyMap<AmendmentId, readonly AmendmentId[]> {
  const atPlace = new Map<string, Amendment[]>();
  for (const amendment of amendments)
    for (const place of new Set(amendment.changes.map((change) => targetOf(change).block ?? ''))) {
      const here = atPlace.get(place) ?? [];
      here.push(amendment);
      atPlace.set(place, here);
    }
  const found = new Map<AmendmentId, Set<AmendmentId>>();
  for (const here of atPlace.values())
    for (const whole of here)
      for (const part of here) {
        if (whole === part || !containsAmendment(revision, whole, part)) continue;
        found.set(whole.id, (found.get(whole.id) ?? new Set()).add(part.id));
      }
  return new Map([...found].map(([id, parts]) => [id, [...parts]]));
}
