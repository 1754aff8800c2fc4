import type { LexicalEditor } from 'lexical';
import type { Awareness } from 'y-protocols/awareness';
import { blockId, type BlockId } from '#shared/core/ids';
import { deleteBlocks, keepRescued, moveBlocks } from '#shared/schema/draft';
import { lockedInWay, moveTo, type Move } from './arranging';
import type { Binding } from './binding';
import { Cursors } from './cursors';
import type { BlockMark, BlockNote, CommentedWords, Peek, ShownMarks } from './marks';
import { changesElements } from './nodes';
import { collapsedAt } from './selection';
import { paneOf } from '../../ui/sight';
import type { EditorStrings } from './strings';

interface Shown {
  readonly lines: ReadonlyMap<BlockId, { readonly first: number }> | null;
  readonly marks: ReadonlyMap<BlockId, BlockMark>;
  readonly showMarks: ShownMarks;
  readonly commented: readonly CommentedWords[];
  /** Shows what was said there. */
  readonly onComment: (id: string) => void;
  readonly notes: ReadonlyMap<BlockId, BlockNote>;
  readonly strings: EditorStrings;
  readonly readOnly: boolean;
  /** `null` where there is no former wording to look at. */
  readonly onPeek: Peek | null;
}

interface Drop {
  readonly move: Move;
  readonly top: number;
}

/** How near the window's edge, in pixels, dragging scrolls. */
const SCROLL_EDGE = 60;
/** How far down a badge stands that has a bubble above it, in pixels: below that, and above the badge of the block after one of a single line. */
const BELOW_A_BUBBLE = 19;

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

/**
 * What lies over the page without being in it: the handle that moves a block, line numbers, the count of amendments, what is to be settled about
 * a rescued block, and the others' cursors. Only what is near the screen is measured, at most once a frame.
 */
export class Margin {
  private readonly binding: Binding;
  private readonly layer: HTMLElement;
  private readonly root: HTMLElement;
  private readonly handle = make('button', 'editor__handle');
  private readonly indicator = make('div', 'editor__drop');
  private readonly notes = make('div', 'editor__notes');
  private readonly cursors: Cursors;
  private shown: Shown;
  /** The notes on the page, by what they say and of which block. */
  private shownNotes: ReadonlyMap<string, HTMLElement> = new Map();
  private readonly commentsAt = new Map<BlockId, readonly CommentedWords[]>();
  private hovered: BlockId | null = null;
  private frame = 0;
  private readonly ending: (() => void)[] = [];

  constructor(
    editor: LexicalEditor,
    binding: Binding,
    awareness: Awareness,
    layer: HTMLElement,
    root: HTMLElement,
    shown: Shown,
  ) {
    this.binding = binding;
    this.cursors = new Cursors(awareness, binding);
    this.layer = layer;
    this.root = root;
    this.shown = shown;
    this.handle.type = 'button';
    this.handle.tabIndex = -1;
    this.handle.hidden = true;
    this.handle.textContent = '⠿';
    this.indicator.hidden = true;
    layer.append(this.notes, this.cursors.layer, this.handle, this.indicator);
    const wrapper = layer.parentElement ?? layer;
    const later = (): void => {
      this.later();
    };
    // Where this window's own caret is shows nowhere here.
    const heard = (_change: unknown, origin: unknown): void => {
      if (origin !== 'local') later();
    };
    const hover = (event: PointerEvent): void => {
      this.hover(event);
    };
    const leave = (): void => {
      this.hovered = null;
      later();
    };
    const grab = (event: PointerEvent): void => {
      this.drag(event);
    };
    wrapper.addEventListener('pointermove', hover);
    wrapper.addEventListener('pointerleave', leave);
    this.handle.addEventListener('pointerdown', grab);
    window.addEventListener('scroll', later, { capture: true, passive: true });
    const resized = new ResizeObserver(later);
    resized.observe(root);
    awareness.on('change', heard);
    // Letters alone move nothing but others' cursors, unless a line more makes the page longer.
    const updated = ({ dirtyElements }: { readonly dirtyElements: ReadonlyMap<string, boolean> }): void => {
      if (this.cursors.some || changesElements(dirtyElements)) later();
    };
    this.ending.push(editor.registerUpdateListener(updated), () => {
      wrapper.removeEventListener('pointermove', hover);
      wrapper.removeEventListener('pointerleave', leave);
      this.handle.removeEventListener('pointerdown', grab);
      window.removeEventListener('scroll', later, { capture: true });
      resized.disconnect();
      awareness.off('change', heard);
      cancelAnimationFrame(this.frame);
      layer.replaceChildren();
    });
    this.later();
  }

  dispose(): void {
    for (const end of this.ending) end();
  }

  show(shown: Shown): void {
    if (shown.commented !== this.shown.commented) {
      this.commentsAt.clear();
      for (const comment of shown.commented)
        if (comment.id !== null)
          this.commentsAt.set(comment.block, [...(this.commentsAt.get(comment.block) ?? []), comment]);
    }
    // In another language every note says other words.
    if (shown.strings !== this.shown.strings) this.shownNotes = new Map();
    this.shown = shown;
    this.later();
  }

  private later(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.layout();
    });
  }

  private hover(event: PointerEvent): void {
    if (this.shown.readOnly || (event.target instanceof Element && this.handle.contains(event.target))) return;
    const block = this.blockAt(event.clientY, event.target);
    if (block === this.hovered) return;
    this.hovered = block;
    this.later();
  }

  private blockAt(clientY: number, target: EventTarget | null): BlockId | null {
    const direct = target instanceof Element ? target.closest<HTMLElement>('[data-block-id]') : null;
    const { left, width } = this.root.getBoundingClientRect();
    const element =
      direct ?? document.elementFromPoint(left + width / 2, clientY)?.closest<HTMLElement>('[data-block-id]');
    const id = element && this.root.contains(element) ? element.dataset['blockId'] : undefined;
    return id === undefined ? null : blockId(id);
  }

  private layout(): void {
    const origin = this.layer.getBoundingClientRect();
    const { strings } = this.shown;
    const element = this.hovered === null ? null : this.binding.elementOf(this.hovered);
    const movable =
      element !== null &&
      this.hovered !== null &&
      this.binding.reader.block(this.hovered)?.kind !== 'title' &&
      !this.binding.keptOut(this.hovered);
    this.handle.hidden = !movable || this.shown.readOnly;
    if (this.handle.title !== strings.move) {
      this.handle.title = strings.move;
      this.handle.setAttribute('aria-label', strings.move);
    }
    if (movable) {
      const box = element.getBoundingClientRect();
      this.handle.style.transform = `translate(${this.columns(element).handle - origin.left}px, ${box.top - origin.top}px)`;
    }
    this.layoutNotes(origin);
    this.cursors.layout(origin, this.hovered);
  }

  private *nearBlocks(): Generator<HTMLElement> {
    const height = window.innerHeight;
    const chapters = this.root.children;
    const isAbove = (chapter: Element | undefined): boolean => (chapter?.getBoundingClientRect().bottom ?? 0) < -height;
    // Chapters stand below each other: halving finds the first one near without measuring all.
    let [first, end] = [0, chapters.length];
    while (first < end) {
      const middle = (first + end) >> 1;
      if (isAbove(chapters[middle])) first = middle + 1;
      else end = middle;
    }
    for (let at = first; at < chapters.length; at += 1) {
      const chapter = chapters[at];
      if (!chapter || chapter.getBoundingClientRect().top > 2 * height) return;
      for (const child of chapter.children) if (child instanceof HTMLElement) yield child;
    }
  }

  /** Where the columns of the margin are, in pixels of the window: they are the same for every block of a chapter. */
  private columns(block: HTMLElement): {
    handle: number;
    line: number;
    text: number;
    amendments: number;
    badge: number;
  } {
    const chapter = (block.parentElement ?? block).getBoundingClientRect();
    return {
      handle: chapter.left + 10,
      line: chapter.left + 6,
      text: chapter.left + 88,
      amendments: chapter.right - 60,
      badge: chapter.right - 84,
    };
  }

  /** Makes only the notes that were not there: what stays is moved where it belongs, and most frames move nothing. */
  private layoutNotes(origin: DOMRect): void {
    const { lines, marks, showMarks, readOnly, notes: said } = this.shown;
    const { reader } = this.binding;
    const { commentsAt } = this;
    const former = this.shownNotes;
    const notes = new Map<string, HTMLElement>();
    const isNoted = lines !== null || marks.size > 0 || commentsAt.size > 0 || said.size > 0;
    for (const element of isNoted || reader.blocks.some(({ rescued }) => rescued) ? this.nearBlocks() : []) {
      const block = reader.block(element.dataset['blockId'] ?? '');
      if (block === null) continue;
      const line = lines?.get(block.id);
      const mark = marks.get(block.id);
      const open = mark?.openAmendments ?? 0;
      const isMarked = showMarks !== 'off' && mark !== undefined && mark.status !== 'unchanged';
      const comments = commentsAt.get(block.id) ?? [];
      const note = said.get(block.id);
      if (line === undefined && open === 0 && !block.rescued && !isMarked && comments.length === 0 && !note) continue;
      const box = element.getBoundingClientRect();
      const columns = this.columns(element);
      /** `what` names all that is said with the note: the same words are the same element. */
      const place = (what: string, make: () => HTMLElement, left: number, offset = 0): void => {
        const key = `${block.id} ${what}`;
        const element = former.get(key) ?? make();
        const transform = `translate(${left - origin.left}px, ${box.top - origin.top + offset}px)`;
        if (element.style.transform !== transform) element.style.transform = transform;
        notes.set(key, element);
      };
      if (line !== undefined) place(`line ${line.first}`, () => this.lineNumber(line.first), columns.line);
      if (open > 0) place(`amendments ${open}`, () => this.amendmentSign(open), columns.amendments);
      const [first] = comments;
      if (first)
        place(
          `comments ${comments.length} ${first.look} ${first.id}`,
          () => this.commentSign(first, comments.length),
          columns.amendments + 30,
        );
      if (isMarked)
        place(
          `mark ${mark.status} ${mark.movedFrom}`,
          () => this.badge(block.id, mark),
          columns.badge,
          open > 0 || comments.length > 0 ? BELOW_A_BUBBLE : 0,
        );
      // A heading has room above it; elsewhere a line of text stands there.
      const isAbove = note?.kind === 'lock';
      const signsBefore = Number(open > 0 || comments.length > 0) + Number(isMarked);
      if (note)
        place(
          `note ${note.kind} ${note.text} ${note.title}`,
          () => this.noteSign(note),
          isAbove ? columns.text : columns.badge,
          isAbove ? -20 : signsBefore * BELOW_A_BUBBLE,
        );
      if (block.rescued)
        place(
          `rescued ${readOnly || this.binding.keptOut(block.id)}`,
          () => this.rescueSign(block.id),
          columns.text,
          box.height,
        );
    }
    const [before, after] = [[...former.values()], [...notes.values()]];
    this.shownNotes = notes;
    if (before.length !== after.length || before.some((note, index) => note !== after[index]))
      this.notes.replaceChildren(...after);
  }

  private lineNumber(line: number): HTMLElement {
    const note = make('span', 'editor__line');
    note.textContent = String(line);
    note.title = this.shown.strings.line(line);
    return note;
  }

  private amendmentSign(open: number): HTMLElement {
    const note = make('span', 'editor__amendments');
    note.textContent = String(open);
    note.title = this.shown.strings.amendments(open);
    return note;
  }

  private rescueSign(block: BlockId): HTMLElement {
    const { strings, readOnly } = this.shown;
    const note = make('div', 'editor__rescue');
    note.append(strings.rescued);
    const { doc } = this.binding;
    if (!readOnly && !this.binding.keptOut(block)) {
      note.append(this.button(strings.keep, () => this.settle(block, () => keepRescued(doc, block))));
      note.append(this.button(strings.remove, () => this.settle(block, () => deleteBlocks(doc, [block]))));
    }
    return note;
  }

  /** Does what was chosen for a rescued block, and goes on in the text: the button that had the focus is gone. */
  private settle(block: BlockId, act: () => void): void {
    const { binding } = this;
    binding.perform(() => {
      const { reader } = binding;
      const before = reader.blocks[(reader.indexOf(block) ?? 0) - 1] ?? null;
      act();
      const goOn = reader.block(block) ?? before;
      return goOn && collapsedAt({ block: goOn.id, offset: goOn.text.length });
    });
    this.root.focus({ preventScroll: true });
  }

  /** What became of the block, in a word; the former wording for whoever rests on it or clicks. By keyboard F9 does the same. */
  private badge(block: BlockId, { status, movedFrom }: BlockMark): HTMLButtonElement {
    const { strings } = this.shown;
    const badge = make('button', 'editor__badge');
    badge.type = 'button';
    badge.tabIndex = -1;
    badge.dataset['mark'] = status;
    badge.textContent = strings.badge[status];
    badge.title = [strings.status[status], movedFrom].filter(Boolean).join(': ');
    badge.addEventListener('pointerenter', () => this.shown.onPeek?.(block, false));
    badge.addEventListener('pointerleave', () => this.shown.onPeek?.(null, false));
    badge.addEventListener('click', () => this.shown.onPeek?.(block, true));
    return badge;
  }

  private noteSign({ kind, text, title }: BlockNote): HTMLElement {
    const sign = make('span', 'editor__note');
    sign.dataset['kind'] = kind;
    sign.textContent = text;
    sign.title = title;
    return sign;
  }

  /** How many comments are about the block, as a bubble; the first of them for whoever presses it. By keyboard Alt+F8 does the same. */
  private commentSign({ id, look }: CommentedWords, count: number): HTMLButtonElement {
    const sign = make('button', 'editor__comments');
    sign.type = 'button';
    sign.tabIndex = -1;
    sign.dataset['look'] = look;
    sign.textContent = String(count);
    sign.title = this.shown.strings.comments(count);
    sign.setAttribute('aria-label', sign.title);
    sign.addEventListener('click', () => {
      if (id !== null) this.shown.onComment(id);
    });
    return sign;
  }

  private button(label: string, act: () => void): HTMLButtonElement {
    const button = make('button', 'editor__action');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', act);
    return button;
  }

  private drag(start: PointerEvent): void {
    const moved = this.hovered;
    if (moved === null || start.button !== 0) return;
    start.preventDefault();
    this.handle.setPointerCapture(start.pointerId);
    this.layer.dataset['dragging'] = 'true';
    let drop: Drop | null = null;
    const track = (event: PointerEvent): void => {
      drop = this.dropAt(moved, event.clientY);
      this.indicator.hidden = drop === null;
      if (drop !== null)
        this.indicator.style.transform = `translateY(${drop.top - this.layer.getBoundingClientRect().top}px)`;
      const pane = paneOf(this.root);
      if (event.clientY < SCROLL_EDGE) pane?.scrollBy(0, -16);
      else if (event.clientY > window.innerHeight - SCROLL_EDGE) pane?.scrollBy(0, 16);
    };
    const end = (event: Event): void => {
      this.handle.removeEventListener('pointermove', track);
      this.handle.removeEventListener('pointerup', end);
      this.handle.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', cancel, { capture: true });
      this.indicator.hidden = true;
      delete this.layer.dataset['dragging'];
      const target = drop;
      if (event.type === 'pointerup' && target !== null) {
        this.binding.perform(() => {
          moveBlocks(this.binding.doc, target.move.ids, target.move.after);
          return collapsedAt({ block: moved, offset: 0 });
        });
      }
    };
    const cancel = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') end(event);
    };
    this.handle.addEventListener('pointermove', track);
    this.handle.addEventListener('pointerup', end);
    this.handle.addEventListener('pointercancel', end);
    window.addEventListener('keydown', cancel, { capture: true });
  }

  private dropAt(moved: BlockId, clientY: number): Drop | null {
    const target = this.blockAt(clientY, null);
    const element = target === null ? null : this.binding.elementOf(target);
    if (target === null || element === null) return null;
    const box = element.getBoundingClientRect();
    const position = clientY < box.top + box.height / 2 ? 'before' : 'after';
    const { reader, keptOut } = this.binding;
    const move = moveTo(reader.blocks, moved, target, position);
    if (move === null || lockedInWay(reader, move, keptOut) !== null) return null;
    return { move, top: position === 'before' ? box.top - 2 : box.bottom + 2 };
  }
}
