import { useMemo, useState } from 'react';
import type { BlockId } from '#shared/core/ids';
import { describeSummary, type BlockChange } from '#shared/diff';
import { gazetteerOf, describePlace } from '#shared/domain/places';
import { useLanguage, useStrings } from '../../i18n/language';
import { MarkedText } from '../../ui/MarkedText';
import { Toggles } from '../../ui/Toggles';
import { anchorOf, isChange, type Comparison } from './comparison';
import { ChangeTags } from './ChangeTags';

interface ChangesPanelProps {
  readonly comparison: Comparison | null;
  readonly focusBlock: BlockId | null;
  readonly onGo: (block: BlockId) => void;
}

/** What is changed since the previous period: in all, or where the person stands. */
export function ChangesPanel({ comparison, focusBlock, onGo }: ChangesPanelProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [scope, setScope] = useState<'all' | 'here'>('all');
  const places = useMemo(
    () => (comparison ? { base: gazetteerOf(comparison.base), current: gazetteerOf(comparison.current) } : null),
    [comparison],
  );

  if (!comparison || !places) return <p className="empty">{strings.changes.noBaseline}</p>;

  const changed = comparison.changes.filter(isChange);
  const shown = scope === 'all' ? changed : changed.filter((change) => anchorOf(comparison, change) === focusBlock);

  const placeOf = (change: BlockChange): string => {
    const current = change.current[0];
    const base = change.base[0] ?? 0;
    const place = current === undefined ? places.base.placeOf(base) : places.current.placeOf(current);
    return describePlace(place, null, language);
  };

  const cameFrom = (change: BlockChange): string | null => {
    const base = change.base[0];
    if (!change.moved || base === undefined) return null;
    return describePlace(places.base.placeOf(base), null, language);
  };

  return (
    <div className="panel-stack">
      <p className="changes__summary" role="status">
        {describeSummary(comparison.summary, language)}
      </p>
      <Toggles
        label={strings.changes.title}
        options={[
          { key: 'all', text: strings.changes.wholeProgramme },
          { key: 'here', text: strings.changes.thisBlock },
        ]}
        selected={scope}
        onSelect={setScope}
      />
      {shown.length === 0 ? (
        <p className="empty">{scope === 'all' ? strings.changes.none : strings.changes.noneHere}</p>
      ) : (
        <ul className="cards" aria-label={strings.changes.title}>
          {shown.map((change) => {
            const anchor = anchorOf(comparison, change);
            const from = cameFrom(change);
            return (
              <li key={`${change.base.join()}-${change.current.join()}`}>
                <button
                  type="button"
                  className="card"
                  disabled={anchor === null}
                  onClick={() => anchor && onGo(anchor)}
                >
                  <span className="card__head">
                    <span className="card__place">{placeOf(change)}</span>
                    <ChangeTags change={change} />
                  </span>
                  {from !== null && (
                    <span className="card__from">
                      {strings.changes.placeBefore} {from}
                    </span>
                  )}
                  <span className="card__text">
                    <MarkedText tokens={change.tokens} />
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
