import type { BlockId } from '#shared/core/ids';
import type { IdSource } from '#shared/core/sources';
import { formatAt, type Format } from '#shared/domain/formats';
import { isWithinReference } from '#shared/domain/references';
import { isWholeWords, spacesAround, type WordSpaces } from '#shared/domain/wordSpacing';
import {
  asDraftReads,
  insertBlocks,
  insertNote,
  replaceText,
  setKind,
  splitBlock,
  type Caret,
  type DraftBlock,
  type DraftReader,
} from '#shared/schema/draft';
import type { Binding } from './binding';
import { inOneText, spaced, type PastedBlock } from './pastedBlock';
import { leadBack, namedHere, type NamedBlock } from './pastedReferences';
import { ordered, textBeside } from './selected';
import type { Remark } from './remarks';
import { collapsedAt, isCollapsed, type ModelSelection } from './selection';

/**
 * Paragraphs alone that are pasted among points become points; those with which points come along, or a heading above them, know what they are. A title that is not the
 * text's own is a chapter's.
 */
function asHere(blocks: readonly PastedBlock[], here: DraftBlock): readonly PastedBlock[] {
  const other = blocks.findIndex(({ kind }) => kind !== 'paragraph');
  const paragraphs = other === -1 ? blocks.length : other;
  const isBeforePoints = other !== -1 && !/^(?:heading|title)$/u.test(blocks[other]?.kind ?? '');
  const among = here.kind === 'point' && !isBeforePoints ? paragraphs : 0;
  const isTitle = here.kind === 'title' && here.text === '';
  return blocks.map((block, index) => {
    if (block.kind === 'paragraph' && index < among) return { ...block, kind: 'point' };
    return block.kind === 'title' && !(isTitle && index === 0) ? { ...block, kind: 'heading', level: 1 } : block;
  });
}

/** A block of this text that is pasted in it again is numbered as it was: counted, by a sign of its own, or not at all. */
function numberedAsBefore(reader: DraftReader, block: PastedBlock): PastedBlock {
  if (block.id === undefined || block.marker !== undefined) return block;
  const { kind, marker } = reader.entry(block.id);
  return kind === block.kind ? { ...block, marker } : block;
}

/** Nothing of a block's text, where one began or ended to select: it stands for the break beside it. */
const isEdge = ({ id, text, notes = [] }: PastedBlock): boolean =>
  id === undefined && text === '' && notes.length === 0;

const beginsAnew = (read: readonly PastedBlock[]): boolean => {
  const [first, next] = read;
  return first !== undefined && next !== undefined && isEdge(first);
};

/** What is selected with the break before or after it is blocks; no empty one comes along for the break. */
function withoutEdges(read: readonly PastedBlock[]): readonly PastedBlock[] {
  const kept = read.filter((block, nth) => !((nth === 0 || nth === read.length - 1) && isEdge(block)));
  return kept.length === 0 ? read : kept;
}

/** What was selected ends within a text: what stands after the caret goes on there. */
const endsWithin = (read: readonly PastedBlock[]): boolean => {
  const last = read.at(-1);
  return last?.isPart === true && !isEdge(last);
};

/** How blocks come to stand at a caret. */
interface Placing {
  /** The first goes into the text at the caret. */
  readonly isInto: boolean;
  /** What stands after the caret is divided from what stands before it. */
  readonly isDivided: boolean;
  /** What stands after the caret goes on in the last of several. */
  readonly isOpen: boolean;
}

/** How `pasted`, which was `read`, comes to stand in `here`. */
function placingOf(
  read: readonly PastedBlock[],
  pasted: readonly PastedBlock[],
  offset: number,
  here: DraftBlock,
): Placing {
  const [first, last] = [pasted[0], pasted.at(-1)];
  const isWithin = offset > 0 && offset < here.text.length;
  const isInline = here.kind === 'footnote' || (read.length === 1 && (read[0]?.kind === 'paragraph' || isWithin));
  // The first one goes on in the text before the caret if it is of its kind or was within a text, and no break was copied before it.
  const isLike = isWithin && first?.kind === here.kind && first.kind !== 'heading';
  const goesOn = offset > 0 && (isLike || first?.isPart === true) && !beginsAnew(read);
  const isInto = isInline || here.text === '' || goesOn;
  const isOwn = pasted.length > (isInto ? 1 : 0);
  // At the start of a text of another kind it would take that away: from a heading, its chapter.
  const takesOn = offset > 0 || last?.kind === here.kind;
  const isOpen = !isInline && isOwn && takesOn && offset < here.text.length && endsWithin(read);
  return { isInto, isDivided: !isInline, isOpen };
}

/** The spaces that words need at a caret; `null` within a reference, which they come to stand behind. */
function spacesFor(words: PastedBlock | undefined, here: DraftBlock, offset: number): WordSpaces | null {
  if (words === undefined || isWithinReference(here, { start: offset, end: offset })) return null;
  return spacesAround(here.text, offset, words.text);
}

/** How what stands before and after a caret looks. */
const looksAt = ({ formats }: DraftBlock, offset: number): readonly [Format, Format] => [
  formatAt(formats, offset - 1),
  formatAt(formats, offset),
];

/** A part of the text that was pasted: from `at` on. */
interface Written {
  readonly at: Caret;
  readonly pasted: NamedBlock;
}

/** Puts blocks into the text in place of what is selected. */
export interface Pasting {
  /** Whether the writer may change what gives way to them beside the selection; tells them why not. */
  readonly isAllowed: (read: readonly PastedBlock[], selection: ModelSelection) => boolean;
  /** Yields where the caret is then. Within a gesture. */
  readonly paste: (read: readonly PastedBlock[], selection: ModelSelection) => ModelSelection | null;
}

/**
 * Puts blocks into the text in place of what is selected, which `cleared` takes away. A paragraph goes into the text; a heading, a point and
 * several blocks are blocks of their own, at the end of a text after it; but words that were selected from within one text into another go on in the text before and after the caret.
 */
export function pasting(
  binding: Binding,
  ids: IdSource,
  mayChange: (id: BlockId | null) => boolean,
  cleared: (selection: ModelSelection) => Caret,
): Pasting {
  const { doc, reader } = binding;

  /** Whether nothing gives way, or words of one text do: pasted in place of a part of a word, what is pasted is one, too. */
  const replacesWords = (selection: ModelSelection): boolean => {
    if (isCollapsed(selection)) return true;
    const { from, to } = ordered(reader, selection);
    const text = from.block === to.block ? reader.block(from.block)?.text : undefined;
    return text !== undefined && isWholeWords(text, { start: from.offset, end: to.offset });
  };

  const endOf = (block: BlockId): ModelSelection =>
    collapsedAt({ block, offset: reader.block(block)?.text.length ?? 0 });

  /** Yields where the words end, too: what is a reference in them may read otherwise here. */
  const wordsAt = (at: Caret, pasted: NamedBlock): readonly [Written, Caret] => {
    const lengthNow = (): number => reader.block(at.block)?.text.length ?? 0;
    const before = lengthNow();
    replaceText(doc, at.block, { start: at.offset, end: at.offset }, pasted.text, pasted.formats);
    return [
      { at, pasted },
      { block: at.block, offset: at.offset + lengthNow() - before },
    ];
  };

  const blocksAfter = (after: BlockId | null, blocks: readonly NamedBlock[]): readonly Written[] => {
    const names = blocks.map(({ name }) => name);
    insertBlocks(doc, after, blocks, { next: () => names.shift() ?? ids.next() });
    return blocks.map((pasted) => ({ at: { block: pasted.name, offset: 0 }, pasted }));
  };

  /** Where a place in what was pasted is now. What stands before it may read otherwise here: references do. */
  const placeOf = ({ at, pasted: { text, formats } }: Written, offset: number): number => {
    const here = asDraftReads(doc, { id: at.block, text, formats, footnoteRefs: [{ number: '', offset }] });
    return at.offset + (here.footnoteRefs[0]?.offset ?? offset);
  };

  /** Puts in the footnotes that came along, from the last, so that the places before keep their offsets. */
  const writeNotes = (part: Written): void => {
    for (const { name, offset, ...words } of part.pasted.notes.toSorted((a, b) => b.offset - a.offset))
      insertNote(doc, { block: part.at.block, offset: placeOf(part, offset) }, words, { next: () => name });
  };

  const remarksOf = (part: Written): readonly (Remark & { readonly block: BlockId })[] =>
    (part.pasted.remarks ?? []).map(({ id, rangeInText }) => ({
      id,
      block: part.at.block,
      rangeInText: rangeInText && { start: placeOf(part, rangeInText.start), end: placeOf(part, rangeInText.end) },
    }));

  /** The block at the end of which blocks stand that are pasted at the start of a text; `null` where they go elsewhere. */
  const givesTo = (read: readonly PastedBlock[], selection: ModelSelection): BlockId | null => {
    const { from, to } = ordered(reader, selection);
    const isInline = read.length === 1 && read[0]?.kind === 'paragraph';
    const isAllReplaced = from.block === to.block && to.offset === reader.block(to.block)?.text.length;
    return from.offset > 0 || isInline || isAllReplaced ? null : (textBeside(reader, from.block, -1)?.id ?? null);
  };

  /** What stands after the caret becomes what the end of the pasted text is. */
  const becomes = (rest: BlockId, { kind, level = null }: NamedBlock): void => {
    const now = reader.block(rest);
    if (now !== null && (now.kind !== kind || now.level !== level)) setKind(doc, [rest], { kind, level });
  };

  /** Writes blocks; yields what was written, and the caret. */
  const write = (
    { offset }: Caret,
    here: DraftBlock,
    blocks: readonly NamedBlock[],
    { isInto, isDivided, isOpen }: Placing,
  ): readonly [readonly Written[], () => ModelSelection] => {
    const isBefore = !isInto && offset === 0 && here.kind !== 'title';
    const isWithin = offset > 0 && offset < here.text.length;
    // What stood after the caret is a block of its own then, or goes on behind what was pasted.
    const rest = isDivided && isWithin ? splitBlock(doc, here.id, offset, ids)?.second : here.id;
    const [first, ...others] = blocks;
    const own = isInto ? others : blocks;
    const last = isOpen ? own.at(-1) : undefined;
    const before = reader.blocks[(reader.indexOf(here.id) ?? 0) - 1]?.id ?? null;

    const into = isInto && first !== undefined ? wordsAt({ block: here.id, offset }, first) : null;
    const between = blocksAfter(isBefore ? before : here.id, last === undefined ? own : own.slice(0, -1));
    const written = [...(into === null ? [] : [into[0]]), ...between];
    if (last !== undefined && rest !== undefined) {
      becomes(rest, last);
      const [ending, end] = wordsAt({ block: rest, offset: 0 }, last);
      return [[...written, ending], () => collapsedAt(end)];
    }
    if (isBefore) return [written, () => collapsedAt({ block: here.id, offset: 0 })];
    if (into !== null && between.length === 0) return [written, () => collapsedAt(into[1])];
    return [written, () => endOf(written.at(-1)?.at.block ?? here.id)];
  };

  const isAllowed: Pasting['isAllowed'] = (read, selection) => mayChange(givesTo(read, selection));

  const paste: Pasting['paste'] = (read, selection) => {
    if (read.length === 0 || !isAllowed(read, selection)) return selection;
    const isAmongWords = replacesWords(selection);
    const caret = cleared(selection);
    const here = reader.block(caret.block);
    if (here === null) return null;
    const asRead =
      here.kind === 'footnote'
        ? [inOneText(read)]
        : asHere(withoutEdges(read), here).map((block) => numberedAsBefore(reader, block));
    const isWords = read.length === 1 && read[0]?.isWords === true;
    const spaces = isWords && isAmongWords ? spacesFor(asRead[0], here, caret.offset) : null;
    const pasted = spaces === null ? asRead : asRead.map((block) => spaced(block, spaces, looksAt(here, caret.offset)));
    const [first] = pasted;
    if (first === undefined) return null;
    const placing = placingOf(read, pasted, caret.offset, here);
    const { blocks, names } = namedHere(reader, pasted, placing.isInto ? here.id : null, ids);
    // An empty block becomes the first of what is pasted, and keeps its identity; the title stays the title.
    const { kind, level = null, marker = here.marker } = first;
    const isOther = here.kind !== kind || here.level !== level || here.marker !== marker;
    if (here.text === '' && placing.isDivided && here.kind !== 'title' && isOther)
      setKind(doc, [here.id], { kind, level, ...(first.marker !== undefined && { marker }) });
    const [written, end] = write(caret, here, blocks, placing);
    for (const part of written) writeNotes(part);
    leadBack(binding, names);
    binding.remarks.carry(written.flatMap(remarksOf));
    const after = end();
    if (!spaces?.after) return after;
    // What is written next comes right after the words.
    const { block, offset } = after.focus;
    return collapsedAt({ block, offset: offset - spaces.after.length });
  };

  return { isAllowed, paste };
}
