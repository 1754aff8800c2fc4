import { useMemo, useSyncExternalStore } from 'react';
import type { BlockId } from '#shared/core/ids';
import { observeRemarks, readRemarks, type Remark } from '#shared/schema/remarks';
import type { ProgrammeSession } from '../../session';

export type RemarksByBlock = ReadonlyMap<BlockId, readonly Remark[]>;

function byBlock(remarks: readonly Remark[]): RemarksByBlock {
  const grouped = new Map<BlockId, Remark[]>();
  for (const remark of remarks) {
    const known = grouped.get(remark.about);
    if (known) known.push(remark);
    else grouped.set(remark.about, [remark]);
  }
  return grouped;
}

/** The remarks of the programme, kept in step with whoever writes them. */
export function useRemarks(session: ProgrammeSession): RemarksByBlock {
  const store = useMemo(() => {
    let current = byBlock(readRemarks(session.draft));
    return {
      get: () => current,
      subscribe: (listener: () => void) =>
        observeRemarks(session.draft, () => {
          current = byBlock(readRemarks(session.draft));
          listener();
        }),
    };
  }, [session]);
  return useSyncExternalStore(store.subscribe, store.get);
}
