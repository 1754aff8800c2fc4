import {
  $getSelection,
  $hasUpdateTag,
  $isRangeSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_LOW,
  COMPOSITION_END_COMMAND,
  COMPOSITION_START_COMMAND,
  COMPOSITION_START_TAG,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  PASTE_COMMAND,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  SELECT_ALL_COMMAND,
  UNDO_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical';
import type { BlockId } from '#shared/core/ids';
import type { IdSource } from '#shared/core/sources';
import { formatsWithin, withFormats, type Format, type FormatRun } from '#shared/domain/formats';
import { isWholeWords, spaceLeftOver } from '#shared/domain/wordSpacing';
import {
  beginTyping,
  callerOf,
  cutRange,
  deleteNote,
  deleteRange,
  formatTypedOver,
  gesture,
  joinBlocks,
  moveBlocks,
  openTyping,
  replaceText,
  setKind,
  splitBlock,
  wholeReferences,
  type Caret,
  type DraftBlock,
} from '#shared/schema/draft';
import { pressed } from '../../ui/shortcuts';
import { indented, selectedStep } from './arranging';
import type { Binding } from './binding';
import { characterAfter, characterBefore, wordAfter, wordBefore } from './boundaries';
import type { NextFormat } from './formatting';
import { blocksWithin, ordered, textBeside } from './selected';
import { holdInSight } from '../../ui/sight';
import { blocksOfClipboard, writeClipboard, type CalledNote, type CopiedBlock } from './clipboard';
import { registerDragging } from './dragging';
import type { PastedBlock } from './pastedBlock';
import { pasting } from './pasting';
import { remarksWithin } from './remarks';
import {
  $readFreshSelection,
  $readSelection,
  $refreshSelection,
  $writeSelection,
  collapsedAt,
  isCollapsed,
  type ModelSelection,
} from './selection';

type Unit = 'character' | 'word' | 'line';

const dataOf = (event: ClipboardEvent | InputEvent | KeyboardEvent | null): DataTransfer | null =>
  event instanceof ClipboardEvent ? event.clipboardData : event instanceof InputEvent ? event.dataTransfer : null;

/** What keys and the clipboard do: each is an operation on the model, which the binding then shows. Yields what ends them. */
export function registerCommands(
  editor: LexicalEditor,
  binding: Binding,
  ids: IdSource,
  numberOf: (id: BlockId) => string | null,
  next: NextFormat,
  mayChange: (id: BlockId | null) => boolean,
): () => void {
  const { doc, reader } = binding;
  const writable = (): boolean => editor.isEditable();

  /** Deletes what is selected, if anything is; yields where the caret is then. */
  const cleared = (selection: ModelSelection): Caret => {
    if (isCollapsed(selection)) return selection.focus;
    const { from, to } = ordered(reader, selection);
    return deleteRange(doc, from, to);
  };
  type Operation = (selection: ModelSelection) => ModelSelection | null;
  /** Runs a part of the typing: what is typed without a pause is taken back together. */
  const typing = (act: Operation): boolean => {
    const selection = writable() ? $readSelection() : null;
    if (selection !== null) binding.$perform(() => act(selection));
    return true;
  };
  /** Runs an operation on the selection as it is once all that was typed is in the model: one step of undo. */
  const operate = (act: Operation): boolean => typing((selection) => gesture(doc, () => act(selection)));

  /** Puts text at a place in a block, in formats of its own or as what it replaces; yields the caret after it. */
  const written = (
    { block, offset }: Caret,
    end: number,
    text: string,
    formats?: readonly FormatRun[],
  ): ModelSelection => collapsedAt(replaceText(doc, block, { start: offset, end }, text, formats));

  /** How what is typed at a place shall look where the writer has said so; asked once. */
  const chosenAt = (caret: Caret): Format | undefined => {
    const chosen = next.at(caret);
    next.forget();
    return chosen ?? undefined;
  };

  /** How what is typed in place of a selection looks: as its first letter; `undefined` where the selection begins after the last one of a block. */
  const typedOver = (selection: ModelSelection): Format | undefined => {
    const { from, to } = ordered(reader, selection);
    const { text = '', formats } = reader.block(from.block) ?? {};
    const end = from.block === to.block ? to.offset : text.length;
    return from.offset < end ? formatTypedOver(formats, { start: from.offset, end }) : undefined;
  };

  /** Types text, in place of what is selected; `asWas`: as a word that is put in the place of another one, and looks as that did. */
  const insert = (text: string, asWas = false): boolean => {
    const selection = $readSelection();
    if (selection === null || isCollapsed(selection)) {
      return typing(({ focus }) => {
        const chosen = chosenAt(focus);
        return written(focus, focus.offset, text, chosen && [{ start: 0, end: text.length, ...chosen }]);
      });
    }
    return typing((selected) =>
      beginTyping(doc, () => {
        const { from, to } = ordered(reader, selected);
        const typed = asWas ? undefined : typedOver(selected);
        const formats = typed && [{ start: 0, end: text.length, ...typed }];
        if (from.block === to.block) return written(from, to.offset, text, formats);
        const caret = cleared(selected);
        return written(caret, caret.offset, text, formats);
      }),
    );
  };

  /** Ends the step of undo that a composition is. */
  let endComposition = (): void => undefined;

  /** A composition starts: what is selected gives way, as a part of it; only an empty block needs something to stand on. */
  const compose = (placeholder: string): boolean => {
    const selection = $readSelection();
    if (!writable() || selection === null) return true;
    let format = isCollapsed(selection) ? chosenAt(selection.focus) : undefined;
    if (!isCollapsed(selection)) {
      binding.$perform(() => {
        let caret = selection.focus;
        format = typedOver(selection);
        endComposition = openTyping(doc, () => {
          const { from, to } = ordered(reader, selection);
          caret = from.block === to.block ? written(from, to.offset, '').focus : cleared(selection);
        });
        return collapsedAt(caret);
      });
    }
    const caret = $readSelection()?.focus;
    if (caret) binding.$startComposing(caret, placeholder, format);
    return true;
  };

  const enter = (): boolean =>
    operate((selection) => {
      const caret = cleared(selection);
      const block = reader.block(caret.block);
      if (block === null) return null;
      // A footnote is one line: Enter goes back to where it is called.
      const caller = block.kind === 'footnote' ? callerOf(reader, block.id) : null;
      if (caller !== null) return collapsedAt(caller);
      if (block.kind === 'point' && block.text === '') {
        setKind(doc, [block.id], { kind: 'paragraph' });
        return collapsedAt(caret);
      }
      const outcome = splitBlock(doc, caret.block, caret.offset, ids);
      return outcome && collapsedAt({ block: outcome.second, offset: 0 });
    });

  const backwardsAtStart = (block: DraftBlock): ModelSelection | null => {
    const caret = collapsedAt({ block: block.id, offset: 0 });
    const caller = block.kind === 'footnote' ? callerOf(reader, block.id) : null;
    if (caller !== null) {
      // An empty footnote goes with its marker; one with words is not joined to the text.
      if (block.text !== '') return caret;
      deleteNote(doc, block.id);
      return collapsedAt(caller);
    }
    const previous = textBeside(reader, block.id, -1);
    if (previous === undefined) return caret;
    // As in other word processors, the first Backspace takes the number or the heading away, where joining would lose it.
    const isFirstPoint = block.kind === 'point' && previous.kind !== 'point';
    if (block.text !== '' && previous.text !== '' && (block.kind === 'heading' || isFirstPoint)) {
      setKind(doc, [block.id], { kind: 'paragraph' });
      return caret;
    }
    return collapsedAt(joinBlocks(doc, previous.id, block.id));
  };

  /** Where the line on the screen begins (or ends) that the caret is in: only the browser knows. At that edge it is one character further. */
  const lineEdge = ({ block, offset }: Caret, backwards: boolean): number => {
    const text = reader.block(block)?.text ?? '';
    const shown = getSelection();
    const { focusNode = null, focusOffset = 0 } = shown ?? {};
    shown?.modify('extend', backwards ? 'backward' : 'forward', 'lineboundary');
    const edge = $readFreshSelection(editor)?.focus;
    shown?.collapse(focusNode, focusOffset);
    if (edge?.block !== block) return backwards ? 0 : text.length;
    return edge.offset === offset ? reachOf('character', edge, backwards) : edge.offset;
  };

  /** How far a key takes away from a caret that is not at that end of the text. */
  const reachOf = (unit: Unit, caret: Caret, backwards: boolean): number => {
    if (unit === 'line') return lineEdge(caret, backwards);
    const { text = '', footnoteRefs = [] } = reader.block(caret.block) ?? {};
    if (unit === 'character') return (backwards ? characterBefore : characterAfter)(text, caret.offset);
    // The marker of a footnote ends what a key takes: the footnote would go along unseen.
    const marks = footnoteRefs.map(({ offset }) => offset);
    return backwards
      ? Math.max(wordBefore(text, caret.offset), ...marks.filter((mark) => mark < caret.offset))
      : Math.min(wordAfter(text, caret.offset), ...marks.filter((mark) => mark > caret.offset));
  };

  const remove = (backwards: boolean, unit: Unit): boolean => {
    const selected = $readSelection();
    const run = unit === 'character' && selected !== null && isCollapsed(selected) ? typing : operate;
    return run((selection) => {
      if (!isCollapsed(selection)) return collapsedAt(cleared(selection));
      const { block: id, offset } = selection.focus;
      const block = reader.block(id);
      if (block === null) return null;
      const { text } = block;
      if (backwards) {
        // Right after the marker of a footnote it is the footnote that goes.
        const mark = unit === 'line' ? null : block.footnoteRefs.findLast((ref) => ref.offset === offset && ref.note);
        if (mark?.note !== undefined) {
          deleteNote(doc, mark.note);
          return selection;
        }
        if (offset === 0) return backwardsAtStart(block);
        const start = reachOf(unit, selection.focus, true);
        return collapsedAt(replaceText(doc, id, { start, end: offset }, ''));
      }
      if (offset === text.length) {
        const after = reader.placed(id)?.calledBy === null ? textBeside(reader, id, 1) : undefined;
        return after === undefined ? null : collapsedAt(joinBlocks(doc, id, after.id));
      }
      const end = reachOf(unit, selection.focus, false);
      return collapsedAt(replaceText(doc, id, { start: offset, end }, ''));
    });
  };

  const put = pasting(binding, ids, mayChange, cleared);
  const paste = (read: readonly PastedBlock[]): boolean => operate((selection) => put.paste(read, selection));

  /** What takes a moment to be read is pasted where the caret is then. */
  const pasteFrom = (data: DataTransfer): boolean => {
    const blocks = blocksOfClipboard(data);
    if (!(blocks instanceof Promise)) return paste(blocks);
    blocks.then((read) => binding.update(() => void paste(read)), reportError);
    return true;
  };

  const copied = (selection: ModelSelection): readonly CopiedBlock[] => {
    const { from, to } = ordered(reader, selection);
    const within = blocksWithin(reader, selection);
    const copiedIds = new Set<string>(within.map(({ id }) => id));
    // A footnote goes along with the text that calls it.
    const texts = within.filter(({ id }) => !copiedIds.has(reader.placed(id)?.calledBy ?? ''));
    const said = binding.remarks.all();
    return texts.map((block) => {
      const { start, end } = wholeReferences(block, {
        start: block.id === from.block ? from.offset : 0,
        end: block.id === to.block ? to.offset : block.text.length,
      });
      const whole = start === 0 && end === block.text.length;
      const formats = formatsWithin(block.formats, { start, end });
      const notes = block.footnoteRefs.flatMap(({ note, number, offset }): CalledNote[] => {
        const words = note === undefined ? null : reader.block(note);
        const isWithin = (start < offset || whole) && offset <= end;
        return words && isWithin
          ? [{ id: words.id, number, offset: offset - start, text: words.text, ...withFormats(words.formats ?? []) }]
          : [];
      });
      const remarks = remarksWithin(said.get(block.id) ?? [], { start, end }, whole);
      const isWords = isWholeWords(block.text, { start, end });
      const text = block.text.slice(start, end);
      return { block, number: numberOf(block.id), text, formats, whole, isWords, notes, remarks };
    });
  };
  /** Of the spaces around words that are cut out one is left. */
  const cut = (selection: ModelSelection): Caret => {
    const { from, to } = ordered(reader, selection);
    const block = reader.block(from.block);
    const isWords =
      block !== null && from.block === to.block && isWholeWords(block.text, { start: from.offset, end: to.offset });
    const left = cutRange(doc, from, to);
    const now = isWords ? reader.block(left.block) : null;
    const isAtNote = now?.footnoteRefs.some(({ offset }) => offset === left.offset) === true;
    const space = now === null || isAtNote ? null : spaceLeftOver(now.text, left.offset);
    return space === null ? left : replaceText(doc, left.block, space, '');
  };
  const copy = (event: ClipboardEvent | InputEvent | KeyboardEvent | null): boolean => {
    refreshSelection();
    const selection = $readSelection();
    const data = dataOf(event);
    if (selection === null || data === null || isCollapsed(selection)) return false;
    event?.preventDefault();
    writeClipboard(data, copied(selection));
    return true;
  };

  const step = (direction: 'up' | 'down'): boolean =>
    operate((selection) => {
      const move = selectedStep(reader, selection, direction);
      if (move !== null) moveBlocks(doc, move.ids, move.after);
      return selection;
    });

  const indent = (outwards: boolean): boolean =>
    operate((selection) => {
      for (const block of blocksWithin(reader, selection)) {
        const change = indented(block, outwards);
        if (change !== null) setKind(doc, [block.id], change);
      }
      return selection;
    });

  const refreshSelection = (): void => $refreshSelection(editor);

  /**
   * Whether the browser would put a letter where the caret is. Of a chapter that was drawn since the last frame it has no lines yet: it would put it beside the blocks,
   * where it is nobody's. And where it had none when the caret came there, it may hold on to a place in another block, which it tells.
   */
  const comesToCaret = (letter: InputEvent): boolean => {
    const caret = $readSelection()?.focus;
    const block = caret && binding.elementOf(caret.block);
    if (!block) return true;
    const [place] = letter.getTargetRanges();
    const isElsewhere = place?.collapsed === true && !block.contains(place.startContainer);
    return !isElsewhere && block.checkVisibility({ contentVisibilityAuto: true });
  };

  const on = <Payload>(command: LexicalCommand<Payload>, act: (payload: Payload) => boolean): (() => void) =>
    editor.registerCommand(command, (payload: Payload) => act(payload), COMMAND_PRIORITY_LOW);
  const handled = (event: Event | null): true => {
    event?.preventDefault();
    return true;
  };

  const endings = [
    on(KEY_ENTER_COMMAND, (event) => {
      if (editor.isComposing()) return false;
      handled(event);
      refreshSelection();
      return enter();
    }),
    on(INSERT_PARAGRAPH_COMMAND, enter),
    on(INSERT_LINE_BREAK_COMMAND, enter),
    on(KEY_BACKSPACE_COMMAND, (event) => {
      if (editor.isComposing()) return false;
      handled(event);
      refreshSelection();
      return remove(true, event.ctrlKey || event.altKey ? 'word' : event.metaKey ? 'line' : 'character');
    }),
    on(KEY_DELETE_COMMAND, (event) => {
      if (editor.isComposing()) return false;
      handled(event);
      refreshSelection();
      return remove(false, event.ctrlKey || event.altKey ? 'word' : event.metaKey ? 'line' : 'character');
    }),
    on(DELETE_CHARACTER_COMMAND, (backwards) => remove(backwards, 'character')),
    on(DELETE_WORD_COMMAND, (backwards) => {
      refreshSelection();
      return remove(backwards, 'word');
    }),
    on(DELETE_LINE_COMMAND, (backwards) => {
      refreshSelection();
      return remove(backwards, 'line');
    }),
    on(REMOVE_TEXT_COMMAND, () => operate((selection) => collapsedAt(cleared(selection)))),
    on(CONTROLLED_TEXT_INSERTION_COMMAND, (event) => {
      if (typeof event === 'string') {
        return $hasUpdateTag(COMPOSITION_START_TAG) && /^[\u200b\u00a0]$/u.test(event) ? compose(event) : insert(event);
      }
      const { dataTransfer, inputType } = event;
      // The browser's spelling menu puts one word for another: it looks as that did.
      if (inputType === 'insertReplacementText')
        return gesture(doc, () => insert(dataTransfer?.getData('text/plain') ?? event.data ?? '', true));
      return dataTransfer ? pasteFrom(dataTransfer) : insert(event.data ?? '');
    }),
    on(PASTE_COMMAND, (event) => {
      const data = dataOf(event);
      if (data === null) return false;
      handled(event);
      refreshSelection();
      return pasteFrom(data);
    }),
    on(COPY_COMMAND, copy),
    on(CUT_COMMAND, (event) => {
      if (!copy(event)) return false;
      return operate((selection) => collapsedAt(cut(selection)));
    }),
    registerDragging(editor, binding, ids, mayChange, { copied, cut, pasting: put, pasteFrom }),
    on(UNDO_COMMAND, () => {
      if (writable()) binding.$undo('undo');
      return true;
    }),
    on(REDO_COMMAND, () => {
      if (writable()) binding.$undo('redo');
      return true;
    }),
    on(KEY_TAB_COMMAND, (event) => {
      if (!writable() || !$isRangeSelection($getSelection())) return false;
      handled(event);
      refreshSelection();
      return indent(event.shiftKey);
    }),
    on(SELECT_ALL_COMMAND, (event) => {
      handled(event);
      const { blocks } = binding.current();
      const [first, last] = [blocks[0], blocks.at(-1)];
      const page = editor.getRootElement();
      if (first && last && page) {
        holdInSight(page);
        $writeSelection(
          { anchor: { block: first.id, offset: 0 }, focus: { block: last.id, offset: last.text.length } },
          binding.$nodeOf,
        );
      }
      return true;
    }),
    on(KEY_DOWN_COMMAND, (event) => {
      const way = pressed(event, 'move');
      if (way === null) return false;
      handled(event);
      refreshSelection();
      return step(way === 0 ? 'up' : 'down');
    }),
    on(BEFORE_INPUT_COMMAND, (event) => {
      // Formatting and lists of the browser's own making have no place in the text; what is dragged into a field beside it stays.
      if (/^(?:format|insertOrdered|insertUnordered|insertHorizontal|insertLink|deleteByDrag)/u.test(event.inputType))
        return handled(event);
      if (event.inputType !== 'insertText' || event.data === null || comesToCaret(event)) return false;
      handled(event);
      return insert(event.data);
    }),
    on(COMPOSITION_START_COMMAND, () => {
      endComposition = openTyping(doc, () => undefined);
      return false;
    }),
    on(COMPOSITION_END_COMMAND, () => {
      const end = endComposition;
      queueMicrotask(() => {
        binding.flush();
      });
      // The last of what was composed is in the model once the editor's own update is through.
      setTimeout(() => {
        binding.endComposing();
        end();
      }, 0);
      return false;
    }),
  ];
  return () => {
    for (const end of endings) end();
  };
}
