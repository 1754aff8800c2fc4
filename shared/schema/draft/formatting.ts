import type * as Y from 'yjs';
import type { Range } from '../../core/range';
import { blockOfLink } from '../../domain/blockLink';
import type { ReferenceEmbed } from './layout';
import { formatAt, isPlain, noFormat, stretchesOf, type Format, type FormatRun } from '../../domain/formats';

/** A format as Yjs holds it: only what there is. */
const attributesOf = ({ bold, italic, link }: Format): Record<string, unknown> => ({
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(link !== null && { link }),
});

/** The same as a change: what the format does not say stays as it is. */
export const changeOf = (change: Partial<Format>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value === false ? null : value]));

/**
 * Inserts text with exactly these formats, whatever stands beside it. Where there are none at all nothing is said of them, which costs less. Words that
 * are a reference become one that follows its target, whatever number they had.
 */
export function insertFormatted(text: Y.Text, index: number, words: string, formats: readonly FormatRun[]): void {
  const isFormatted = formats.length > 0 || text._hasFormatting;
  let at = index;
  for (const stretch of stretchesOf(words, formats, { start: 0, end: words.length })) {
    const ref = blockOfLink(stretch.link);
    if (ref === null) text.insert(at, stretch.text, isFormatted ? attributesOf(stretch) : undefined);
    else text.insertEmbed(at, { ref } satisfies ReferenceEmbed, attributesOf({ ...stretch, link: null }));
    at += ref === null ? stretch.text.length : 1;
  }
}

/** Words that are typed are no reference, wherever they stand. */
const asTyped = (format: Format): Format => (blockOfLink(format.link) === null ? format : { ...format, link: null });

/**
 * The format of what is typed at an offset: that of the character before it, at the start that of the first one. A link goes on only within
 * itself: what is typed at its edge is not in it.
 */
export function formatOfTyped(formats: readonly FormatRun[] = [], offset: number): Format {
  if (formats.length === 0) return noFormat;
  const before = formatAt(formats, offset === 0 ? 0 : offset - 1);
  const after = formatAt(formats, offset);
  return asTyped({ ...before, link: offset > 0 && before.link === after.link ? before.link : null });
}

/** The format of what is typed over a range: that of the first character that gives way; a link goes on only within itself here too, so that all that is typed on looks alike. */
export function formatTypedOver(formats: readonly FormatRun[] = [], { start, end }: Range): Format {
  const { link } = formatAt(formats, end);
  const isWithin = start > 0 && formatAt(formats, start - 1).link === link;
  return asTyped({ ...formatAt(formats, start), link: isWithin ? link : null });
}

/** The format of what is put in the place of a range: that of the first character that gives way. */
export const formatInPlaceOf = (formats: readonly FormatRun[] = [], { start, end }: Range): Format =>
  start < end ? asTyped(formatAt(formats, start)) : formatOfTyped(formats, start);

/** One format for a whole text. */
export const throughout = (format: Format, text: string): readonly FormatRun[] =>
  isPlain(format) ? [] : [{ start: 0, end: text.length, ...format }];
