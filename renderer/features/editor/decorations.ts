import type { LexicalEditor } from 'lexical';
import type { BlockId } from '#shared/core/ids';
import { printedLabel } from '#shared/domain/label';
import { numberBlocks } from '#shared/domain/numbering';
import type { DraftBlock } from '#shared/schema/draft';
import type { Binding } from './binding';
import { sameMark, wordMarks, type BlockMark, type BlockNote, type CommentedWords, type ShownMarks } from './marks';
import { BlockNode } from './nodes';
import type { EditorStrings } from './strings';
import type { WordLayer } from './wordPaint';

const printedNumber = (block: DraftBlock, number: string): string => `${printedLabel(block.kind, number)} `;

const setOrRemove = (element: HTMLElement, name: string, value: string): void => {
  if (value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

/** So long without a space that Chromium, which shapes a word anew for every line of it, would hold the window for seconds. */
const LONG_WORD = 2_000;
const longWord = new RegExp(`\\S{${LONG_WORD}}`, 'u');
/** Hardly any text is as long as that: only such a one is gone through. */
const hasLongWord = (text: string): boolean => text.length >= LONG_WORD && longWord.test(text);

const bracketed = (texts: readonly string[]): string => texts.map((text) => `[${text}]`).join('\n');

/**
 * What is shown with a block and is no part of its text: number, change bar, struck words. All of it is set as attributes and drawn by the
 * style sheet, so that it can never be selected, copied or typed into; new words are painted. Where the browser cannot, the change bar still tells
 * that the block has changed.
 */
export class Decorations {
  private readonly binding: Binding;
  private readonly newWords: WordLayer<'new-words'>;
  private numbers = new Map<string, string | null>();
  private countedBy = new Map<string, string>();
  private numbersStale = true;
  private readonly stale = new Set<BlockId>();
  private marks: ReadonlyMap<BlockId, BlockMark> = new Map();
  private shown: ShownMarks;
  /** How many comments are about each block. */
  private comments: ReadonlyMap<BlockId, number> = new Map();
  private notes: ReadonlyMap<BlockId, BlockNote> = new Map();
  private strings: EditorStrings;
  private readonly ending: (() => void)[];

  /** Decorates each block once: all are new, so counting shows the number of every one, and with it all the rest. */
  constructor(
    editor: LexicalEditor,
    binding: Binding,
    newWords: WordLayer<'new-words'>,
    shown: ShownMarks,
    strings: EditorStrings,
  ) {
    this.binding = binding;
    this.newWords = newWords;
    this.shown = shown;
    this.strings = strings;
    const { reader } = binding;
    this.ending = [
      reader.subscribe(({ order, changed }) => {
        this.numbersStale ||= order;
        for (const id of changed) {
          const block = reader.block(id);
          this.numbersStale ||= block === null || this.countedBy.get(id) !== this.countingOf(block);
          this.stale.add(id);
        }
        if (this.stale.size === changed.size) queueMicrotask(() => this.refresh());
      }),
      editor.registerMutationListener(
        BlockNode,
        (mutations) => {
          this.count();
          for (const [key, mutation] of mutations) {
            const element = mutation === 'destroyed' ? null : editor.getElementByKey(key);
            const block = element && reader.block(element.dataset['blockId'] ?? '');
            if (element && block) this.decorate(element, block);
          }
        },
        { skipInitialization: true },
      ),
    ];
    this.count();
  }

  dispose(): void {
    for (const end of this.ending) end();
  }

  numberOf(id: BlockId): string | null {
    this.count();
    return this.numbers.get(id) ?? null;
  }

  show(marks: ReadonlyMap<BlockId, BlockMark>, shown: ShownMarks, strings: EditorStrings): void {
    const all = shown !== this.shown || strings !== this.strings;
    const former = this.marks;
    this.marks = marks;
    this.shown = shown;
    this.strings = strings;
    // From the end: what was struck before a block is shown at the one before it.
    let isNextSame = true;
    for (const block of this.binding.reader.blocks.toReversed()) {
      const isSame = !all && sameMark(former.get(block.id), marks.get(block.id));
      const element = isSame && isNextSame ? null : this.binding.elementOf(block.id);
      if (element) this.decorate(element, block);
      isNextSame = isSame;
    }
  }

  /** Says of each block how many comments are about it, and what else is noted there. */
  showSaid(commented: readonly CommentedWords[], notes: ReadonlyMap<BlockId, BlockNote>): void {
    const [former, noted] = [this.comments, this.notes];
    const counts = new Map<BlockId, number>();
    for (const { id, block, ranges } of commented)
      for (const one of id === null ? [] : new Set([block, ...ranges.map((range) => range.block)]))
        counts.set(one, (counts.get(one) ?? 0) + 1);
    this.comments = counts;
    this.notes = notes;
    for (const id of new Set([...former.keys(), ...counts.keys(), ...noted.keys(), ...notes.keys()])) {
      const isSame = former.get(id) === counts.get(id) && noted.get(id)?.title === notes.get(id)?.title;
      const element = isSame ? null : this.binding.elementOf(id);
      const block = this.binding.reader.block(id);
      if (element && block) this.decorate(element, block);
    }
  }

  /** Shows what changed in the model without a change in the tree: a marker, or that a block is rescued. */
  private refresh(): void {
    this.count();
    for (const id of this.stale) {
      const element = this.binding.elementOf(id);
      const block = this.binding.reader.block(id);
      if (element && block) this.decorate(element, block);
    }
    this.stale.clear();
  }

  private countingOf({ kind, level, marker }: DraftBlock): string {
    return `${kind} ${level ?? ''} ${marker ?? ''}`;
  }

  /** Counts anew, when what counts has changed, and shows the numbers that are others now. */
  private count(): void {
    if (!this.numbersStale) return;
    this.numbersStale = false;
    const { blocks } = this.binding.reader;
    const former = this.numbers;
    const counted = numberBlocks(blocks);
    this.numbers = new Map(blocks.map(({ id }, index) => [id, counted[index] ?? null]));
    this.countedBy = new Map(blocks.map((block) => [block.id, this.countingOf(block)]));
    for (const block of blocks) {
      if (former.get(block.id) === this.numbers.get(block.id)) continue;
      const element = this.binding.elementOf(block.id);
      if (element) this.decorate(element, block);
    }
  }

  private decorate(element: HTMLElement, block: DraftBlock): void {
    const number = this.numbers.get(block.id) ?? null;
    setOrRemove(element, 'data-number', number ?? '');
    const listStyle = number === null ? '' : JSON.stringify(printedNumber(block, number));
    if (element.style.listStyleType !== listStyle) element.style.listStyleType = listStyle;
    setOrRemove(element, 'data-rescued', block.rescued ? 'true' : '');
    setOrRemove(element, 'data-long-word', hasLongWord(block.text) ? 'true' : '');

    const mark = this.shown === 'off' ? undefined : this.marks.get(block.id);
    const status = mark?.status ?? 'unchanged';
    const struck = mark?.struckBefore ?? [];
    const words = this.shown === 'words' && mark ? mark : null;
    const index = this.binding.reader.indexOf(block.id) ?? 0;
    setOrRemove(element, 'data-mark', status === 'unchanged' ? '' : status);
    setOrRemove(element, 'data-struck-count', words || struck.length === 0 ? '' : String(struck.length));
    // What was struck before a block is shown after the one before it, so that the number stays at the first line of its own.
    const next = this.shown === 'words' ? this.binding.reader.blocks[index + 1] : undefined;
    const { added, struck: struckWords } = wordMarks(words, block.text);
    const newWords = added.length > 0 && element.textContent === block.text ? added : [];
    this.newWords.show(
      block.id,
      newWords.map((rangeInText) => ({ look: 'new-words', rangeInText })),
    );
    const below = [
      bracketed(index === 0 ? (words?.struckBefore ?? []) : []),
      struckWords.map((text) => `[${text}]`).join(' '),
      bracketed(next ? (this.marks.get(next.id)?.struckBefore ?? []) : []),
      bracketed(words?.struckAfter ?? []),
    ];
    setOrRemove(element, 'data-struck-words', below.filter((part) => part !== '').join('\n'));
    const said = [
      this.strings.status[status],
      struck.length > 0 ? `${this.strings.struckHere}: ${struck.length}` : '',
      mark && mark.openAmendments > 0 ? this.strings.amendments(mark.openAmendments) : '',
      this.strings.footnotes(block.footnoteRefs.map(({ number }) => number)),
      this.strings.comments(this.comments.get(block.id) ?? 0),
      this.notes.get(block.id)?.title ?? '',
      block.rescued ? this.strings.rescued : '',
    ];
    setOrRemove(element, 'aria-description', said.filter((part) => part !== '').join('. '));
  }
}
