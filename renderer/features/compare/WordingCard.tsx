import { useState } from 'react';
import type { BlockId } from '#shared/core/ids';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { MarkedText } from '../../ui/MarkedText';
import { ChangeTags } from './ChangeTags';
import { isChange, type Comparison } from './comparison';
import { LifeDialog } from './LifeDialog';
import type { ComparedText } from './useComparedTexts';
import { usePlaces } from './usePlaces';

interface WordingCardProps {
  readonly texts: readonly ComparedText[];
  readonly comparison: Comparison;
  readonly block: BlockId;
  /** `null` while it is only peeked at. */
  readonly onClose: (() => void) | null;
}

/** How a block read in the previous period, with what was struck shown where it stood. It stands below the page and takes no focus. */
export function WordingCard({ texts, comparison, block, onClose }: WordingCardProps) {
  const [showsLife, setShowsLife] = useState(false);
  const { comparing } = useStrings();
  const places = usePlaces(comparison);
  const strings = comparing.card;
  const change = comparison.changeOf.get(block);
  if (!change) return null;
  const [from] = change.base;
  const struck = comparison.struckBefore.get(block) ?? [];
  const isReworded = change.tokens.some(([sign]) => sign !== '=');
  return (
    <section className="wording" aria-label={strings.title} aria-live="polite">
      <header className="wording__head">
        <h2>{strings.title}</h2>
        {(isChange(change) || change.reformatted === true) && <ChangeTags change={change} />}
        {from !== undefined && <span className="wording__place">{places?.inBase(from)}</span>}
        <span className="stage__spacer" />
        {onClose && (
          <Button look="quiet" onPress={onClose}>
            {strings.close} <kbd>Esc</kbd>
          </Button>
        )}
      </header>
      {change.kind === 'inserted' && <p className="wording__said">{strings.isNew}</p>}
      {change.kind !== 'inserted' && !isReworded && <p className="wording__said">{strings.isSame}</p>}
      {change.kind !== 'inserted' && isReworded && (
        <p className="wording__text">
          <MarkedText tokens={change.tokens} />
        </p>
      )}
      {struck.length > 0 && (
        <>
          <h3>{strings.struckBefore}</h3>
          {struck.map((text, at) => (
            <p key={at} className="wording__text">
              <MarkedText tokens={[['-', text]]} />
            </p>
          ))}
        </>
      )}
      {onClose && places && (
        <>
          <Button look="quiet" onPress={() => setShowsLife(true)}>
            {comparing.life.open}
          </Button>
          {showsLife && (
            <LifeDialog texts={texts} usual={comparison} block={block} onClose={() => setShowsLife(false)} />
          )}
        </>
      )}
    </section>
  );
}
