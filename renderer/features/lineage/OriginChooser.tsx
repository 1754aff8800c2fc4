import { useMemo, useState } from 'react';
import type { BlockId } from '#shared/core/ids';
import { suggestOrigins, type BlockChange } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';

interface OriginChooserProps {
  readonly base: readonly Block[];
  readonly current: readonly Block[];
  readonly changes: readonly BlockChange[];
  /** Of the block in `current` that is to be linked. */
  readonly index: number;
  readonly placeOf: (base: number) => string;
  readonly onChoose: (origin: BlockId) => void;
  readonly onClose: () => void;
}

const MOST_FOUND = 20;

/** Blocks of the previous period to link to: what is likely, or what has the words that are searched for. */
export function OriginChooser({ base, current, changes, index, placeOf, onChoose, onClose }: OriginChooserProps) {
  const strings = useStrings().lineage;
  const [query, setQuery] = useState('');
  const words = query.trim().toLowerCase();
  const suggestions = useMemo(
    () => suggestOrigins(base, current, { changes, exact: true }, index),
    [base, changes, current, index],
  );
  const choices =
    words === ''
      ? suggestions.map(({ base: at, score, reason }) => ({
          at,
          why: `${strings.reasons[reason]} · ${strings.alike(Math.round(score * 100))}`,
        }))
      : base
          .flatMap(({ text }, at) => (text.toLowerCase().includes(words) ? [{ at, why: null }] : []))
          .slice(0, MOST_FOUND);
  return (
    <div className="lineage__chooser">
      <Field label={strings.search}>
        {(id) => (
          <input
            id={id}
            type="search"
            value={query}
            autoFocus
            onChange={({ target }) => setQuery(target.value)}
            onKeyDown={({ key }) => key === 'Escape' && onClose()}
          />
        )}
      </Field>
      {choices.length === 0 ? (
        <p className="lineage__new">{words === '' ? strings.nothing : strings.nothingFound}</p>
      ) : (
        <ul className="cards" aria-label={words === '' ? strings.suggestions : strings.found}>
          {choices.map(({ at, why }) => {
            const origin = base[at]?.id;
            return (
              <li key={at}>
                <button type="button" className="card" onClick={() => origin !== undefined && onChoose(origin)}>
                  <span className="card__head">
                    <span className="card__place">
                      <span className="visually-hidden">{strings.choose}: </span>
                      {placeOf(at)}
                    </span>
                    {why !== null && <span className="card__from">{why}</span>}
                  </span>
                  <span className="card__text">{base[at]?.text}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <Button look="quiet" onPress={onClose}>
        {strings.close}
      </Button>
    </div>
  );
}
