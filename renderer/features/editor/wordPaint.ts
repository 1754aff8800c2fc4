import type { LexicalEditor } from 'lexical';
import type { BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import type { BlockRange } from '#shared/schema/draft';
import type { Binding } from './binding';
import { BlockNode } from './nodes';

const AWAKE_OR_NOT = 'contentvisibilityautostatechange';

/** Words of one block, and how they look: one of the looks that the paint was made with. */
interface PaintedWords<Look extends string> {
  readonly look: Look;
  /** UTF-16 code units of the block's text. */
  readonly rangeInText: Range;
}

/**
 * Paints words beside the text, by the CSS Custom Highlight API: they are no part of it. Kept for each block, so that a key costs what its
 * own block costs. The style sheet draws a look as `::highlight(editor-<look>)`; where looks meet, the later one wins. For each
 * key the browser marks all painted words of the page anew, so only chapters that it renders are painted: those near the screen.
 */
export class WordPaint<Look extends string> {
  private readonly binding: Binding;
  private readonly looks: readonly Look[];
  private readonly words = new Map<BlockId, readonly PaintedWords<Look>[]>();
  private readonly painted = new Map<BlockId, readonly AbstractRange[]>();
  /** `null` where the browser cannot. */
  private readonly highlights: ReadonlyMap<Look, Highlight> | null;
  private readonly stale = new Set<BlockId>();
  /** Chapters too far from the screen to be rendered (`content-visibility`). */
  private readonly asleep = new WeakSet<Element>();
  private readonly ending: readonly (() => void)[];
  private frame = 0;

  constructor(editor: LexicalEditor, binding: Binding, looks: readonly Look[]) {
    this.binding = binding;
    this.looks = looks;
    const withPriority = (priority: number): Highlight => Object.assign(new Highlight(), { priority });
    this.highlights =
      typeof Highlight === 'undefined' ? null : new Map(looks.map((look, at) => [look, withPriority(at)]));
    // Drawn anew, a block has other nodes than those that were painted.
    const stopListening = editor.registerMutationListener(BlockNode, (mutations) => {
      if (this.words.size === 0) return;
      for (const key of mutations.keys()) {
        const id = editor.getElementByKey(key)?.dataset['blockId'] as BlockId | undefined;
        if (id !== undefined && this.words.has(id)) this.paintLater(id);
      }
    });
    const root = editor.getRootElement();
    const turn = (event: Event): void => this.turn(event as ContentVisibilityAutoStateChangeEvent);
    root?.addEventListener(AWAKE_OR_NOT, turn, { capture: true });
    this.ending = [stopListening, () => root?.removeEventListener(AWAKE_OR_NOT, turn, { capture: true })];
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    for (const end of this.ending) end();
    for (const look of this.looks) CSS.highlights.delete(`editor-${look}`);
  }

  /** These words of a block, and no others of it. */
  show(block: BlockId, words: readonly PaintedWords<Look>[]): void {
    if (words.length > 0) this.words.set(block, words);
    else if (!this.words.delete(block)) return;
    this.paintLater(block);
  }

  /** These words, and no others anywhere. */
  showAll(words: readonly (BlockRange & { readonly look: Look })[]): void {
    const byBlock = new Map<BlockId, PaintedWords<Look>[]>([...this.words.keys()].map((block) => [block, []]));
    for (const { block, look, rangeInText } of words) {
      const ofBlock = byBlock.get(block) ?? [];
      ofBlock.push({ look, rangeInText });
      byBlock.set(block, ofBlock);
    }
    for (const [block, ofBlock] of byBlock) this.show(block, ofBlock);
  }

  /** The painted words at a point of the window, in CSS pixels. */
  at(x: number, y: number): BlockRange | null {
    const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-block-id]');
    const block = element?.dataset['blockId'] as BlockId | undefined;
    if (block === undefined) return null;
    const found = this.words.get(block)?.find(({ rangeInText }) => {
      const rects = this.binding.domRange(block, rangeInText)?.getClientRects() ?? [];
      return [...rects].some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
    });
    return found ? { block, rangeInText: found.rangeInText } : null;
  }

  private turn({ target, skipped }: ContentVisibilityAutoStateChangeEvent): void {
    if (!(target instanceof Element)) return;
    if (skipped) this.asleep.add(target);
    else this.asleep.delete(target);
    for (const { dataset } of target.querySelectorAll<HTMLElement>('[data-block-id]')) {
      const block = dataset['blockId'] as BlockId;
      if (this.words.has(block)) this.paintLater(block);
    }
  }

  private isAsleep(block: BlockId): boolean {
    const chapter = this.binding.elementOf(block)?.parentElement;
    return chapter !== null && chapter !== undefined && this.asleep.has(chapter);
  }

  private paintLater(block: BlockId): void {
    if (this.stale.size === 0) this.frame = requestAnimationFrame(() => this.paint());
    this.stale.add(block);
  }

  private paint(): void {
    for (const block of this.stale) {
      for (const former of this.painted.get(block) ?? [])
        for (const highlight of this.highlights?.values() ?? []) highlight.delete(former);
      const painted = (this.isAsleep(block) ? [] : (this.words.get(block) ?? [])).flatMap(({ look, rangeInText }) => {
        const range = this.binding.domRange(block, rangeInText);
        if (range) this.highlights?.get(look)?.add(range);
        return range ?? [];
      });
      if (painted.length === 0) this.painted.delete(block);
      else this.painted.set(block, painted);
    }
    this.stale.clear();
    for (const [look, highlight] of this.highlights ?? []) {
      const name = `editor-${look}`;
      if (highlight.size === 0) CSS.highlights.delete(name);
      else if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
    }
  }
}
