import { BEFORE_INPUT_COMMAND, COMMAND_PRIORITY_LOW, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical';
import type { BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import type { IdSource } from '#shared/core/sources';
import { blockOfLink } from '#shared/domain/blockLink';
import { referencesIn, type Reference } from '#shared/domain/references';
import { callerOf, gesture, insertNote, insertReference, replaceText, type Caret } from '#shared/schema/draft';
import { pressed } from '../../ui/shortcuts';
import type { Binding } from './binding';
import { $readSelection, $writeSelection, collapsedAt, isCollapsed, type ModelSelection } from './selection';
import { linkOfElement } from './words';

/** Where a reference is to be put. */
export interface ReferenceAsked {
  readonly caret: Caret;
  /** A reference that was typed as words before the caret, «pkt. 3.2»: it gives way to the one that follows its target. */
  readonly typed: (Range & { readonly text: string }) | null;
}

/** What the window is asked, and told. */
interface ReferenceListeners {
  /** The keys for a reference were pressed; `null` where the page has none. */
  readonly onAsk: (() => void) | null;
  readonly onGo: (target: BlockId) => void;
  /** Whether the writer may change a block; tells them why not. */
  readonly mayChange: (block: BlockId) => boolean;
}

const typedReference = /(?:\b(?:pkt|kap)\.|\b(?:punkt|kapittel|avsnitt|fotnote|item|ch\.))\s*\d+(?:\.\d+)*$/iu;

const isBetween = ({ start, end }: Reference, offset: number): boolean => start < offset && offset < end;

/** References to other blocks, and footnotes: put in, gone to, and passed over by the caret as one thing. */
export class Referring {
  private readonly editor: LexicalEditor;
  private readonly binding: Binding;
  private readonly ids: IdSource;
  private readonly listeners: () => ReferenceListeners;
  /** Where the caret was before it came into a reference. */
  private before: Caret | null = null;
  /** A caret on its way across a reference: where in it the browser put it, and where it goes. */
  private passing: { readonly block: BlockId; readonly within: number; readonly to: number } | null = null;
  /** Whether a key selects: the mouse may choose a part of a reference. */
  private isByKeys = false;
  private readonly ending: (() => void)[];

  constructor(
    editor: LexicalEditor,
    binding: Binding,
    ids: IdSource,
    page: HTMLElement,
    listeners: () => ReferenceListeners,
  ) {
    this.editor = editor;
    this.binding = binding;
    this.ids = ids;
    this.listeners = listeners;
    const click = (event: MouseEvent): void => {
      if (event.button !== 0 || !(event.target instanceof HTMLElement)) return;
      const target = this.targetOf(event.target, event);
      if (target === null || this.binding.reader.block(target) === null) return;
      event.preventDefault();
      this.listeners().onGo(target);
    };
    const byKeys = (event: Event): void => {
      this.isByKeys = event instanceof KeyboardEvent && event.shiftKey && /^(?:Arrow|Home|End|Page)/u.test(event.key);
    };
    page.addEventListener('click', click);
    for (const name of ['keydown', 'pointerdown'] as const) page.addEventListener(name, byKeys, { capture: true });
    this.ending = [
      () => page.removeEventListener('click', click),
      () => {
        for (const name of ['keydown', 'pointerdown'] as const)
          page.removeEventListener(name, byKeys, { capture: true });
      },
      binding.onUpdate(() => this.passOver()),
      editor.registerCommand(
        BEFORE_INPUT_COMMAND,
        () => {
          // A key can come before the browser tells of the caret. Passed over only after this event, the letter would be written twice: by the
          // browser, which was let, and by the editor, which no longer finds the caret where it let it.
          const selection = $readSelection();
          const to = selection && isCollapsed(selection) ? this.beyond(selection) : null;
          if (to !== null) $writeSelection(collapsedAt(to), this.binding.$nodeOf);
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          const { onAsk } = this.listeners();
          if (onAsk === null) return false;
          if (pressed(event, 'reference') !== null) onAsk();
          else if (pressed(event, 'footnote') !== null) this.insertNote();
          else if (pressed(event, 'follow') !== null) this.follow();
          else return false;
          event.preventDefault();
          event.stopPropagation();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    ];
  }

  dispose(): void {
    for (const end of this.ending) end();
  }

  /** What a click on an element goes to: the target of a reference, or the footnote whose marker stands after the words. */
  private targetOf(element: HTMLElement, { clientX }: MouseEvent): BlockId | null {
    const target = blockOfLink(linkOfElement(element));
    if (target !== null) return this.binding.reader.structure.holderOf(target) as BlockId;
    if (element.style.getPropertyValue('--note') === '') return null;
    const block = this.binding.reader.block(element.closest<HTMLElement>('[data-block-id]')?.dataset['blockId'] ?? '');
    const words = document.createRange();
    words.selectNodeContents(element);
    const last = [...words.getClientRects()].at(-1);
    if (block === null || last === undefined || clientX < last.right) return null;
    let offset = 0;
    for (let at: Element | null = element; at !== null; at = at.previousElementSibling) offset += at.textContent.length;
    return block.footnoteRefs.find((ref) => ref.offset === offset)?.note ?? null;
  }

  private caret(): Caret | null {
    return this.binding.selection()?.focus ?? null;
  }

  /** Where a caret (or, by keys, the end of a selection) that came into a reference goes: on to its other side. `null` where it is in none. */
  private beyond(selection: ModelSelection | null): Caret | null {
    if (this.editor.isComposing() || selection === null || !(this.isByKeys || isCollapsed(selection))) return null;
    const { block, offset } = selection.focus;
    const within = referencesIn(this.binding.current().block(block)?.formats).find((ref) => isBetween(ref, offset));
    if (within === undefined) {
      this.before = selection.focus;
      this.passing = null;
      return null;
    }
    // Seen again before it has got across, it does not turn round.
    if (this.passing?.block === block && this.passing.within === offset) return { block, offset: this.passing.to };
    const { start, end } = within;
    const from = this.before?.block === block ? this.before.offset : null;
    // Where it came from may not have been told yet: one letter in, it came by an arrow from the nearer side.
    const isJustIn = Math.min(offset - start, end - offset) === 1;
    const isNearEnd = offset - start > end - offset;
    const to = from === start ? end : from === end ? start : isNearEnd !== isJustIn ? end : start;
    this.before = { block, offset: to };
    this.passing = { block, within: offset, to };
    return this.before;
  }

  private passOver(): void {
    // After a composition the page may show the words as they were before others wrote among them: places are told when it shows them.
    if (this.binding.isBehind) return;
    const selection = this.editor.getEditorState().read(() => $readSelection());
    const to = this.beyond(selection);
    if (selection === null || to === null) return;
    const passed = isCollapsed(selection) ? collapsedAt(to) : { anchor: selection.anchor, focus: to };
    queueMicrotask(() => this.binding.update(() => $writeSelection(passed, this.binding.$nodeOf)));
  }

  /** Where a reference would be put; `null` while the text has no caret. */
  ask(): ReferenceAsked | null {
    const caret = this.caret();
    const block = caret && this.binding.current().block(caret.block);
    if (!caret || !block) return null;
    const text = typedReference.exec(block.text.slice(0, caret.offset))?.[0];
    const start = caret.offset - (text?.length ?? 0);
    const isReference = referencesIn(block.formats).some((ref) => ref.end === caret.offset);
    return {
      caret,
      typed: text === undefined || isReference ? null : { start, end: caret.offset, text },
    };
  }

  /** Puts a reference in; the words that were typed for it give way. One step of undo. */
  insert({ caret, typed }: ReferenceAsked, target: BlockId): void {
    const { doc, reader } = this.binding;
    if (!this.listeners().mayChange(caret.block)) return;
    this.binding.perform(() => {
      const block = reader.block(caret.block);
      if (block === null) return null;
      const isThere = typed !== null && block.text.slice(typed.start, typed.end) === typed.text;
      const at = isThere ? typed.start : caret.offset;
      gesture(doc, () => {
        if (isThere) replaceText(doc, caret.block, typed, '');
        insertReference(doc, { block: caret.block, offset: at }, target);
      });
      // Not one that ends there: the new one stands after it.
      const shown = referencesIn(reader.block(caret.block)?.formats).find(({ end }) => end > at);
      return collapsedAt({ block: caret.block, offset: shown?.end ?? at });
    });
    this.editor.getRootElement()?.focus({ preventScroll: true });
  }

  /** Puts a footnote at the caret, and the caret in it. */
  insertNote(): void {
    const caret = this.caret();
    if (caret === null || !this.editor.isEditable() || !this.listeners().mayChange(caret.block)) return;
    this.binding.perform(() => {
      const note = insertNote(this.binding.doc, caret, { text: '' }, this.ids);
      return note === null ? null : collapsedAt({ block: note, offset: 0 });
    });
    this.editor.getRootElement()?.focus({ preventScroll: true });
  }

  /** Goes where the reference or the marker at the caret leads; from a footnote to its marker. */
  follow(): void {
    const caret = this.caret();
    const reader = this.binding.current();
    const block = caret && reader.block(caret.block);
    if (!caret || !block) return;
    const caller = callerOf(reader, block.id);
    if (caller !== null) {
      this.binding.update(() => $writeSelection(collapsedAt(caller), this.binding.$nodeOf));
      return;
    }
    const { offset } = caret;
    const reference = referencesIn(block.formats).find(({ start, end }) => start <= offset && offset <= end);
    const note = block.footnoteRefs.find((ref) => ref.offset === offset)?.note;
    const target = reference?.target ?? note;
    if (target !== undefined) this.listeners().onGo(reader.structure.holderOf(target) as BlockId);
  }
}
