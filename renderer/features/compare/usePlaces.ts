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

/** The printed places of both texts, in the words of the interface. */
export function usePlaces(comparison: Comparison | null): Places | null {
  const language = useLanguage();
  const base = comparison?.base;
  const current = comparison?.current;
  return useMemo(() => {
    if (!base || !current) return null;
    const gazetteers = { base: gazetteerOf(base), current: gazetteerOf(current) };
    const inBase = (index: number): string => describePlace(gazetteers.base.placeOf(index), null, language);
    const inCurrent = (index: number): string => describePlace(gazetteers.current.placeOf(index), null, language);
    return {
      of: (change) => {
        const [now] = change.current;
        return now === undefined ? inBase(change.base[0] ?? 0) : inCurrent(now);
      },
      inBase,
      inCurrent,
    };
  }, [base, current, language]);
}
