import { useState } from 'react';
import { describeReason, reasonsToTell } from '#shared/comparison';
import type { BlockId } from '#shared/core/ids';
import { useLanguage, useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { MarkedText } from '../../ui/MarkedText';
import { anchorOf, type Comparison } from './comparison';
import { SentenceMoves } from './SentenceMoves';
import { usePlaces } from './usePlaces';

interface QuietViewProps {
  readonly comparison: Comparison;
  readonly onGo: ((block: BlockId) => void) | null;
}

const PAGE = 100;

/** The dropped words and sentences an inattentive reader would miss, the weightiest first, each with its reason. */
export function QuietView({ comparison, onGo }: QuietViewProps) {
  const { comparing } = useStrings();
  const language = useLanguage();
  const places = usePlaces(comparison);
  const [room, setRoom] = useState(PAGE);
  const strings = comparing.quiet;
  // Sorting is stable: of equal weight they stay in the order of the text.
  const found = comparison.told
    .flatMap(({ change, quiet }) => quiet.map((finding, nth) => ({ change, finding, nth })))
    .sort((a, b) => b.finding.weight - a.finding.weight);
  return (
    <section className="quiet" aria-label={strings.list}>
      <p className="quiet__intro">{strings.intro}</p>
      {found.length === 0 ? (
        <p className="empty">{strings.none}</p>
      ) : (
        <>
          <p className="changes__summary" role="status">
            {strings.count(found.length)}
          </p>
          <ol className="cards" aria-label={strings.list}>
            {found.slice(0, room).map(({ change, finding, nth }) => {
              const anchor = anchorOf(comparison, change);
              const place = places?.of(change) ?? '';
              const told = reasonsToTell(finding);
              const { before, struck, added, after, weight, moves } = finding;
              return (
                <li
                  key={`${change.base.join()}>${change.current.join()} ${nth}`}
                  className="card quiet__card"
                  data-weight={weight}
                >
                  <span className="card__head">
                    {onGo && anchor ? (
                      <button type="button" className="link" onClick={() => onGo(anchor)}>
                        {place}
                      </button>
                    ) : (
                      <span className="card__place">{place}</span>
                    )}
                  </span>
                  {told.length > 0 && (
                    <ul className="quiet__reasons">
                      {told.map((reason) => (
                        <li key={reason.reason}>{describeReason(reason, language)}</li>
                      ))}
                    </ul>
                  )}
                  <SentenceMoves moves={moves} places={places} />
                  <span className="card__text">
                    <MarkedText
                      tokens={[
                        ['=', before],
                        ...(struck === '' ? [] : ([['-', struck]] as const)),
                        ...(added === '' ? [] : ([['+', added]] as const)),
                        ['=', after],
                      ]}
                    />
                  </span>
                </li>
              );
            })}
          </ol>
          {found.length > room && (
            <Button onPress={() => setRoom(room + PAGE)}>
              {comparing.filters.more(Math.min(PAGE, found.length - room))}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
