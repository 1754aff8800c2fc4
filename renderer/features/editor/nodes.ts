import {
  $applyNodeReplacement,
  ElementNode,
  type LexicalNode,
  type NodeKey,
  type SerializedElementNode,
  type Spread,
} from 'lexical';
import { blockId, type BlockId } from '#shared/core/ids';
import type { BlockKind } from '#shared/domain/block';

type SerializedSection = Spread<{ anchor: string }, SerializedElementNode>;
type SerializedBlock = Spread<{ block: string; kind: BlockKind; level: number | null }, SerializedElementNode>;

/** A chapter, or a few short ones: a box that the browser need not lay out while it is off the screen. It knows only which block comes first in it. */
export class SectionNode extends ElementNode {
  readonly __anchor: string;

  constructor(anchor: string, key?: string) {
    super(key);
    this.__anchor = anchor;
  }

  static override getType(): string {
    return 'section';
  }

  static override clone(node: SectionNode): SectionNode {
    return new SectionNode(node.__anchor, node.__key);
  }

  static override importJSON(serialized: SerializedSection): SectionNode {
    return $createSection(serialized.anchor);
  }

  override exportJSON(): SerializedSection {
    return { ...super.exportJSON(), anchor: this.__anchor };
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('div');
    dom.className = 'editor__section';
    return dom;
  }

  override updateDOM(): boolean {
    return false;
  }

  override canBeEmpty(): boolean {
    return true;
  }

  get anchor(): string {
    return this.__anchor;
  }
}

const tagOf = (kind: BlockKind, level: number | null): string => {
  if (kind === 'title') return 'h1';
  if (kind === 'heading') return `h${Math.min(6, (level ?? 1) + 1)}`;
  return 'p';
};

/** One block of the model, by its identity. Its only child is the text; everything else about it is set on its element by `decorations`. */
export class BlockNode extends ElementNode {
  readonly __block: string;
  __kind: BlockKind;
  __level: number | null;

  constructor(block: string, kind: BlockKind, level: number | null, key?: string) {
    super(key);
    this.__block = block;
    this.__kind = kind;
    this.__level = level;
  }

  static override getType(): string {
    return 'block';
  }

  static override clone(node: BlockNode): BlockNode {
    return new BlockNode(node.__block, node.__kind, node.__level, node.__key);
  }

  static override importJSON(serialized: SerializedBlock): BlockNode {
    return $createBlock(blockId(serialized.block), serialized.kind, serialized.level);
  }

  override exportJSON(): SerializedBlock {
    return { ...super.exportJSON(), block: this.__block, kind: this.getKind(), level: this.getLevel() };
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement(tagOf(this.__kind, this.__level));
    dom.className = 'editor__block';
    dom.dataset['blockId'] = this.__block;
    dom.dataset['kind'] = this.__kind;
    if (this.__level !== null) dom.dataset['level'] = String(this.__level);
    return dom;
  }

  override updateDOM(previous: this, dom: HTMLElement): boolean {
    if (tagOf(previous.__kind, previous.__level) !== tagOf(this.__kind, this.__level)) return true;
    if (previous.__kind !== this.__kind) dom.dataset['kind'] = this.__kind;
    if (previous.__level === this.__level) return false;
    if (this.__level !== null) dom.dataset['level'] = String(this.__level);
    else delete dom.dataset['level'];
    return false;
  }

  override canBeEmpty(): boolean {
    return true;
  }

  getBlockId(): BlockId {
    return blockId(this.__block);
  }

  getKind(): BlockKind {
    return this.getLatest().__kind;
  }

  getLevel(): number | null {
    return this.getLatest().__level;
  }

  setKind(kind: BlockKind, level: number | null): void {
    if (this.getKind() === kind && this.getLevel() === level) return;
    const writable = this.getWritable();
    writable.__kind = kind;
    writable.__level = level;
  }
}

export const $createSection = (anchor: string): SectionNode => $applyNodeReplacement(new SectionNode(anchor));

export const $createBlock = (block: BlockId, kind: BlockKind, level: number | null): BlockNode =>
  $applyNodeReplacement(new BlockNode(block, kind, level));

/** Whether an update changed an element itself, and not only words within it. Lexical names the root at each update. */
export const changesElements = (dirtyElements: ReadonlyMap<NodeKey, boolean>): boolean =>
  [...dirtyElements].some(([key, isItself]) => isItself && key !== 'root');

export const $isSection = (node: LexicalNode | null | undefined): node is SectionNode => node instanceof SectionNode;
export const $isBlock = (node: LexicalNode | null | undefined): node is BlockNode => node instanceof BlockNode;
