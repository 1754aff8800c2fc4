import {
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $onUpdate,
  COLLABORATION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type * as Y from 'yjs';
import type { BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import type { IdSource } from '#shared/core/sources';
import type { Format, FormatRun } from '#shared/domain/formats';
import {
  currentReader,
  draftReader,
  hasTyped,
  insertBlocks,
  LOCAL,
  replaceText,
  writeTyped,
  type Caret,
  type DraftBlock,
  type DraftReader,
} from '#shared/schema/draft';
import { $createBlock, $createSection, $isBlock, $isSection, type BlockNode, type SectionNode } from './nodes';
import {
  $readFreshSelection,
  $readSelection,
  $refreshSelection,
  $writeSelection,
  collapsedAt,
  type ModelSelection,
} from './selection';
import { anchorSelection, resolveSelection, type AnchoredSelection } from './anchoredSelection';
import { noRemarks, type Remarks } from './remarks';
import { sectionsOf, startsChapter, type Section } from './sections';
import { ordered } from './selected';
import { StepCarets } from './stepCarets';
import { bringIntoSight } from '../../ui/sight';
import { $showsWords, $showWords, shownPlace } from './words';
import { offsetAfter, spliceAfter, spliceBetween, type Splice } from '#shared/core/textSplice';

/** What an update of the editor is called that the writer did not make: the page stays where it is. */
const others = [COLLABORATION_TAG, SKIP_SCROLL_INTO_VIEW_TAG];

/** An update of the editor: what it changed, and the states after and before it. */
interface PageUpdate {
  readonly dirtyElements: ReadonlyMap<NodeKey, boolean>;
  readonly dirtyLeaves: ReadonlySet<NodeKey>;
  readonly editorState: EditorState;
  readonly prevEditorState: EditorState;
}

/**
 * Binds the model to the editor. Structure goes from the model to Lexical only; typing goes from Lexical to the model, as one splice of the
 * block it happened in. Where the tree is found to differ in structure, its text is saved to the model and the tree is drawn again from it.
 */
export class Binding {
  readonly doc: Y.Doc;
  /** The draft, which may be a key behind the page (B8). */
  readonly reader: DraftReader;
  private readonly editor: LexicalEditor;
  private readonly undo: Y.UndoManager;
  private readonly steps: StepCarets;
  private readonly ids: IdSource;
  private readonly fullSection: number;
  private readonly keys = new Map<string, NodeKey>();
  private readonly sectionKeys = new Map<string, NodeKey>();
  /** The text of each block as Lexical last showed it with the model's consent: what was typed since is the difference to it. */
  private readonly agreed = new Map<string, string>();
  private sections: { readonly blocks: readonly DraftBlock[]; readonly list: readonly Section[] } | null = null;
  /** Blocks that hold the invisible character with which Lexical starts a composition; it is no part of the text. */
  private readonly composed = new Set<string>();
  /** How what is composed at a place looks, where that is not as the words beside it. */
  private composedLook: { readonly caret: Caret; readonly format: Format } | undefined;
  private pending: { order: boolean; changed: Set<BlockId> } | null = null;
  private performing = false;
  private patching = false;
  private caretBefore: AnchoredSelection | null = null;
  private caretWanted: ModelSelection | null = null;
  private readonly listeners = new Set<() => void>();
  /** Whether words that were typed are just being written to the model. */
  private absorbing = false;
  /** Whether this window's writer may not write in a block: what a composition wrote there all the same is taken off the page. */
  keptOut: (id: BlockId) => boolean = () => false;
  /** What is said about the text, and goes along with what is cut out of it and pasted. */
  remarks: Remarks = noRemarks;
  private readonly ending: (() => void)[] = [];

  constructor(editor: LexicalEditor, doc: Y.Doc, undo: Y.UndoManager, ids: IdSource, fullSection: number) {
    this.editor = editor;
    this.fullSection = fullSection;
    this.doc = doc;
    this.undo = undo;
    this.ids = ids;
    this.reader = draftReader(doc);
    this.draw();
    this.ending.push(
      this.reader.subscribe((change) => {
        this.pending ??= { order: false, changed: new Set() };
        this.pending.order ||= change.order;
        for (const id of change.changed) this.pending.changed.add(id);
      }),
      editor.registerUpdateListener((update) => this.follow(update)),
    );
    const before = (transaction: Y.Transaction): void => {
      if (this.performing || transaction.origin === LOCAL || hasTyped(doc)) return;
      this.caretBefore ??= this.anchoredSelection();
    };
    const after = (): void => {
      if (this.performing) return;
      this.flush();
      this.caretBefore = null;
    };
    doc.on('beforeTransaction', before);
    doc.on('afterTransaction', after);
    this.steps = new StepCarets(undo, {
      now: () => (this.absorbing ? this.anchored($readSelection()) : this.anchoredSelection()),
      isTyping: () => this.absorbing,
      goTo: (stored) => this.goTo(this.resolved(stored)),
    });
    this.ending.push(
      () => doc.off('beforeTransaction', before),
      () => doc.off('afterTransaction', after),
      () => this.steps.dispose(),
    );
  }

  dispose(): void {
    for (const end of this.ending.splice(0)) end();
  }

  /** The element of a block, while it is in the page. */
  elementOf(id: string): HTMLElement | null {
    const key = this.keys.get(id);
    return key === undefined ? null : this.editor.getElementByKey(key);
  }

  /** A range of a block's text as the browser has it, while the page shows that text. */
  domRange(id: BlockId, { start, end }: Range): globalThis.Range | null {
    const element = this.elementOf(id);
    const from = element && shownPlace(element, start);
    const to = element && shownPlace(element, end);
    if (!from || !to) return null;
    const painted = document.createRange();
    painted.setStart(from.text, from.offset);
    painted.setEnd(to.text, to.offset);
    return painted;
  }

  /** Where the line stands in which a place of a block is, while the page shows it; all of an empty block. */
  lineOf({ block, offset }: Caret): DOMRect {
    const line = this.domRange(block, { start: offset, end: offset })?.getClientRects()[0];
    return line ?? this.elementOf(block)?.getBoundingClientRect() ?? new DOMRect();
  }

  /** Brings the line in which a place of a block is into sight. */
  bringIntoSight(caret: Caret): void {
    const element = this.elementOf(caret.block);
    if (element) bringIntoSight(element, () => this.lineOf(caret));
  }

  readonly $nodeOf = (id: string): BlockNode | null => {
    const key = this.keys.get(id);
    const node = key === undefined ? null : $getNodeByKey(key);
    return $isBlock(node) && node.isAttached() ? node : null;
  };

  /** The draft with all that the page shows: for whoever brings a place on the page together with its words. */
  current(): DraftReader {
    return currentReader(this.doc);
  }

  /** Is told of each update of the page as soon as the draft has what it changed. Yields what ends it. */
  onUpdate(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Runs operations on the model from within a command of the editor, shows their outcome at once, and puts the caret where `act` says. */
  $perform(act: () => ModelSelection | null): void {
    this.$saveTyped();
    const from = this.anchored($readSelection());
    this.performing = true;
    let caret: ModelSelection | null = null;
    try {
      caret = this.steps.during(from, act, (outcome) => this.anchored(outcome));
    } finally {
      this.performing = false;
    }
    this.caretBefore = null;
    this.$patch(caret, null);
    if (caret) this.$show(caret);
  }

  /** A step of undo is through: where it is part of what is performed, that has the caret. */
  private goTo(caret: ModelSelection | null): void {
    if (this.performing) this.caretWanted = caret;
    else if (caret)
      this.update(() => {
        $writeSelection(caret, this.$nodeOf);
        this.$show(caret);
      });
  }

  /** Brings the place where the writer has done something into sight, once the update under way is on the page. */
  private $show(selection: ModelSelection): void {
    $onUpdate(() => this.bringIntoSight(ordered(this.reader, selection).from));
  }

  /** The same from outside of an update. */
  perform(act: () => ModelSelection | null): void {
    this.update(() => this.$perform(act));
  }

  /** Runs an update of the editor at once, from outside of one; the editor has all that the page shows by then (B8). */
  update($act: () => void, tag: readonly string[] = []): void {
    writeTyped(this.doc);
    this.editor.update($act, { discrete: true, tag: [...tag] });
  }

  /** Where the browser has the selection, or the editor last had it. */
  selection(): ModelSelection | null {
    writeTyped(this.doc);
    return this.editor.getEditorState().read(() => $readFreshSelection(this.editor), { editor: this.editor });
  }

  /** Takes back (or does again) a step; the caret goes where it was. */
  $undo(direction: 'undo' | 'redo'): void {
    this.$perform(() => {
      this.caretWanted = null;
      this.undo[direction]();
      const caret = this.caretWanted;
      this.caretWanted = null;
      return caret;
    });
  }

  /** After a failure within the editor: draws the text anew from the model, where the page no longer shows it. */
  recover(): void {
    writeTyped(this.doc);
    const isWhole = this.editor.getEditorState().read(
      () =>
        this.isAsModelled($getRoot()) &&
        $getRoot()
          .getChildren()
          .every((section) => this.isAsModelled(section)) &&
        this.reader.blocks.every(
          ({ id, text }) => this.$nodeOf(id)?.getTextContent() === text && this.elementOf(id)?.textContent === text,
        ),
    );
    if (!isWhole) this.draw();
  }

  /** Whether the draft has something that the page does not show yet. */
  get isBehind(): boolean {
    return this.pending !== null;
  }

  /** Brings what waited for the end of a composition to the screen. */
  flush(): void {
    writeTyped(this.doc);
    if (this.pending === null || this.patching) return;
    if (this.editor.isComposing() && this.pending.order) return;
    this.update(() => {
      $refreshSelection(this.editor);
      const caret = this.caretWanted ?? (this.caretBefore && this.resolved(this.caretBefore));
      this.caretWanted = null;
      this.caretBefore = null;
      this.$patch(caret, this.editor.isComposing() ? ($readSelection()?.focus.block ?? null) : null);
    }, others);
  }

  anchoredSelection(): AnchoredSelection | null {
    return this.anchored(this.selection());
  }

  /** A selection by its words, to be found again with `resolved`. */
  anchored(plain: ModelSelection | null): AnchoredSelection | null {
    return plain && anchorSelection(this.doc, plain);
  }

  /** Where the selection is now; `null` if its blocks are gone. */
  resolved(selection: AnchoredSelection): ModelSelection | null {
    return resolveSelection(this.doc, selection);
  }

  private sectionList(): readonly Section[] {
    const { blocks } = this.reader;
    if (this.sections?.blocks !== blocks)
      this.sections = { blocks, list: sectionsOf(blocks, this.fullSection, (id) => this.sectionKeys.has(id)) };
    return this.sections.list;
  }

  /** Draws the whole text. */
  private draw(): void {
    this.update(() => {
      this.patching = true;
      $getRoot().clear();
      this.keys.clear();
      this.sectionKeys.clear();
      this.agreed.clear();
      this.pending = null;
      this.$arrange();
      this.patching = false;
    }, others);
  }

  /** Brings the pending changes of the model into the tree; those of the block in which a composition holds the screen, later. */
  private $patch(caret: ModelSelection | null, composing: BlockId | null): void {
    const change = this.pending;
    this.pending = null;
    this.patching = true;
    const wasPerforming = this.performing;
    this.performing = true;
    const held = $readSelection();
    let moved = held && this.$outOfDeleted(held);
    /** The block that is composed in stays as it is until the composition ends, and the caret in it: the model has it elsewhere. */
    let isHeld = false;
    if (change !== null) {
      for (const id of change.changed) {
        const node = this.$nodeOf(id);
        if (node === null || this.reader.block(id) === null) continue;
        this.$save(node, null);
        const block = this.reader.block(id);
        if (block === null) continue;
        node.setKind(block.kind, block.level);
        if (id === composing && (this.$textOf(node) !== block.text || !$showsWords(node, block))) {
          this.pending ??= { order: false, changed: new Set() };
          this.pending.changed.add(id);
          isHeld = true;
          continue;
        }
        moved = this.$setWords(node, block, moved);
      }
      if (change.order || this.$sectionsChanged(change.changed)) this.$arrange();
    }
    this.performing = wasPerforming;
    this.patching = false;
    if (this.$isShown()) this.pending = null;
    const wanted = isHeld ? null : (caret ?? moved);
    if (wanted !== null && (change !== null || caret !== null)) $writeSelection(wanted, this.$nodeOf);
  }

  /** Where a selection goes whose blocks were deleted: its ends, to the end of what stood before them, which the page shows until it is arranged anew. */
  private $outOfDeleted({ anchor, focus }: ModelSelection): ModelSelection | null {
    const from = this.$stillThere(anchor);
    const to = this.$stillThere(focus);
    return from && to && { anchor: from, focus: to };
  }

  private $stillThere(place: Caret): Caret | null {
    const { reader } = this;
    if (reader.block(place.block) !== null) return place;
    const shown = $getRoot()
      .getChildren()
      .flatMap((section) => ($isSection(section) ? section.getChildren().filter($isBlock) : []))
      .map((block) => block.getBlockId());
    const before = shown.slice(0, shown.indexOf(place.block)).findLast((id) => reader.block(id) !== null);
    const block = before === undefined ? null : reader.block(before);
    if (block) return { block: block.id, offset: block.text.length };
    const first = reader.blocks[0];
    return first ? { block: first.id, offset: 0 } : null;
  }

  /** Whether a block became, or is no longer, one that starts a section. */
  private $sectionsChanged(changed: ReadonlySet<BlockId>): boolean {
    for (const id of changed) {
      const block = this.reader.block(id);
      if (block === null || this.reader.indexOf(id) === 0) continue;
      const isAnchor = this.sectionKeys.has(id);
      const isDue = isAnchor || (this.$nodeOf(id)?.getIndexWithinParent() ?? 0) >= this.fullSection;
      if ((startsChapter(block) && isDue) !== isAnchor) return true;
    }
    return false;
  }

  /** Sets a block's words; yields the selection as it is afterwards. */
  private $setWords(node: BlockNode, block: DraftBlock, selection: ModelSelection | null): ModelSelection | null {
    const splice = spliceBetween(node.getTextContent(), block.text, null);
    this.agreed.set(node.__block, block.text);
    $showWords(node, block);
    if (splice === null || selection === null) return selection;
    const shift = (caret: ModelSelection['anchor']): ModelSelection['anchor'] =>
      caret.block === node.getBlockId() ? { ...caret, offset: offsetAfter(caret.offset, splice) } : caret;
    return { anchor: shift(selection.anchor), focus: shift(selection.focus) };
  }

  private $newBlock(block: DraftBlock): BlockNode {
    const node = $createBlock(block.id, block.kind, block.level);
    $showWords(node, block);
    this.keys.set(block.id, node.getKey());
    this.agreed.set(block.id, block.text);
    return node;
  }

  /** Makes the tree have exactly the model's blocks, in its order; nodes of blocks that stay are kept. */
  private $arrange(): void {
    const root = $getRoot();
    const wantedSections = this.sectionList();
    const sections: SectionNode[] = [];
    for (const { anchor, blocks } of wantedSections) {
      const known = $getNodeByKey(this.sectionKeys.get(anchor) ?? '');
      const section = $isSection(known) && known.isAttached() ? known : $createSection(anchor);
      this.sectionKeys.set(anchor, section.getKey());
      sections.push(section);
      // A block that comes from another section gets a new node: Lexical's reconciler can lose its place when a node changes parents.
      const wanted = blocks.map((block) => {
        const node = this.$nodeOf(block.id);
        return node?.getParent()?.is(section) ? node : this.$newBlock(block);
      });
      const present = section.getChildren();
      if (wanted.length === present.length && wanted.every((node, index) => node.is(present[index]))) continue;
      // Only what lies between the unchanged ends is exchanged.
      let head = 0;
      while (head < wanted.length && head < present.length && wanted[head]?.is(present[head])) head += 1;
      let tail = 0;
      while (
        tail < wanted.length - head &&
        tail < present.length - head &&
        wanted[wanted.length - 1 - tail]?.is(present[present.length - 1 - tail])
      ) {
        tail += 1;
      }
      section.splice(head, present.length - head - tail, wanted.slice(head, wanted.length - tail));
    }
    const present = root.getChildren();
    if (!(sections.length === present.length && sections.every((node, index) => node.is(present[index])))) {
      root.splice(0, present.length, sections);
    }
    if (this.sectionKeys.size > sections.length) {
      const anchors = new Set(wantedSections.map(({ anchor }) => anchor));
      for (const anchor of this.sectionKeys.keys()) if (!anchors.has(anchor)) this.sectionKeys.delete(anchor);
    }
    if (this.keys.size > this.reader.blocks.length) {
      for (const id of this.keys.keys()) {
        if (this.reader.indexOf(id) !== null) continue;
        this.keys.delete(id);
        this.agreed.delete(id);
      }
    }
  }

  /** Puts the invisible character that a composition in an empty block needs to stand on. `format`: how what is composed looks, where that is not as the words beside it. */
  $startComposing(caret: Caret, placeholder: string, format: Format | undefined): void {
    this.composedLook = format && { caret, format };
    const node = this.$nodeOf(caret.block);
    if (node === null || node.getTextContent() !== '') return;
    this.composed.add(caret.block);
    const text = $createTextNode(placeholder);
    node.append(text);
    text.select();
  }

  /** What is composed next looks as the words beside it. */
  endComposing(): void {
    this.composedLook = undefined;
  }

  /** The formats of what was typed into a block: those of a composition for its first sign, which the next ones follow. */
  private formatsOfTyped(block: BlockId, { start, end, inserted }: Splice): readonly FormatRun[] | undefined {
    const { caret, format } = this.composedLook ?? {};
    if (format === undefined || caret?.block !== block || caret.offset !== start || start !== end) return undefined;
    this.composedLook = undefined;
    return [{ start: 0, end: inserted.length, ...format }];
  }

  private $textOf(node: BlockNode): string {
    const text = node.getTextContent();
    if (!this.composed.has(node.__block)) return text;
    const typed = text.replaceAll(/[\u200b\u00a0]/gu, '');
    if (typed === text) this.composed.delete(node.__block);
    return typed;
  }

  /** Writes to the model what was typed into one block. */
  private $save(node: BlockNode, caret: number | null): void {
    const id = node.getBlockId();
    const block = this.reader.block(id);
    if (block === null) return;
    const text = this.$textOf(node);
    const agreed = this.agreed.get(id) ?? block.text;
    const splice = spliceBetween(agreed, text, caret);
    if (splice === null) return;
    if (this.keptOut(id)) {
      this.drawSoon(collapsedAt({ block: id, offset: splice.start }));
      return;
    }
    const others = spliceBetween(agreed, block.text, null);
    const splices = others === null ? [splice] : spliceAfter(splice, others);
    this.agreed.set(id, text);
    const formats = this.formatsOfTyped(id, splice);
    for (const { start, end, inserted } of splices) replaceText(this.doc, id, { start, end }, inserted, formats);
  }

  /** Saves what stands in the selected blocks and is not in the model yet. Called before an operation, within an update. */
  private $saveTyped(): void {
    const selection = $readSelection();
    if (selection === null) return;
    this.performing = true;
    for (const caret of [selection.anchor, selection.focus]) {
      const node = this.$nodeOf(caret.block);
      if (node) this.$save(node, caret.offset);
    }
    this.performing = false;
  }

  /** Brings an update of the page into the draft. */
  private follow(update: PageUpdate): void {
    if (this.patching) return;
    update.editorState.read(() => this.$absorb(update));
    if (hasTyped(this.doc)) return;
    for (const listener of this.listeners) listener();
  }

  /** Reads what an update of the editor changed. */
  private $absorb({ dirtyElements, dirtyLeaves, prevEditorState: before }: PageUpdate): void {
    const touched = new Set<BlockNode>();
    let suspect = false;
    const note = (node: LexicalNode | null): void => {
      for (let at = node; at !== null; at = at.getParent()) {
        if ($isBlock(at)) {
          touched.add(at);
          return;
        }
      }
      if (node !== null) suspect = true;
    };
    for (const key of dirtyLeaves) note($getNodeByKey(key));
    for (const [key, intended] of dirtyElements) {
      if (!intended) continue;
      const node = $getNodeByKey(key);
      if ($isBlock(node)) touched.add(node);
      // Lexical names the root at each update; whose children are others is another node.
      else if (node !== null && node !== $getNodeByKey(key, before) && !this.isAsModelled(node)) suspect = true;
      else if (node === null && [...this.keys.values()].includes(key)) suspect = true;
    }
    const caret = $readSelection()?.focus ?? null;
    this.performing = this.absorbing = true;
    for (const node of touched) {
      if (node.getChildren().some((child) => !$isTextNode(child)) || this.keys.get(node.__block) !== node.getKey())
        suspect = true;
      else this.$save(node, caret?.block === node.getBlockId() ? caret.offset : null);
    }
    if (suspect) this.$heal();
    this.performing = this.absorbing = false;
    if (this.$isShown()) this.pending = null;
    else if (!this.editor.isComposing()) queueMicrotask(() => this.flush());
  }

  /** Whether all that is pending is what was typed here, and so on the screen already. */
  private $isShown(): boolean {
    if (this.pending === null) return true;
    if (this.pending.order) return false;
    return [...this.pending.changed].every((id) => {
      const block = this.reader.block(id);
      const node = block && this.$nodeOf(id);
      if (block?.text !== this.agreed.get(id)) return false;
      return !node || $showsWords(node, block);
    });
  }

  private isAsModelled(node: LexicalNode): boolean {
    const wanted = this.sectionList();
    if (node.is($getRoot())) {
      const sections = $getRoot().getChildren();
      return (
        sections.length === wanted.length &&
        sections.every((section, index) => $isSection(section) && section.anchor === wanted[index]?.anchor)
      );
    }
    if (!$isSection(node)) return false;
    const blocks = wanted.find(({ anchor }) => anchor === node.anchor)?.blocks ?? [];
    const children = node.getChildren();
    return (
      children.length === blocks.length &&
      children.every((child, index) => $isBlock(child) && child.__block === blocks[index]?.id)
    );
  }

  /** The tree is not what the model says: saves every word in it that the model lacks, and draws it anew. */
  private $heal(): void {
    const seen = new Set<string>();
    const strays: { after: BlockId | null; text: string }[] = [];
    let last: BlockId | null = null;
    const visit = (node: LexicalNode): void => {
      if ($isBlock(node) && this.reader.block(node.__block) !== null && !seen.has(node.__block)) {
        seen.add(node.__block);
        last = node.getBlockId();
        if (node.getChildren().every((child) => $isTextNode(child))) this.$save(node, null);
        else replaceText(this.doc, last, { start: 0, end: Infinity }, node.getTextContent());
        return;
      }
      if ($isElementNode(node) && !$isBlock(node)) {
        for (const child of node.getChildren()) visit(child);
        return;
      }
      const text = node.getTextContent().trim();
      const copied = $isBlock(node) && this.reader.block(node.__block)?.text.trim() === text;
      if (text !== '' && !copied) strays.push({ after: last, text });
    };
    visit($getRoot());
    const caret = $readSelection();
    for (const { after, text } of strays) insertBlocks(this.doc, after, [{ kind: 'paragraph', text }], this.ids);
    this.drawSoon(caret);
  }

  /** Draws the whole text once the update under way is through, with the caret there: the browser would have it at the start of the text. */
  private drawSoon(caret: ModelSelection | null): void {
    queueMicrotask(() => {
      this.draw();
      if (caret) this.update(() => $writeSelection(caret, this.$nodeOf));
    });
  }
}
