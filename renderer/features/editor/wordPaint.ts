import type { LexicalEditor } from 'lexical';
import type { BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import type { BlockRange } from '#shared/schema/draft';
import { watchNear } from '../../ui/watchNear';
import type { Binding } from './binding';
import { BlockNode } from './nodes';

const AWAKE_OR_NOT = 'contentvisibilityautostatechange';

/** What is this near to the screen is painted, so that a turn of the wheel reaches no bare words. */
const MARGIN = '120px';

/** Words of one block, and how they look: one of the looks of its layer. */
interface PaintedWords<Look extends string> {
  readonly look: Look;
  /** UTF-16 code units of the block's text. */
  readonly rangeInText: Range;
}

/** Words of one kind; those who know of them say which, for one block or for all. */
export interface WordLayer<Look extends string> {
  /** These words of a block, and no others of it. */
  show(block: BlockId, words: readonly PaintedWords<Look>[]): void;
  /** These words, and no others anywhere. */
  showAll(words: readonly (BlockRange & { readonly look: Look })[]): void;
  /** The painted words at a point of the window, in CSS pixels. */
  at(x: number, y: number): BlockRange | null;
}

type Words = ReadonlyMap<BlockId, readonly PaintedWords<string>[]>;

interface Watched {
  readonly element: Element;
  readonly stop: () => void;
}

const isSameRange = (one: AbstractRange, other: AbstractRange): boolean =>
  one.startContainer === other.startContainer &&
  one.startOffset === other.startOffset &&
  one.endContainer === other.endContainer &&
  one.endOffset === other.endOffset;

/**
 * Paints words beside the text, by the CSS Custom Highlight API: they are no part of it. Kept for each block, so that a key costs what its
 * own block costs. The style sheet draws a look as `::highlight(editor-<look>)`; where looks meet, the later one wins, and a later layer over
 * an earlier. In each frame in which anything on the page changes, Chromium marks all painted words anew and draws their lines again: only what
 * is on the screen is painted.
 */
export class WordPaint {
  private readonly binding: Binding;
  private readonly layers: Words[] = [];
  private readonly highlights = new Map<string, Highlight>();
  private readonly painted = new Map<BlockId, readonly AbstractRange[]>();
  private readonly stale = new Set<BlockId>();
  /** Sections too far from the screen to be rendered (`content-visibility`): their blocks are not worth watching. */
  private readonly asleep = new WeakSet<Element>();
  private readonly watched = new Map<BlockId, Watched>();
  private readonly onScreen = new Set<BlockId>();
  private readonly ending: readonly (() => void)[];
  private frame = 0;

  constructor(editor: LexicalEditor, binding: Binding) {
    this.binding = binding;
    // Drawn anew, a block has other nodes than those that were painted.
    const stopListening = editor.registerMutationListener(
      BlockNode,
      (mutations) => {
        for (const key of mutations.keys()) {
          const id = editor.getElementByKey(key)?.dataset['blockId'] as BlockId | undefined;
          if (id !== undefined && this.hasWords(id)) this.paintAnew(id);
        }
      },
      { skipInitialization: true },
    );
    const root = editor.getRootElement();
    const turn = (event: Event): void => this.turn(event as ContentVisibilityAutoStateChangeEvent);
    root?.addEventListener(AWAKE_OR_NOT, turn, { capture: true });
    this.ending = [stopListening, () => root?.removeEventListener(AWAKE_OR_NOT, turn, { capture: true })];
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    for (const { stop } of this.watched.values()) stop();
    for (const end of this.ending) end();
    for (const name of this.highlights.keys()) CSS.highlights.delete(name);
  }

  /** A layer over those that are there. Where the browser cannot paint, nothing is shown. */
  layer<Look extends string>(looks: readonly Look[]): WordLayer<Look> {
    const words = new Map<BlockId, readonly PaintedWords<Look>[]>();
    this.layers.push(words);
    for (const look of typeof Highlight === 'undefined' ? [] : looks)
      this.highlights.set(`editor-${look}`, Object.assign(new Highlight(), { priority: this.highlights.size }));
    const show: WordLayer<Look>['show'] = (block, ofBlock) => {
      if (ofBlock.length > 0) words.set(block, ofBlock);
      else if (!words.delete(block)) return;
      this.paintAnew(block);
    };
    return {
      show,
      showAll: (all) => {
        const byBlock = new Map<BlockId, PaintedWords<Look>[]>([...words.keys()].map((block) => [block, []]));
        for (const { block, look, rangeInText } of all) {
          const ofBlock = byBlock.get(block) ?? [];
          ofBlock.push({ look, rangeInText });
          byBlock.set(block, ofBlock);
        }
        for (const [block, ofBlock] of byBlock) show(block, ofBlock);
      },
      at: (x, y) => {
        const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-block-id]');
        const block = element?.dataset['blockId'] as BlockId | undefined;
        if (block === undefined) return null;
        const found = words.get(block)?.find(({ rangeInText }) => {
          const rects = this.binding.domRange(block, rangeInText)?.getClientRects() ?? [];
          return [...rects].some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
        });
        return found ? { block, rangeInText: found.rangeInText } : null;
      },
    };
  }

  private hasWords(block: BlockId): boolean {
    return this.layers.some((words) => words.has(block));
  }

  private turn({ target, skipped }: ContentVisibilityAutoStateChangeEvent): void {
    if (!(target instanceof Element)) return;
    if (skipped) this.asleep.add(target);
    else this.asleep.delete(target);
    for (const { dataset } of target.querySelectorAll<HTMLElement>('[data-block-id]')) {
      const block = dataset['blockId'] as BlockId;
      if (this.hasWords(block)) this.paintLater(block);
    }
  }

  /** Hears of a block with words, in a section that is awake, when it comes to the screen and when it leaves. */
  private watch(block: BlockId): void {
    const element = this.hasWords(block) ? this.binding.elementOf(block) : null;
    const section = element?.parentElement;
    const worth = element && section && !this.asleep.has(section) ? element : null;
    const former = this.watched.get(block);
    if (worth === (former?.element ?? null)) return;
    former?.stop();
    if (worth) {
      const hear = ({ isIntersecting }: IntersectionObserverEntry): void => {
        if (isIntersecting === this.onScreen.has(block)) return;
        if (isIntersecting) this.onScreen.add(block);
        else this.onScreen.delete(block);
        this.paintLater(block);
      };
      this.watched.set(block, { element: worth, stop: watchNear(worth, MARGIN, hear) });
    } else {
      this.watched.delete(block);
      this.onScreen.delete(block);
    }
  }

  private paintAnew(block: BlockId): void {
    if (!this.isPainted(block)) this.paintLater(block);
  }

  /** Whether the words of a block are painted where they stand: those that are go along with the letters typed beside them, and a frame less is drawn for each. */
  private isPainted(block: BlockId): boolean {
    const painted = this.painted.get(block) ?? [];
    const words = this.layers.flatMap((ofLayer) => ofLayer.get(block) ?? []);
    // Without words it is not to be watched any longer either.
    if (words.length === 0) return !this.watched.has(block);
    return (
      words.length === painted.length &&
      words.every(({ look, rangeInText }, index) => {
        const [there, range] = [painted[index], this.binding.domRange(block, rangeInText)];
        return there && range && this.highlights.get(`editor-${look}`)?.has(there) && isSameRange(there, range);
      })
    );
  }

  private paintLater(block: BlockId): void {
    if (this.stale.size === 0) this.frame = requestAnimationFrame(() => this.paint());
    this.stale.add(block);
  }

  private paint(): void {
    for (const block of this.stale) {
      this.watch(block);
      for (const former of this.painted.get(block) ?? [])
        for (const highlight of this.highlights.values()) highlight.delete(former);
      const painted = this.onScreen.has(block) ? this.paintBlock(block) : [];
      if (painted.length === 0) this.painted.delete(block);
      else this.painted.set(block, painted);
    }
    this.stale.clear();
    for (const [name, highlight] of this.highlights) {
      if (highlight.size === 0) CSS.highlights.delete(name);
      else if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
    }
  }

  private paintBlock(block: BlockId): readonly AbstractRange[] {
    return this.layers.flatMap((words) =>
      (words.get(block) ?? []).flatMap(({ look, rangeInText }) => {
        const range = this.binding.domRange(block, rangeInText);
        if (range) this.highlights.get(`editor-${look}`)?.add(range);
        return range ?? [];
      }),
    );
  }
}
