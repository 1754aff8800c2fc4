import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { Block } from '#shared/domain/block';
import { useStrings } from '../../i18n/language';
import type { EditorHandle } from '../editor';
import { Button } from '../../ui/Button';
import { pressed } from '../../ui/shortcuts';
import { hitsInBlocks } from './findInBlocks';
import '../../ui/pagebar.css';

/** What the bar asks of the page. */
type FindablePage = Pick<EditorHandle, 'showFound' | 'replaceAt' | 'selectPlace' | 'blocks'>;

interface FindBarProps {
  readonly blocks: readonly Block[];
  readonly page: () => FindablePage | null;
  readonly canWrite: boolean;
  readonly onClose: () => void;
}

/** Find and replace above the page: every hit is marked in the text, and replacing all is one step of undo. */
export function FindBar({ blocks, page, canWrite, onClose }: FindBarProps) {
  const strings = useStrings().findBar;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [replacement, setReplacement] = useState('');
  const [wholeWord, setWholeWord] = useState(false);
  const [matchCase, setMatchCase] = useState(false);
  const [at, setAt] = useState(0);
  const [replaced, setReplaced] = useState<number | null>(null);
  const placesIn = useCallback(
    (searched: readonly Block[]) =>
      hitsInBlocks(searched, words, { wholeWord, matchCase }).map(({ block, rangeInText }) => ({
        block: block.id,
        rangeInText,
      })),
    [matchCase, wholeWord, words],
  );
  const places = useMemo(() => placesIn(blocks), [blocks, placesIn]);
  const current = places.length === 0 ? -1 : Math.min(at, places.length - 1);

  useEffect(() => page()?.showFound(places, current), [current, page, places]);
  useEffect(() => () => page()?.showFound([], -1), [page]);
  useEffect(() => {
    // Asked for again while it is open: the words are there to be written over.
    const select = (event: KeyboardEvent): void => {
      if (pressed(event, 'find') !== null) field.current?.select();
    };
    window.addEventListener('keydown', select);
    return () => window.removeEventListener('keydown', select);
  }, []);

  const step = (by: 1 | -1): void => {
    setReplaced(null);
    if (places.length > 0) setAt((current + by + places.length) % places.length);
  };
  const leave = (): void => {
    const place = places[current];
    onClose();
    if (place) page()?.selectPlace(place);
  };
  /** Where the words stand on the page now: what this view was given may be a frame older. */
  const replace = (choose: (found: typeof places) => typeof places): void => {
    const which = choose(placesIn(page()?.blocks() ?? []));
    if (which.length === 0 || !canWrite) return;
    page()?.replaceAt(which, replacement);
    // The button that was pressed may have nothing left to do: the focus must not be lost with it.
    field.current?.focus();
    setReplaced(which.length);
  };
  const toggle = (name: string, on: boolean, set: (on: boolean) => void) => (
    <label className="pagebar__option">
      <input type="checkbox" checked={on} onChange={(event) => set(event.target.checked)} /> {name}
    </label>
  );
  const outcome =
    replaced !== null
      ? strings.replaced(replaced)
      : words === ''
        ? ''
        : places.length === 0
          ? strings.none
          : strings.position(current + 1, places.length);

  return (
    <form
      className="pagebar"
      role="search"
      aria-label={strings.label}
      onSubmit={(event) => event.preventDefault()}
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape') leave();
        else if (event.key === 'F3' || (event.key === 'Enter' && event.target === field.current)) {
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }
      }}
    >
      <div className="pagebar__row">
        <label htmlFor={`${id}-words`}>{strings.find}</label>
        <input
          id={`${id}-words`}
          ref={field}
          type="search"
          autoFocus
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
            setReplaced(null);
          }}
        />
        <Button look="quiet" aria-label={strings.previous} isDisabled={places.length === 0} onPress={() => step(-1)}>
          <ChevronUp size={15} aria-hidden />
        </Button>
        <Button look="quiet" aria-label={strings.next} isDisabled={places.length === 0} onPress={() => step(1)}>
          <ChevronDown size={15} aria-hidden />
        </Button>
        <span className="pagebar__outcome" role="status">
          {outcome}
        </span>
        {toggle(strings.wholeWord, wholeWord, setWholeWord)}
        {toggle(strings.matchCase, matchCase, setMatchCase)}
        <span className="stage__spacer" />
        <Button look="quiet" aria-label={strings.close} onPress={leave}>
          <X size={15} aria-hidden />
        </Button>
      </div>
      {canWrite && (
        <div className="pagebar__row">
          <label htmlFor={`${id}-replacement`}>{strings.replaceWith}</label>
          <input
            id={`${id}-replacement`}
            value={replacement}
            onChange={(event) => setReplacement(event.target.value)}
          />
          <Button isDisabled={current < 0} onPress={() => replace((found) => found.slice(current, current + 1))}>
            {strings.replace}
          </Button>
          <Button isDisabled={current < 0} onPress={() => replace((found) => found)}>
            {strings.replaceAll(places.length)}
          </Button>
        </div>
      )}
    </form>
  );
}
