import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  Keyboard,
  Label,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
} from 'react-aria-components';
import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { useLanguage, useStrings } from '../../i18n/language';
import { Dialog } from '../../ui/Dialog';
import { excerptAfter, excerptBefore } from './excerpt';
import { findInBlocks } from './findInBlocks';
import { occurrences } from './occurrences';

/** Something one can do from where one is. */
export interface Command {
  readonly id: string;
  readonly text: string;
  /** The keys that do it without the palette, as they are printed; `null` where there are none. */
  readonly keys: string | null;
  readonly run: () => void;
}

interface PaletteProps {
  readonly commands: readonly Command[];
  readonly blocks: readonly Block[];
  readonly onGo: (block: BlockId) => void;
  readonly onClose: () => void;
}

/** More hits than this are not read, they are searched more narrowly. */
const MOST_HITS = 60;

/** One field for what one wants to do and for where one wants to go: actions by name, points by number, words of the text. */
export function Palette({ commands, blocks, onGo, onClose }: PaletteProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [words, setWords] = useState('');
  const places = useMemo(() => gazetteerOf(blocks), [blocks]);
  const hits = useMemo(() => findInBlocks(blocks, places, words), [blocks, places, words]);
  const wanted = words.trim();
  const named = useMemo(
    () =>
      wanted === ''
        ? commands
        : commands.filter(({ text }) => occurrences(text, wanted, { wholeWord: false, matchCase: false }).length > 0),
    [commands, wanted],
  );
  const { find } = strings;
  const found = [named.length > 0 && find.actionsFound(named.length), hits.length > 0 && find.hits(hits.length)];
  const shown = hits.slice(0, MOST_HITS).map((hit) => ({ ...hit, id: `${hit.block.id}-${hit.rangeInText.start}` }));

  /** The list takes the same Enter where it has marked its first row and not told so yet. */
  const isChosen = useRef(false);
  const choose = (key: string): void => {
    if (isChosen.current) return;
    isChosen.current = true;
    const command = commands.find(({ id }) => id === key);
    const hit = shown.find(({ id }) => id === key);
    // It is gone, and the focus back, before anything is done: what takes the focus then keeps it, and what is opened finds where to leave it to.
    flushSync(onClose);
    queueMicrotask(() => {
      if (command) command.run();
      else if (hit) onGo(hit.block.id);
    });
  };

  return (
    <Dialog title={find.title} onClose={onClose}>
      <Autocomplete inputValue={words} onInputChange={setWords}>
        <SearchField className="field" autoFocus aria-describedby="palette-hint">
          <Label>{find.label}</Label>
          <Input
            // One Escape leaves it: the field by itself would be emptied first.
            onKeyDownCapture={({ key, nativeEvent }) => {
              if (key === 'Escape' && !nativeEvent.isComposing) onClose();
            }}
            onKeyDown={(event) => {
              // What alone was found is done, also where the list has not marked it yet.
              const [only, ...others] = [...named, ...shown];
              const isMarked = event.currentTarget.hasAttribute('aria-activedescendant');
              if (event.key !== 'Enter' || isMarked || !only || others.length > 0) return;
              event.preventDefault();
              choose(only.id);
            }}
          />
          <span id="palette-hint" className="field__hint" role="status">
            {wanted === '' ? find.start : found.filter(Boolean).join(', ') || find.none}
          </span>
        </SearchField>
        <div className="palette" tabIndex={0} role="group" aria-label={find.title}>
          <Menu className="palette__list" aria-label={find.title} onAction={(key) => choose(String(key))}>
            {named.length > 0 && (
              <MenuSection>
                <Header className="palette__head">{find.actions}</Header>
                <Collection items={named}>
                  {(command) => (
                    <MenuItem id={command.id} textValue={command.text} className="palette__item">
                      <span>{command.text}</span>
                      {command.keys !== null && <Keyboard className="palette__keys">{command.keys}</Keyboard>}
                    </MenuItem>
                  )}
                </Collection>
              </MenuSection>
            )}
            {shown.length > 0 && (
              <MenuSection>
                <Header className="palette__head">{find.inText}</Header>
                <Collection items={shown}>
                  {({ id, block, index, rangeInText }) => (
                    <MenuItem id={id} textValue={block.text} className="palette__item palette__item--hit">
                      <span className="card__place">{describePlace(places.placeOf(index), null, language)}</span>
                      <span className="card__text">
                        {excerptBefore(block.text, rangeInText.start)}
                        <mark>{block.text.slice(rangeInText.start, rangeInText.end)}</mark>
                        {excerptAfter(block.text, rangeInText.end)}
                      </span>
                    </MenuItem>
                  )}
                </Collection>
              </MenuSection>
            )}
          </Menu>
        </div>
      </Autocomplete>
    </Dialog>
  );
}
