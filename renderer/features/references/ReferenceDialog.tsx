import { useMemo, useRef, useState } from 'react';
import { Autocomplete, Input, Label, Menu, MenuItem, SearchField } from 'react-aria-components';
import type { Language } from '#shared/core/failure';
import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { numberBlocks } from '#shared/domain/numbering';
import { referenceNames } from '#shared/domain/references';
import { useStrings } from '../../i18n/language';
import { Dialog } from '../../ui/Dialog';
import type { ReferenceAsked } from '../editor';
import { occurrences } from '../find';

interface ReferenceDialogProps {
  readonly asked: ReferenceAsked;
  readonly blocks: readonly Block[];
  /** Of the text: in what words a reference reads. */
  readonly language: Language;
  readonly onChoose: (target: BlockId) => void;
  readonly onClose: () => void;
}

/** More are not read, they are searched more narrowly. */
const MOST_TARGETS = 60;

/** Whether a place is called just so: «pkt. 3.2» for «3.2», and not «pkt. 13.2». */
const isCalled = (name: string, wanted: string): boolean => name.endsWith(` ${wanted}`) || name === wanted;

const numberIn = (words: string): string => /\d+(?:\.\d+)*\.?$/u.exec(words)?.[0] ?? words;

/** Finds the block that a reference shall lead to, by its number or its words. */
export function ReferenceDialog({ asked, blocks, language, onChoose, onClose }: ReferenceDialogProps) {
  const strings = useStrings().references;
  const { typed } = asked;
  const [words, setWords] = useState(typed === null ? '' : numberIn(typed.text));
  const targets = useMemo(() => {
    const names = referenceNames(blocks, numberBlocks(blocks), new Set(blocks.map(({ id }) => id)), language);
    return blocks.flatMap(({ id, kind, text }) =>
      kind === 'title' || text.trim() === '' || id === asked.caret.block
        ? []
        : [{ id, name: names.get(id) ?? '', text }],
    );
  }, [asked.caret.block, blocks, language]);
  const found = useMemo(() => {
    const wanted = words.trim();
    if (wanted === '') return targets;
    const isIn = (text: string): boolean =>
      occurrences(text, wanted, { wholeWord: false, matchCase: false }).length > 0;
    const named = targets.filter(({ name }) => isIn(name));
    // What is called just so comes first, then what is called so too, then what has the words.
    const exact = named.filter(({ name }) => isCalled(name, wanted));
    const rest = named.filter((target) => !exact.includes(target));
    return [...exact, ...rest, ...targets.filter((target) => !named.includes(target) && isIn(target.text))];
  }, [targets, words]);
  const shown = found.slice(0, MOST_TARGETS);
  /** The list takes the same Enter where it has marked its first row and not told so yet. */
  const isChosen = useRef(false);
  const choose = (target: BlockId): void => {
    if (isChosen.current) return;
    isChosen.current = true;
    onChoose(target);
  };
  return (
    <Dialog title={strings.title} onClose={onClose}>
      {typed !== null && <p className="field__hint">{strings.replaces(typed.text)}</p>}
      <Autocomplete inputValue={words} onInputChange={setWords}>
        <SearchField className="field" autoFocus aria-describedby="reference-hint">
          <Label>{strings.label}</Label>
          {/* What was typed is there to be written over, or to be taken as it stands: the list marks none of its rows before one writes. */}
          <Input
            onFocus={({ target }) => target.select()}
            onKeyDown={(event) => {
              const [first] = shown;
              const isMarked = event.currentTarget.hasAttribute('aria-activedescendant');
              if (event.key !== 'Enter' || isMarked || !first || !isCalled(first.name, words.trim())) return;
              // The text has the focus then: it is not divided by the same key.
              event.preventDefault();
              choose(first.id);
            }}
          />
          <span id="reference-hint" className="field__hint" role="status">
            {words.trim() === '' ? strings.hint : found.length === 0 ? strings.none : strings.hits(found.length)}
          </span>
        </SearchField>
        <div className="palette" tabIndex={0} role="group" aria-label={strings.title}>
          <Menu
            className="palette__list"
            aria-label={strings.title}
            items={shown}
            onAction={(key) => {
              const target = shown.find(({ id }) => id === key);
              if (target) choose(target.id);
            }}
          >
            {({ id, name, text }) => (
              <MenuItem id={id} textValue={`${name} ${text}`} className="palette__item palette__item--hit">
                <span className="card__place">{name}</span>
                <span className="card__text">{text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text}</span>
              </MenuItem>
            )}
          </Menu>
        </div>
      </Autocomplete>
    </Dialog>
  );
}
