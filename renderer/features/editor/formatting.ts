import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  FORMAT_TEXT_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { blockOfLink } from '#shared/domain/blockLink';
import { formatAt, noFormat, safeLink, stretchesOf, type Format } from '#shared/domain/formats';
import {
  formatOfTyped,
  gesture,
  replaceText,
  setFormat,
  type Caret,
  type DraftBlock,
  type TextPlace,
} from '#shared/schema/draft';
import { pressed } from '../../ui/shortcuts';
import type { Binding } from './binding';
import { wordAround } from './boundaries';
import { ordered, placesWithin } from './selected';
import { $readSelection, $refreshSelection, collapsedAt, isCollapsed, type ModelSelection } from './selection';
import { bitsOf } from './words';

/** What is to become a link, and where it leads now. */
export interface LinkAsked {
  readonly places: readonly TextPlace[];
  /** Where nothing is selected: where the address itself is written. */
  readonly caret: Caret;
  /** The words that are to lead there; empty where there are none yet. */
  readonly words: string;
  readonly address: string | null;
}

/** How what is typed next at a place shall look, where someone has chosen it without selecting anything. */
export class NextFormat {
  private chosen: { readonly at: Caret; readonly format: Format } | null = null;

  choose(at: Caret, format: Format): void {
    this.chosen = { at, format };
  }

  /** The format chosen for this place; `null` for none, and when the caret has been elsewhere. */
  at({ block, offset }: Caret): Format | null {
    const { chosen } = this;
    return chosen?.at.block === block && chosen.at.offset === offset ? chosen.format : null;
  }

  forget(): void {
    this.chosen = null;
  }
}

const isThroughout = (block: DraftBlock, { rangeInText }: TextPlace, name: 'bold' | 'italic'): boolean =>
  stretchesOf(block.text, block.formats, rangeInText).every((stretch) => stretch[name]);

/** Bold, italic and links for what is selected. */
export class Formatting {
  readonly next = new NextFormat();
  private readonly editor: LexicalEditor;
  private readonly binding: Binding;
  private readonly ending: (() => void)[];

  constructor(editor: LexicalEditor, binding: Binding, onLink: () => void) {
    this.editor = editor;
    this.binding = binding;
    this.ending = [
      editor.registerCommand(
        FORMAT_TEXT_COMMAND,
        (type) => {
          if (type === 'bold' || type === 'italic') this.$toggle(type);
          // No other format has a place in the text.
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (pressed(event, 'link') === null) return false;
          event.preventDefault();
          event.stopPropagation();
          onLink();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    ];
  }

  dispose(): void {
    for (const end of this.ending) end();
  }

  /** Makes what is selected bold (italic), or, where all of it is, no longer; with nothing selected the word, else what is typed next. */
  $toggle(name: 'bold' | 'italic'): void {
    if (!this.editor.isEditable()) return;
    $refreshSelection(this.editor);
    const selection = $readSelection();
    if (selection === null) return;
    const { doc } = this.binding;
    const reader = this.binding.current();
    const places = isCollapsed(selection) ? this.wordAt(selection.focus) : placesWithin(reader, selection);
    if (places.length === 0) {
      this.$chooseNext(selection.focus, name);
      return;
    }
    this.binding.$perform(() => {
      const isOn = places.every((place) => {
        const block = reader.block(place.block);
        return block !== null && isThroughout(block, place, name);
      });
      setFormat(doc, places, { [name]: !isOn });
      return selection;
    });
  }

  private wordAt({ block, offset }: Caret): readonly TextPlace[] {
    const word = wordAround(this.binding.current().block(block)?.text ?? '', offset);
    return word === null ? [] : [{ block, rangeInText: word }];
  }

  private $chooseNext(caret: Caret, name: 'bold' | 'italic'): void {
    const block = this.binding.current().block(caret.block);
    const current = this.next.at(caret) ?? formatOfTyped(block?.formats, caret.offset);
    const format = { ...current, [name]: !current[name] };
    this.next.choose(caret, format);
    // Another format than the words have where the caret is makes the editor ask us what is typed there, rather than the browser.
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.setFormat(bitsOf(format));
  }

  /** How the words look where the selection begins. */
  $format(): Format {
    const selection = $readSelection();
    if (selection === null) return noFormat;
    const reader = this.binding.current();
    const { from } = ordered(reader, selection);
    const formats = reader.block(from.block)?.formats;
    if (!isCollapsed(selection)) return formatAt(formats, from.offset);
    return this.next.at(from) ?? formatOfTyped(formats, from.offset);
  }

  /** What a link would be made of; `null` while the text has no caret. */
  askLink(): LinkAsked | null {
    const selection = this.binding.selection();
    if (selection === null) return null;
    const reader = this.binding.current();
    const { from } = ordered(reader, selection);
    const block = reader.block(from.block);
    if (block === null) return null;
    const within = block.formats?.find(
      ({ start, end, link }) =>
        link !== null && blockOfLink(link) === null && start <= from.offset && from.offset <= end,
    );
    const places = !isCollapsed(selection)
      ? placesWithin(reader, selection)
      : within
        ? [{ block: block.id, rangeInText: { start: within.start, end: within.end } }]
        : this.wordAt(from);
    const words = places.map((place) => {
      const { start, end } = place.rangeInText;
      return reader.block(place.block)?.text.slice(start, end) ?? '';
    });
    return { places, caret: from, words: words.join(' '), address: within?.link ?? null };
  }

  /** Makes the words lead there; `null` takes the link away. An address that is not safe is none. */
  setLink({ places, caret }: LinkAsked, address: string | null): void {
    const link = safeLink(address);
    const { doc, reader } = this.binding;
    this.binding.perform((): ModelSelection | null => {
      const last = places.at(-1);
      if (last !== undefined) {
        setFormat(doc, places, { link });
        return collapsedAt({ block: last.block, offset: last.rangeInText.end });
      }
      if (link === null || reader.block(caret.block) === null) return null;
      const { block, offset } = caret;
      return collapsedAt(
        gesture(doc, () =>
          replaceText(doc, block, { start: offset, end: offset }, link, [
            { start: 0, end: link.length, ...noFormat, link },
          ]),
        ),
      );
    });
    this.editor.getRootElement()?.focus({ preventScroll: true });
  }
}
