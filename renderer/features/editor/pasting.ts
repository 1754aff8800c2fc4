import type { BlockId } from '#shared/core/ids';
import type { IdSource } from '#shared/core/sources';
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
import { inOneText, type PastedBlock } from './pastedBlock';
import { leadBack, namedHere, type NamedBlock } from './pastedReferences';
import { ordered, textBeside } from './selected';
import type { Remark } from './remarks';
import { collapsedAt, type ModelSelection } from './selection';

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

/** A part of the text that was pasted: from `at` on. */
interface Written {
  readonly at: Caret;
  readonly pasted: NamedBlock;
}

/**
 * Puts blocks into the text in place of what is selected, which `cleared` takes away; yields where the caret is then. A paragraph goes into the text; a heading, a point and
 * several blocks are blocks of their own, at the end of a text after it. Within a gesture.
 */
export function pasting(
  binding: Binding,
  ids: IdSource,
  mayChange: (id: BlockId | null) => boolean,
  cleared: (selection: ModelSelection) => Caret,
): (read: readonly PastedBlock[], selection: ModelSelection) => ModelSelection | null {
  const { doc, reader } = binding;

  const endOf = (block: BlockId): ModelSelection =>
    collapsedAt({ block, offset: reader.block(block)?.text.length ?? 0 });

  const wordsAt = (at: Caret, pasted: NamedBlock): Written => {
    replaceText(doc, at.block, { start: at.offset, end: at.offset }, pasted.text, pasted.formats);
    return { at, pasted };
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

  /** Writes blocks of which the first goes into the text at the caret, or none; yields what was written, and the caret. */
  const write = (
    caret: Caret,
    here: DraftBlock,
    blocks: readonly NamedBlock[],
    isInto: boolean,
    isDivided: boolean,
  ): readonly [readonly Written[], () => ModelSelection] => {
    const { offset } = caret;
    const isWithin = offset > 0 && offset < here.text.length;
    const [first, ...rest] = blocks;
    if (isInto && first !== undefined) {
      if (isDivided && isWithin) splitBlock(doc, here.id, offset, ids);
      const before = reader.block(here.id)?.text.length ?? 0;
      const into = wordsAt(caret, first);
      const end = offset + (reader.block(here.id)?.text.length ?? 0) - before;
      if (rest.length === 0) return [[into], () => collapsedAt({ block: here.id, offset: end })];
      const written = [into, ...blocksAfter(here.id, rest)];
      return [written, () => endOf(written.at(-1)?.at.block ?? here.id)];
    }
    if (offset === 0 && here.kind !== 'title') {
      const previous = reader.blocks[(reader.indexOf(here.id) ?? 0) - 1]?.id ?? null;
      return [blocksAfter(previous, blocks), () => collapsedAt({ block: here.id, offset: 0 })];
    }
    // What stood after the caret is a block of its own then.
    if (isWithin) splitBlock(doc, here.id, offset, ids);
    const written = blocksAfter(here.id, blocks);
    return [written, () => endOf(written.at(-1)?.at.block ?? here.id)];
  };

  return (read, selection) => {
    if (read.length === 0 || !mayChange(givesTo(read, selection))) return selection;
    const caret = cleared(selection);
    const here = reader.block(caret.block);
    if (here === null) return null;
    const isWithin = caret.offset > 0 && caret.offset < here.text.length;
    const isEmpty = here.text === '';
    const isNote = here.kind === 'footnote';
    const pasted = isNote
      ? [inOneText(read)]
      : asHere(withoutEdges(read), here).map((block) => numberedAsBefore(reader, block));
    const [first] = pasted;
    if (first === undefined) return null;
    const isInline = isNote || (read.length === 1 && (read[0]?.kind === 'paragraph' || isWithin));
    // The first one goes on in the text before the caret if it is of its kind, and no break was copied before it.
    const goesOn = isWithin && first.kind === here.kind && first.kind !== 'heading' && !beginsAnew(read);
    const isInto = isInline || isEmpty || goesOn;
    const { blocks, names } = namedHere(reader, pasted, isInto ? here.id : null, ids);
    // An empty block becomes the first of what is pasted, and keeps its identity; the title stays the title.
    const { kind, level = null, marker = here.marker } = first;
    const isOther = here.kind !== kind || here.level !== level || here.marker !== marker;
    if (isEmpty && !isInline && here.kind !== 'title' && isOther)
      setKind(doc, [here.id], { kind, level, ...(first.marker !== undefined && { marker }) });
    const [written, end] = write(caret, here, blocks, isInto, !isInline);
    for (const part of written) writeNotes(part);
    leadBack(binding, names);
    binding.remarks.carry(written.flatMap(remarksOf));
    return end();
  };
}
