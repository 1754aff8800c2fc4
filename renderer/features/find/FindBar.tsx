import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { Block } from '#shared/domain/block';
import type { BlockRange } from '#shared/schema/draft';
import { useStrings } from '../../i18n/language';
import type { EditorHandle } from '../editor';
import { Button } from '../../ui/Button';
import { pressed } from '../../ui/shortcuts';
import { hitFrom, hitsInBlocks } from './findInBlocks';
import { useHitKeys, writingPlace, type Search } from './useHitKeys';
import '../../ui/pagebar.css';

/** What the bar asks of the page. */
type FindablePage = Pick<
  EditorHandle,
  'showFound' | 'replaceAt' | 'selectPlace' | 'goOn' | 'selectedWords' | 'caret' | 'blocks'
>;

/** Longer words are no words to search for. */
const MOST_LETTERS = 200;

/** The words that are selected on a page, as they are searched for; empty where none are, or more than one block. */
function selectedWords(page: FindablePage | null): string {
  const [selected, ...others] = page?.selectedWords() ?? [];
  if (!selected || others.length > 0) return '';
  const { start, end } = selected.rangeInText;
  const words =
    page
      ?.blocks()
      .find(({ id }) => id === selected.block)
      ?.text.slice(start, end) ?? '';
  return words.length > MOST_LETTERS ? '' : words;
}

interface FindBarProps {
  readonly blocks: readonly Block[];
  readonly page: () => FindablePage | null;
  readonly canWrite: boolean;
  /** Gets what was searched for last. */
  readonly onClose: (search: Search) => void;
}

/** Find and replace above the page: every hit is marked in the text, and replacing all is one step of undo. */
export function FindBar({ blocks, page, canWrite, onClose }: FindBarProps) {
  const strings = useStrings().findBar;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(() => selectedWords(page()));
  const [replacement, setReplacement] = useState('');
  const [wholeWord, setWholeWord] = useState(false);
  const [matchCase, setMatchCase] = useState(false);
  /** Where the search goes on. */
  const [from, setFrom] = useState(() => writingPlace(page())?.start ?? null);
  const [replaced, setReplaced] = useState<number | null>(null);
  const search = useMemo((): Search => ({ words, wholeWord, matchCase }), [matchCase, wholeWord, words]);
  const find = useCallback(
    (searched: readonly Block[]) => {
      const hits = hitsInBlocks(searched, search.words, search);
      const places = hits.map(({ block, rangeInText }): BlockRange => ({ block: block.id, rangeInText }));
      return { places, current: hitFrom(searched, hits, from) };
    },
    [from, search],
  );
  const { places, current } = useMemo(() => find(blocks), [blocks, find]);

  useEffect(() => page()?.showFound(places, current), [current, page, places]);
  useEffect(() => () => page()?.showFound([], -1), [page]);
  // The words that were selected are there to be written over.
  useEffect(() => field.current?.select(), []);
  useEffect(() => {
    // Asked for again while it is open: the words are there to be written over.
    const select = (event: KeyboardEvent): void => {
      if (pressed(event, 'find') === null) return;
      if (!form.current?.contains(document.activeElement)) {
        setFrom(writingPlace(page())?.start ?? null);
        setWords((former) => selectedWords(page()) || former);
        setReplaced(null);
      }
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', select);
    return () => window.removeEventListener('keydown', select);
  }, [page]);

  const goTo = useCallback(({ block, rangeInText }: BlockRange): void => {
    setReplaced(null);
    setFrom({ block, offset: rangeInText.start });
  }, []);
  useHitKeys(page, search, goTo);

  /** Where the words stand on the page now: what this view was given may be older, as long as one writes. */
  const foundNow = () => find(page()?.blocks() ?? []);
  const step = (by: 1 | -1): void => {
    const now = foundNow();
    const next = now.places.at((now.current + by) % Math.max(1, now.places.length));
    if (next) goTo(next);
  };
  const leave = (): void => {
    const now = foundNow();
    const place = now.places[now.current];
    onClose(search);
    if (place) page()?.selectPlace(place);
    else page()?.goOn();
  };
  /** Yields in how many of the places. */
  const replace = (which: readonly BlockRange[]): number => {
    if (which.length === 0 || !canWrite) return 0;
    const count = page()?.replaceAt(which, replacement) ?? 0;
    // The button that was pressed may have nothing left to do: the focus must not be lost with it.
    field.current?.focus();
    setReplaced(count);
    return count;
  };
  const replaceAll = (): void => void replace(foundNow().places);
  const replaceOne = (): void => {
    const now = foundNow();
    const place = now.places[now.current];
    if (!place) return;
    const { start, end } = place.rangeInText;
    // What was put in is not searched, nor again what could not be replaced.
    const length = replace([place]) > 0 ? replacement.length : end - start;
    setFrom({ block: place.block, offset: start + length });
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
