import { $getNearestNodeFromDOMNode, $isTextNode, SKIP_DOM_SELECTION_TAG, type LexicalEditor } from 'lexical';
import type * as Y from 'yjs';
import { hasTyped, holdTyped, writeTyped } from '#shared/schema/draft';
import { afterPaint } from '../../ui/afterPaint';
import { $refreshSelection } from './selection';

/**
 * What may come before the next frame, and must find the editor and the draft as the page shows them (B8): another key or what else writes, the clipboard, another field or
 * window, the end of the page.
 */
const turningAway = [
  ...['keydown', 'beforeinput', 'compositionstart', 'copy', 'cut', 'paste', 'dragstart', 'drop'],
  ...['pointerdown', 'focusout', 'visibilitychange', 'pagehide'],
];

/** The caret in the words of a block, as the browser has it. */
interface ShownCaret {
  readonly words: Text;
  readonly offset: number;
}

function shownCaret(): ShownCaret | null {
  const selection = getSelection();
  const { anchorNode: words, anchorOffset: offset = 0, isCollapsed = false } = selection ?? {};
  const isInBlock = words instanceof Text && words.parentElement?.parentElement?.dataset['blockId'] !== undefined;
  return isCollapsed && isInBlock ? { words, offset } : null;
}

/** Whether the browser tells that it has put a letter into the words by itself. */
const isLetter = (event: Event): boolean =>
  event instanceof InputEvent && event.inputType === 'insertText' && event.data !== null && !event.isComposing;

/**
 * The browser shows a typed letter by itself. The editor's own work on it would stand between the key and its paint: the editor does not hear of it until it is
 * painted, or anything else happens, and then reads the words from the page. Yields what ends it.
 */
export function holdLetters(editor: LexicalEditor, doc: Y.Doc): () => void {
  /** Where the caret is after the letter that the editor has not heard of. */
  let after: ShownCaret | null = null;
  const catchUp = (): void => writeTyped(doc);

  /** Whether the caret is where the letter left it. */
  const isThere = ({ words, offset }: ShownCaret): boolean => {
    const now = shownCaret();
    return now?.words === words && now.offset === offset;
  };

  /** The browser has the caret where it is, or where it has been put since: there the editor must have it too, or it would put it back. */
  const read = (caret: ShownCaret): void =>
    editor.update(
      () => {
        const { words, offset } = caret;
        const node = $getNearestNodeFromDOMNode(words);
        if (!$isTextNode(node)) return;
        node.setTextContent(words.data);
        if (isThere(caret)) node.select(offset, offset);
        else $refreshSelection(editor);
      },
      { discrete: true, tag: SKIP_DOM_SELECTION_TAG },
    );

  const hold = (event: Event): void => {
    if (event.target !== editor.getRootElement() || !isLetter(event) || editor.isComposing()) return;
    const caret = shownCaret();
    if (caret === null) return;
    event.stopImmediatePropagation();
    after = caret;
    holdTyped(doc, () => read(caret));
    void afterPaint().then(catchUp);
  };

  /** A letter moves the caret, of which the browser tells too, some time later: the editor hears where it is with the letter. */
  const caretMoved = (event: Event): void => {
    if (!hasTyped(doc)) return;
    if (after !== null && isThere(after)) event.stopImmediatePropagation();
    else catchUp();
  };

  const listening: readonly (readonly [string, (event: Event) => void])[] = [
    ...turningAway.map((name) => [name, catchUp] as const),
    ['input', hold],
    ['selectionchange', caretMoved],
  ];
  for (const [name, listener] of listening) window.addEventListener(name, listener, { capture: true });
  return () => {
    catchUp();
    for (const [name, listener] of listening) window.removeEventListener(name, listener, { capture: true });
  };
}
