import { type LexicalEditor } from 'lexical';
import type { BlockId } from '#shared/core/ids';
import type { Binding } from './binding';
import type { CommentedWords } from './marks';
import { BlockNode } from './nodes';

const looks = ['comment', 'suggestion', 'here'] as const satisfies readonly CommentedWords['look'][];
const nameOf = (look: CommentedWords['look']): string => `editor-${look}`;

/**
 * Paints the words that comments are about: a dotted line under them, a waved one where something is proposed. They are no part of the text. A
 * block that is typed in is painted anew, and no other.
 */
export class CommentPaint {
  private readonly binding: Binding;
  private byBlock: ReadonlyMap<BlockId, readonly { look: CommentedWords['look']; start: number; end: number }[]> =
    new Map();
  private readonly painted = new Map<BlockId, readonly AbstractRange[]>();
  private readonly stale = new Set<BlockId>();
  private readonly highlights: Readonly<Record<CommentedWords['look'], Highlight>> | null;
  private frame = 0;
  private readonly end: () => void;

  constructor(editor: LexicalEditor, binding: Binding) {
    this.binding = binding;
    this.highlights =
      typeof Highlight === 'undefined'
        ? null
        : { comment: new Highlight(), suggestion: new Highlight(), here: new Highlight() };
    if (this.highlights) {
      this.highlights.here.priority = 1;
      for (const look of looks) CSS.highlights.set(nameOf(look), this.highlights[look]);
    }
    this.end = editor.registerMutationListener(BlockNode, (mutations) => {
      if (this.byBlock.size === 0) return;
      for (const key of mutations.keys()) {
        const id = editor.getElementByKey(key)?.dataset['blockId'] as BlockId | undefined;
        if (id !== undefined && this.byBlock.has(id)) this.later(id);
      }
    });
  }

  dispose(): void {
    this.end();
    cancelAnimationFrame(this.frame);
    for (const look of looks) CSS.highlights.delete(nameOf(look));
  }

  show(commented: readonly CommentedWords[]): void {
    const byBlock = new Map<BlockId, { look: CommentedWords['look']; start: number; end: number }[]>();
    for (const { look, ranges } of commented) {
      for (const { block, rangeInText } of ranges)
        byBlock.set(block, [...(byBlock.get(block) ?? []), { look, ...rangeInText }]);
    }
    const former = this.byBlock;
    this.byBlock = byBlock;
    for (const id of new Set([...former.keys(), ...byBlock.keys()])) this.later(id);
  }

  private later(id: BlockId): void {
    this.stale.add(id);
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      for (const block of this.stale) this.paint(block);
      this.stale.clear();
    });
  }

  private paint(id: BlockId): void {
    if (!this.highlights) return;
    for (const range of this.painted.get(id) ?? []) for (const look of looks) this.highlights[look].delete(range);
    const ranges = (this.byBlock.get(id) ?? []).flatMap(({ look, start, end }) => {
      const range = this.binding.domRange(id, { start, end });
      if (range) this.highlights?.[look].add(range);
      return range ?? [];
    });
    if (ranges.length === 0) this.painted.delete(id);
    else this.painted.set(id, ranges);
  }
}
