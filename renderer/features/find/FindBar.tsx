import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { Block } from '#shared/domain/block';
import type { BlockRange, Caret } from '#shared/schema/draft';
import { useStrings } from '../../i18n/language';
import type { EditorHandle } from '../editor';
import { Button } from '../../ui/Button';
import { pressed } from '../../ui/shortcuts';
import { hitFrom, hitsInBlocks } from './findInBlocks';
import '../../ui/pagebar.css';

/** What the bar asks of the page. */
type FindablePage = Pick<
  EditorHandle,
  'showFound' | 'replaceAt' | 'selectPlace' | 'goOn' | 'selectedWords' | 'caret' | 'blocks'
>;

/** Where one writes on a page: what is found first is what stands next from there. */
function writingPlace(page: FindablePage | null): Caret | null {
  const selected = page?.selectedWords()[0];
  return selected ? { block: selected.block, offset: selected.rangeInText.start } : (page?.caret() ?? null);
}

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
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [replacement, setReplacement] = useState('');
  const [wholeWord, setWholeWord] = useState(false);
  const [matchCase, setMatchCase] = useState(false);
  /** Where the search goes on. */
  const [from, setFrom] = useState(() => writingPlace(page()));
  const [replaced, setReplaced] = useState<number | null>(null);
  const find = useCallback(
    (searched: readonly Block[]) => {
      const hits = hitsInBlocks(searched, words, { wholeWord, matchCase });
      const places = hits.map(({ block, rangeInText }): BlockRange => ({ block: block.id, rangeInText }));
      return { places, current: hitFrom(searched, hits, from) };
    },
    [from, matchCase, wholeWord, words],
  );
  const { places, current } = useMemo(() => find(blocks), [blocks, find]);

  useEffect(() => page()?.showFound(places, current), [current, page, places]);
  useEffect(() => () => page()?.showFound([], -1), [page]);
  useEffect(() => {
    // Asked for again while it is open: the words are there to be written over.
    const select = (event: KeyboardEvent): void => {
      if (pressed(event, 'find') === null) return;
      if (!form.current?.contains(document.activeElement)) setFrom(writingPlace(page()));
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', select);
    return () => window.removeEventListener('keydown', select);
  }, [page]);

  const step = (by: 1 | -1): void => {
    setReplaced(null);
    const next = places[(current + by + places.length) % places.length];
    if (next) setFrom({ block: next.block, offset: next.rangeInText.start });
  };
  const leave = (): void => {
    const place = places[current];
    onClose();
    if (place) page()?.selectPlace(place);
    else page()?.goOn();
  };
  const replace = (which: readonly BlockRange[]): void => {
    if (which.length === 0 || !canWrite) return;
    page()?.replaceAt(which, replacement);
    // The button that was pressed may have nothing left to do: the focus must not be lost with it.
    field.current?.focus();
    setReplaced(which.length);
  };
  /** Where the words stand on the page now: what this view was given may be a frame older. */
  const foundNow = () => find(page()?.blocks() ?? []);
  const replaceAll = (): void => replace(foundNow().places);
  const replaceOne = (): void => {
    const now = foundNow();
    const place = now.places[now.current];
    if (!place) return;
    replace([place]);
    // What was put in is not searched.
    setFrom({ block: place.block, offset: place.rangeInText.start + replacement.length });
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
      ref={form}
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
          <Button isDisabled={current < 0} onPress={replaceOne}>
            {strings.replace}
          </Button>
          <Button isDisabled={current < 0} onPress={replaceAll}>
            {strings.replaceAll(places.length)}
          </Button>
        </div>
      )}
    </form>
  );
}
