import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { describeFailure } from '#shared/messages/describe';
import type { BlockRange } from '#shared/schema/draft';
import { useLanguage, useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import type { SpellingChecker } from './checker';
import type { SpelledPage } from './page';
import type { Spelling } from './useSpelling';
import { useSuggestions } from './useSuggestions';
import '../../ui/pagebar.css';

interface SpellingBarProps {
  readonly spelling: Spelling;
  readonly blocks: readonly Block[];
  /** Where the caret is: the first word looked at is the next from here. */
  readonly from: BlockId | null;
  readonly page: () => SpelledPage | null;
  readonly canWrite: boolean;
  readonly onTurn: (on: boolean) => void;
  readonly onClose: () => void;
}

/** Goes through the words that no dictionary knows, one by one. */
export function SpellingBar(props: SpellingBarProps) {
  const { spelling, page, onTurn, onClose } = props;
  const strings = useStrings().spelling;
  const [place, setPlace] = useState<BlockRange | null>(null);
  const leave = (): void => {
    onClose();
    if (place) page()?.selectPlace(place);
  };
  const sentences = { browser: strings.inBrowser, language: strings.otherLanguage, off: strings.isOff };
  return (
    <div
      className="pagebar"
      role="group"
      aria-label={strings.label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      {spelling.state === 'on' ? (
        <Words {...props} checker={spelling.checker} learn={spelling.learn} onPlace={setPlace} onClose={leave} />
      ) : (
        <div className="pagebar__row">
          <span role="status">{sentences[spelling.state]}</span>
          {spelling.state === 'off' && (
            <Button autoFocus onPress={() => onTurn(true)}>
              {strings.turnOn}
            </Button>
          )}
          <span className="stage__spacer" />
          <Button look="quiet" autoFocus={spelling.state !== 'off'} aria-label={strings.close} onPress={onClose}>
            <X size={15} aria-hidden />
          </Button>
        </div>
      )}
    </div>
  );
}

interface WordsProps extends SpellingBarProps {
  readonly checker: SpellingChecker;
  readonly learn: (word: string) => void;
  readonly onPlace: (place: BlockRange | null) => void;
}

function Words({ checker, learn, blocks, from, page, canWrite, onTurn, onPlace, onClose }: WordsProps) {
  const allStrings = useStrings();
  const language = useLanguage();
  const strings = allStrings.spelling;
  const forward = useRef<HTMLButtonElement>(null);
  const version = useSyncExternalStore(checker.subscribe, () => checker.version);
  const wrong = useMemo(() => checker.misspelled(), [checker, version]);
  const [chosen, setChosen] = useState<number | null>(null);
  const places = useMemo(() => wrong.map(({ block, word }) => ({ block, rangeInText: word.rangeInText })), [wrong]);
  const [start] = useState(from);
  const indexOf = useMemo(() => new Map(blocks.map(({ id }, index) => [id, index])), [blocks]);
  const first = useMemo(() => {
    const begin = (start === null ? undefined : indexOf.get(start)) ?? 0;
    return Math.max(
      wrong.findIndex(({ block }) => (indexOf.get(block) ?? 0) >= begin),
      0,
    );
  }, [indexOf, start, wrong]);
  const current = wrong.length === 0 ? -1 : Math.min(chosen ?? first, wrong.length - 1);
  const here = wrong[current];
  const word = here?.word.word ?? null;
  const suggestions = useSuggestions(checker, word);
  const gazetteer = useMemo(() => gazetteerOf(blocks), [blocks]);

  useEffect(() => page()?.showFound(places.slice(current, current + 1), 0), [current, page, places]);
  useEffect(() => () => page()?.showFound([], -1), [page]);
  useEffect(() => onPlace(places[current] ?? null), [current, onPlace, places]);

  const step = (by: 1 | -1): void => {
    if (wrong.length > 0) setChosen((current + by + wrong.length) % wrong.length);
  };
  /** What was done takes the word out of the list, and the next one comes to its place: the focus must not go with it. */
  const done = (): void => {
    setChosen(Math.max(current, 0));
    forward.current?.focus();
  };
  const replace = (suggestion: string): void => {
    const place = places[current];
    if (!place) return;
    page()?.replaceAt([place], suggestion);
    done();
  };
  const outcome =
    checker.failure !== null
      ? describeFailure(checker.failure, language)
      : here
        ? strings.position(current + 1, wrong.length)
        : checker.isSettled
          ? strings.none
          : strings.checking;

  return (
    <>
      <div
        className="pagebar__row"
        onKeyDown={(event) => {
          if (event.key === 'F7') step(event.shiftKey ? -1 : 1);
        }}
      >
        {here && <strong className="pagebar__word">{word}</strong>}
        {here && (
          <span className="pagebar__outcome">
            {describePlace(gazetteer.placeOf(indexOf.get(here.block) ?? 0), null, language)}
          </span>
        )}
        <Button look="quiet" aria-label={strings.previous} isDisabled={!here} onPress={() => step(-1)}>
          <ChevronUp size={15} aria-hidden />
        </Button>
        <Button look="quiet" ref={forward} autoFocus aria-label={strings.next} onPress={() => step(1)}>
          <ChevronDown size={15} aria-hidden />
        </Button>
        <span className="pagebar__outcome" role="status">
          {outcome}
        </span>
        <span className="stage__spacer" />
        <Button look="quiet" onPress={() => onTurn(false)}>
          {strings.turnOff}
        </Button>
        <Button look="quiet" aria-label={strings.close} onPress={onClose}>
          <X size={15} aria-hidden />
        </Button>
      </div>
      {here && (
        <div className="pagebar__row">
          {canWrite && (
            <div className="pagebar__row" role="group" aria-label={strings.suggestions(here.word.word)}>
              {suggestions === null && <span className="pagebar__outcome">{strings.looking}</span>}
              {suggestions?.length === 0 && <span className="pagebar__outcome">{strings.noSuggestions}</span>}
              {suggestions?.map((suggestion) => (
                <Button key={suggestion} onPress={() => replace(suggestion)}>
                  {suggestion}
                </Button>
              ))}
            </div>
          )}
          <span className="stage__spacer" />
          <Button
            look="quiet"
            onPress={() => {
              checker.passOver(here.word.word);
              done();
            }}
          >
            {strings.passOver}
          </Button>
          <Button
            look="quiet"
            onPress={() => {
              learn(here.word.word);
              done();
            }}
          >
            {strings.learn}
          </Button>
        </div>
      )}
    </>
  );
}
