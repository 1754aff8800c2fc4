import type * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import { wordDiff } from '../../../diff/index';
import type { Block } from '../../../domain/block';
import { formatsWithin, sameFormats, stretchesOf } from '../../../domain/formats';
import { referencesIn, withReferenceNames } from '../../../domain/references';
import { currentReader, draftReader } from '../reader';
import { setFormat } from './formatting';
import { replaceText } from './typing';

/** Words with their formats, as a block is to have them. */
type WantedWords = Pick<Block, 'id' | 'text' | 'formats' | 'footnoteRefs'>;

/** The same as the draft reads it: references have the draft's numbers. */
export const asDraftReads = <Some extends WantedWords>(doc: Y.Doc, wanted: Some): Some =>
  withReferenceNames(wanted, (target) => draftReader(doc).nameOf(target));

const leadTo = ({ formats }: Pick<Block, 'formats'>): string =>
  JSON.stringify(referencesIn(formats).map(({ start, end, target }) => [start, end, target]));

function bringFormatsTo(doc: Y.Doc, { id, text, formats = [] }: WantedWords): void {
  if (sameFormats(draftReader(doc).block(id)?.formats, formats)) return;
  let start = 0;
  for (const { text: words, ...format } of stretchesOf(text, formats, { start, end: text.length })) {
    setFormat(doc, [{ block: id, rangeInText: { start, end: start + words.length } }], format);
    start += words.length;
  }
}

/** Edits a shown block until it has these words, with as few edits as a person would need: what others write in words that stay, stays. */
export function bringWordsTo(doc: Y.Doc, wanted: WantedWords): void {
  const reader = currentReader(doc);
  const id: BlockId = wanted.id;
  const before = reader.block(id);
  if (before === null) return;
  const target = asDraftReads(doc, wanted);
  let offset = 0;
  if (before.text !== target.text)
    for (const [sign, words] of wordDiff(before.text, target.text)) {
      const end = offset + words.length;
      if (sign === '+')
        replaceText(
          doc,
          id,
          { start: offset, end: offset },
          words,
          formatsWithin(target.formats, { start: offset, end }),
        );
      else if (sign === '-') replaceText(doc, id, { start: offset, end }, '');
      if (sign !== '-') offset = end;
    }
  const after = reader.block(id);
  const now = asDraftReads(doc, wanted);
  // A reference that words alone cannot tell from what stands there is written anew with all of its block.
  if (after && (after.text !== now.text || leadTo(after) !== leadTo(now)))
    replaceText(doc, id, { start: 0, end: after.text.length }, wanted.text, wanted.formats ?? []);
  bringFormatsTo(doc, asDraftReads(doc, wanted));
}
