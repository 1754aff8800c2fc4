import { useMemo } from 'react';
import type { BlockChange } from '#shared/diff';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { useLanguage } from '../../i18n/language';
import type { Comparison } from './comparison';

export interface Places {
  /** Where the change stands now; where it stood, when it is gone. */
  readonly of: (change: BlockChange) => string;
  readonly inBase: (index: number) => string;
  readonly inCurrent: (index: number) => string;
}

/** The printed places of both texts, in the words of the interface. Made anew when something got another place, not with every key. */
export function usePlaces(comparison: Comparison | null): Places | null {
  const language = useLanguage();
  const base = comparison?.base;
  const outline = comparison?.outline;
  const former = useMemo(() => base && gazetteerOf(base), [base]);
  return useMemo(() => {
    if (!former || !outline) return null;
    const now = gazetteerOf(outline);
    const inBase = (index: number): string => describePlace(former.placeOf(index), null, language);
    const inCurrent = (index: number): string => describePlace(now.placeOf(index), null, language);
    return {
      of: (change) => {
        const [first] = change.current;
        return first === undefined ? inBase(change.base[0] ?? 0) : inCurrent(first);
      },
      inBase,
      inCurrent,
    };
  }, [former, outline, language]);
}
