import { useMemo, useState } from 'react';
import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { useLanguage, useStrings } from '../../i18n/language';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { excerptAfter, excerptBefore } from './excerpt';
import { findInBlocks } from './findInBlocks';
import './find.css';

interface FindDialogProps {
  readonly blocks: readonly Block[];
  readonly onGo: (block: BlockId) => void;
  readonly onClose: () => void;
}

/** Finds words or a numbered point, and goes there. Enter takes the first hit. */
export function FindDialog({ blocks, onGo, onClose }: FindDialogProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [words, setWords] = useState('');
  const places = useMemo(() => gazetteerOf(blocks), [blocks]);
  const hits = useMemo(() => findInBlocks(blocks, places, words), [blocks, places, words]);
  const first = hits[0];

  return (
    <Dialog title={strings.find.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (first) onGo(first.block.id);
        }}
      >
        <Field
          label={strings.find.label}
          hint={
            words === '' ? strings.find.start : hits.length === 0 ? strings.find.none : strings.find.hits(hits.length)
          }
        >
          {(id, hint) => (
            <input
              id={id}
              type="search"
              aria-describedby={hint}
              autoFocus
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
      </form>
      <ul className="cards hits">
        {hits.slice(0, 60).map(({ block, index, rangeInText }) => (
          <li key={`${block.id}-${rangeInText.start}`}>
            <button type="button" className="card" onClick={() => onGo(block.id)}>
              <span className="card__place">{describePlace(places.placeOf(index), null, language)}</span>
              <span className="card__text">
                {excerptBefore(block.text, rangeInText.start)}
                <mark>{block.text.slice(rangeInText.start, rangeInText.end)}</mark>
                {excerptAfter(block.text, rangeInText.end)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
