import type { LexicalEditor } from 'lexical';
import type { BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import type { Binding } from './binding';
import type { FoundPlace } from './found';
import { BlockNode } from './nodes';

const MISSPELLED = 'editor-misspelled';

/** Wavy lines under words: painted beside the text, a block at a time, so that a key costs what its own block costs. */
export class Misspellings {
  private readonly binding: Binding;
  private readonly placesOf = new Map<BlockId, readonly Range[]>();
  private readonly paintedOf = new Map<BlockId, readonly globalThis.Range[]>();
  private readonly highlight = typeof Highlight === 'undefined' ? null : new Highlight();
  private readonly stale = new Set<BlockId>();
  private readonly stopListening: () => void;
  private frame = 0;

  constructor(editor: LexicalEditor, binding: Binding) {
    this.binding = binding;
    // Drawn anew, a block has other nodes than those that were painted.
    this.stopListening = editor.registerMutationListener(BlockNode, (mutations) => {
      for (const [key, mutation] of mutations) {
        const id = mutation === 'destroyed' ? undefined : editor.getElementByKey(key)?.dataset['blockId'];
        if (id !== undefined && this.placesOf.has(id as BlockId)) this.paintLater(id as BlockId);
      }
    });
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.stopListening();
    CSS.highlights.delete(MISSPELLED);
  }

  show(block: BlockId, places: readonly Range[]): void {
    if (places.length === 0) {
      if (!this.placesOf.delete(block)) return;
    } else this.placesOf.set(block, places);
    this.paintLater(block);
  }

  /** The marked word at a point of the window, in CSS pixels. */
  at(x: number, y: number): FoundPlace | null {
    const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-block-id]');
    const block = element?.dataset['blockId'] as BlockId | undefined;
    if (block === undefined) return null;
    const rangeInText = this.placesOf.get(block)?.find((place) => {
      const rects = this.binding.domRange(block, place)?.getClientRects() ?? [];
      return [...rects].some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
    });
    return rangeInText ? { block, rangeInText } : null;
  }

  private paintLater(block: BlockId): void {
    if (this.stale.size === 0) this.frame = requestAnimationFrame(() => this.paint());
    this.stale.add(block);
  }

  private paint(): void {
    if (!this.highlight) return;
    for (const block of this.stale) {
      for (const former of this.paintedOf.get(block) ?? []) this.highlight.delete(former);
      const painted = (this.placesOf.get(block) ?? []).flatMap((place) => this.binding.domRange(block, place) ?? []);
      for (const range of painted) this.highlight.add(range);
      if (painted.length === 0) this.paintedOf.delete(block);
      else this.paintedOf.set(block, painted);
    }
    this.stale.clear();
    if (this.highlight.size === 0) CSS.highlights.delete(MISSPELLED);
    else CSS.highlights.set(MISSPELLED, this.highlight);
  }
}
