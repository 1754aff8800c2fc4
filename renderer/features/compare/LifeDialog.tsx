import { useMemo } from 'react';
import type { BlockId } from '#shared/core/ids';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { useLanguage, useStrings } from '../../i18n/language';
import { Dialog } from '../../ui/Dialog';
import { MarkedText } from '../../ui/MarkedText';
import { ChangeTags } from './ChangeTags';
import type { Comparison } from './comparison';
import { ComparingState } from './ComparingState';
import type { ComparedText } from './useComparedTexts';
import { useTextTask } from '../../workers/useTextTask';

interface LifeDialogProps {
  /** The oldest first; the draft last. */
  readonly texts: readonly ComparedText[];
  /** The previous period against the draft. */
  readonly usual: Comparison;
  readonly block: BlockId;
  readonly onClose: () => void;
}

/** A point through all periods that are loaded: where it stood, how it read, and what became of it on the way. */
export function LifeDialog({ texts, usual, block, onClose }: LifeDialogProps) {
  const { comparing } = useStrings();
  const language = useLanguage();
  const strings = comparing.life;
  // Versions of this period are steps on the way to the draft, and no periods.
  const before = texts.filter(({ kind }) => kind !== 'revision' && kind !== 'draft');
  const draft = texts.find(({ kind }) => kind === 'draft');
  const chain = useMemo(
    () => (draft ? [...before, { ...draft, blocks: usual.current }] : before),
    // The texts before the draft never change under their keys.
    [before.map(({ key }) => key).join(), draft, usual],
  );
  const index = usual.current.findIndex(({ id }) => id === block);
  const following = useTextTask(
    'life',
    chain.map(({ blocks }) => blocks),
    { place: { period: chain.length - 1, block: index } },
  );
  const life = following.answer;
  const first = chain[life?.stages[0]?.period ?? chain.length - 1];
  return (
    <Dialog title={strings.title(first?.name ?? '')} onClose={onClose} wide>
      <ComparingState comparing={following} />
      <ol className="life">
        {life?.stages.map(({ period, blocks, changes }) => {
          const text = chain[period];
          const gazetteer = gazetteerOf(text?.blocks ?? []);
          return (
            <li key={period}>
              <h3>{text?.name}</h3>
              {changes.length === 0
                ? blocks.map((own) => (
                    <p key={own} className="wording__text">
                      <span className="wording__place">{describePlace(gazetteer.placeOf(own), null, language)} </span>
                      {text?.blocks[own]?.text}
                    </p>
                  ))
                : changes.map((change) => (
                    <p key={change.current.join()} className="wording__text">
                      <span className="wording__place">
                        {change.current
                          .map((own) => describePlace(gazetteer.placeOf(own), null, language))
                          .join(', ')}{' '}
                      </span>
                      <ChangeTags change={change} /> <MarkedText tokens={change.tokens} />
                    </p>
                  ))}
            </li>
          );
        })}
      </ol>
      {before.length < 2 && <p className="wording__said">{strings.fewer}</p>}
    </Dialog>
  );
}
