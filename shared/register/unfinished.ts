import { asAdopted, setInBy, type Collision } from '../amendment';
import type { Amendment } from '../amendment/amendment';
import type { AmendmentId, BlockId } from '../core/ids';
import { filedText } from './filedText';
import type { DecidingEvent, UnfinishedReason } from './decidingEvents';
import type { Unfinished } from './foldDeciding';
import type { RegisterData, RegisterState } from './state';

type LeftEvent = Extract<DecidingEvent, { type: 'leftUnfinished' }>;

/** What still has to be finished in the adopted text. */
export const openUnfinished = ({ unfinished }: Pick<RegisterState, 'unfinished'>): readonly Unfinished[] =>
  unfinished.filter(({ settled }) => settled === null);

interface Adoption {
  /** What was adopted just now, as it was carried out. */
  readonly adopted: readonly Amendment[];
  readonly collisions: readonly Collision[];
  /** Adopted all the same, though they have no place. */
  readonly unplaceable: readonly AmendmentId[];
  /** Before these decisions. */
  readonly register: RegisterData;
  readonly state: RegisterState;
}

/** What the decisions leave for a person to finish, each once (H35). */
export function leftUnfinished({ adopted, collisions, unplaceable, register, state }: Adoption): readonly LeftEvent[] {
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
  const first = new Map<string, { readonly by: AmendmentId; readonly words: string }>();
  const told = new Set<string>();
  for (const amendment of [...earlier, ...fresh]) {
    const text = filedText(amendment, register);
    for (const { slot, words, block } of text ? setInBy(text, amendment.changes) : []) {
      const place = `${amendment.base} ${amendment.parent?.id ?? ''} ${slot}`;
      const other = first.get(place);
      const pair = `${other?.by} ${amendment.id}`;
      const isOther = other !== undefined && other.by !== amendment.id && other.words !== words;
      if (isOther && fresh.includes(amendment) && !told.has(pair)) {
        told.add(pair);
        leave('sameSlot', [other.by, amendment.id], block);
      }
      first.set(place, other ?? { by: amendment.id, words });
    }
  }
  return left;
}
