import { asAdopted, type Collision } from '../amendment';
import type { Amendment, TextChange } from '../amendment/amendment';
import type { AmendmentId, BlockId } from '../core/ids';
import type { DecidingEvent, UnfinishedReason } from './decidingEvents';
import type { Unfinished } from './foldDeciding';
import type { RegisterState } from './state';

type LeftEvent = Extract<DecidingEvent, { type: 'leftUnfinished' }>;

/** What still has to be finished in the adopted text. */
export const openUnfinished = ({ unfinished }: Pick<RegisterState, 'unfinished'>): readonly Unfinished[] =>
  unfinished.filter(({ settled }) => settled === null);

/** Where each of the changes sets something in. */
const slotsOf = (base: string, changes: readonly TextChange[]): readonly string[] =>
  changes.flatMap((change) => (change.kind === 'insertion' ? [`${base} ${change.after ?? ''}`] : []));

interface Adoption {
  /** What was adopted just now, as it was carried out. */
  readonly adopted: readonly Amendment[];
  readonly collisions: readonly Collision[];
  /** Adopted all the same, though they have no place. */
  readonly unplaceable: readonly AmendmentId[];
  /** Before these decisions. */
  readonly state: RegisterState;
}

/** What the decisions leave for a person to finish, each once (H35). */
export function leftUnfinished({ adopted, collisions, unplaceable, state }: Adoption): readonly LeftEvent[] {
  const left: LeftEvent[] = [];
  const leave = (reason: UnfinishedReason, amendments: readonly AmendmentId[], block: BlockId | null): void => {
    const item = `u${state.unfinished.length + left.length + 1}`;
    left.push({ type: 'leftUnfinished', item, reason, amendments, block });
  };

  const asked = new Set<string>();
  for (const { a, b, block } of collisions) {
    const key = `${a} ${b} ${block}`;
    if (asked.has(key)) continue;
    asked.add(key);
    leave('overlap', [a, b], block);
  }
  for (const id of unplaceable) leave('unplaceable', [id], null);
  for (const { id, changes } of adopted)
    for (const change of changes) if (change.kind === 'editorial') leave('instruction', [id], change.block);

  // Told by the text they were filed against: what was set in earlier has moved the slot of what comes later.
  const earlier = [...state.amendments.values()]
    .filter(({ decision }) => decision?.result === 'adopted')
    .map(asAdopted);
  const fresh = adopted.flatMap(({ id }) => state.amendments.get(id) ?? []);
  const insertedAt = new Map<string, Amendment>();
  for (const amendment of [...earlier, ...fresh]) {
    for (const slot of slotsOf(amendment.base, amendment.changes)) {
      const other = insertedAt.get(slot);
      const isFresh = fresh.includes(amendment);
      const isSameText = JSON.stringify(other?.changes) === JSON.stringify(amendment.changes);
      if (other && other.id !== amendment.id && isFresh && !isSameText) {
        const [change] = amendment.changes.flatMap((one) => (one.kind === 'insertion' ? [one] : []));
        leave('sameSlot', [other.id, amendment.id], change?.after ?? null);
      }
      insertedAt.set(slot, other ?? amendment);
    }
  }
  return left;
}
