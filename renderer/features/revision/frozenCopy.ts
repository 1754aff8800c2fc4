import { range } from '#shared/core/range';
import type { Block } from '#shared/domain/block';
import { formatsWithin, withFormats } from '#shared/domain/formats';
import { isWholeWords } from '#shared/domain/wordSpacing';
import type { CalledNote, CopiedBlock } from '../editor';

/** What of an element's words is selected, and where it begins in them; `null` where none of them are. */
function selectedIn(words: Element, selected: Range): { readonly start: number; readonly text: string } | null {
  if (!selected.intersectsNode(words)) return null;
  const own = document.createRange();
  own.selectNodeContents(words);
  if (selected.compareBoundaryPoints(Range.START_TO_START, own) > 0)
    own.setStart(selected.startContainer, selected.startOffset);
  if (selected.compareBoundaryPoints(Range.END_TO_END, own) < 0) own.setEnd(selected.endContainer, selected.endOffset);
  const before = document.createRange();
  before.selectNodeContents(words);
  before.setEnd(own.startContainer, own.startOffset);
  const text = own.toString();
  return text === '' ? null : { start: before.toString().length, text };
}

/**
 * What of a frozen text is selected, as it is copied out of the draft: blocks with their numbers, footnotes and form, in lines that are not those of the page, and without
 * what stands beside them.
 */
export function copiedFrom(
  page: Element,
  selected: Range,
  blocks: readonly Block[],
  numbers: readonly (string | null)[],
): readonly CopiedBlock[] {
  const wordsOf = new Map(
    [...page.querySelectorAll<HTMLElement>('[data-block-id]')].map((element) => [
      element.dataset['blockId'],
      element.querySelector('.frozen__lines'),
    ]),
  );
  const called = new Set<string>();
  return blocks.flatMap((block, index): readonly CopiedBlock[] => {
    const words = wordsOf.get(block.id);
    const part = words && !called.has(block.id) ? selectedIn(words, selected) : null;
    if (!part) return [];
    const { start, end } = range(part.start, part.start + part.text.length);
    const whole = start === 0 && end === block.text.length;
    const notes = block.footnoteRefs.flatMap(({ number, offset }): readonly CalledNote[] => {
      const at = blocks.findIndex(({ kind }, nth) => nth > index && kind === 'footnote' && numbers[nth] === number);
      const note = blocks[at];
      if (!note || offset > end || (offset <= start && !whole)) return [];
      called.add(note.id);
      return [{ id: note.id, number, offset: offset - start, text: note.text, ...withFormats(note.formats ?? []) }];
    });
    const formats = formatsWithin(block.formats, { start, end });
    const isWords = isWholeWords(block.text, { start, end });
    return [{ block, number: numbers[index] ?? null, text: part.text, formats, whole, isWords, notes, remarks: [] }];
  });
}
