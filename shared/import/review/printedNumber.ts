import { printedLabel } from '../../domain/label';
import { formatsShifted, formatsWithin } from '../../domain/formats';
import { readMarker } from '../recognise/marker';
import { isNumbered, type ReviewBlock } from './review';

/** The block with its number at the head of its text, as printed; places of notes move along. */
export function withNumberInText(block: ReviewBlock): ReviewBlock {
  if (block.number === null) return block;
  const head = `${printedLabel(block.kind, block.number)} `;
  return {
    ...block,
    number: null,
    text: head + block.text,
    formats: formatsShifted(block.formats, head.length),
    footnoteRefs: block.footnoteRefs.map((ref) => ({ ...ref, offset: ref.offset + head.length })),
  };
}

/**
 * The block with the number or bullet at the head of its text as its number, where it may have one and has none. A bare figure («40 prosent …»)
 * is one before a heading and a footnote only.
 */
export function withNumberOutOfText(block: ReviewBlock): ReviewBlock {
  if (block.number !== null || !isNumbered(block.kind)) return block;
  const read = readMarker(block.text);
  if (read === null || read.length >= block.text.length) return block;
  if (read.marker.kind === 'number' ? read.marker.form === '1' && block.kind === 'point' : block.kind !== 'point')
    return block;
  return {
    ...block,
    number: read.marker.printed,
    text: block.text.slice(read.length),
    formats: formatsWithin(block.formats, { start: read.length, end: block.text.length }),
    footnoteRefs: block.footnoteRefs.map((ref) => ({ ...ref, offset: Math.max(0, ref.offset - read.length) })),
  };
}
