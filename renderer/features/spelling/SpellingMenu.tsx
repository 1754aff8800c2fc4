import { useRef, type CSSProperties } from 'react';
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components';
import type { BlockRange } from '#shared/schema/draft';
import { useStrings } from '../../i18n/language';
import type { Spelling } from './useSpelling';
import { useSuggestions } from './useSuggestions';
import '../../ui/menu.css';

/** A word that was pointed at. Coordinates in CSS pixels of the window. */
export interface PointedWord {
  readonly place: BlockRange;
  readonly x: number;
  readonly y: number;
}

interface SpellingMenuProps {
  readonly spelling: Extract<Spelling, { readonly state: 'on' }>;
  readonly pointed: PointedWord;
  readonly onReplace: (place: BlockRange, text: string) => void;
  readonly onClose: () => void;
}

const REPLACE = 'replace ';

/** What a click with the right button on a marked word offers. */
export function SpellingMenu({ spelling: { checker, learn }, pointed, onReplace, onClose }: SpellingMenuProps) {
  const strings = useStrings().spelling;
  const anchor = useRef<HTMLSpanElement>(null);
  const { place, x, y } = pointed;
  const word =
    checker.misspelledIn(place.block).find(({ rangeInText }) => rangeInText.start === place.rangeInText.start)?.word ??
    null;
  const suggestions = useSuggestions(checker, word);
  if (word === null) return null;
  const where: CSSProperties = { position: 'fixed', left: x, top: y, width: 0, height: 0 };
  return (
    <>
      <span ref={anchor} style={where} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <Menu
          // A new list when the suggestions have come, so that the focus begins at the best of them.
          key={suggestions === null ? 'looking' : 'found'}
          className="menu"
          aria-label={strings.suggestions(word)}
          autoFocus="first"
          disabledKeys={['looking', 'none']}
          onAction={(key) => {
            const action = String(key);
            if (action.startsWith(REPLACE)) onReplace(place, action.slice(REPLACE.length));
            else if (action === 'learn') learn(word);
            else if (action === 'passOver') checker.passOver(word);
            onClose();
          }}
        >
          {suggestions === null ? (
            <MenuItem id="looking" className="menu__item">
              {strings.looking}
            </MenuItem>
          ) : suggestions.length === 0 ? (
            <MenuItem id="none" className="menu__item">
              {strings.noSuggestions}
            </MenuItem>
          ) : (
            suggestions.map((suggestion) => (
              <MenuItem key={suggestion} id={REPLACE + suggestion} textValue={suggestion} className="menu__item">
                <strong>{suggestion}</strong>
              </MenuItem>
            ))
          )}
          <Separator className="menu__line" />
          <MenuItem id="learn" className="menu__item">
            {strings.learn}
          </MenuItem>
          <MenuItem id="passOver" className="menu__item">
            {strings.passOver}
          </MenuItem>
        </Menu>
      </Popover>
    </>
  );
}
