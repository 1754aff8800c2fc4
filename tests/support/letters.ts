import type { Block } from '#shared/domain/block';
import type { ImportedDocument } from '#shared/import';

/** How often each letter occurs, composed (NFC). */
export function countLetters(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [letter] of text.normalize('NFC').matchAll(/\p{L}/gu)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

/** Addresses that the words of a block lead to, once each link, and not where they are the words themselves. */
function* addressesIn({ text, formats = [] }: Block): Iterable<string> {
  let last: { readonly end: number; readonly link: string } | null = null;
  for (const { start, end, link } of formats) {
    if (link === null) continue;
    const goesOn = last?.end === start && last.link === link;
    last = { end, link };
    const words = text.slice(start, end);
    if (!goesOn && link !== words && link !== `mailto:${words}`) yield link;
  }
}

/** The consonant that a word lost: one of the doubled ones; told apart by what is missing. */
const tripled = (word: string): string => /([bdfgklmnprst])\1/.exec(word)?.[1] ?? '';

/** Where a report keeps words that are in no block. */
const dropped: ReadonlySet<string> = new Set([
  'comments-dropped',
  'hidden-text-dropped',
  'link-target-dropped',
  'markup-dropped',
  'outcome',
  'page-frame-dropped',
]);

/** All words of an import: those of its blocks, their numbers, and what the report says was left out, as often as it stood there. */
export function* wordsKept(document: ImportedDocument): Iterable<string> {
  for (const { block, number } of document.blocks) {
    yield block.text;
    yield* addressesIn(block);
    if (number !== null && /\p{L}/u.test(number)) yield number;
    for (const ref of block.footnoteRefs) yield ref.number;
  }
  for (const { code, params } of document.report) {
    if (dropped.has(code)) {
      const [, words = '', times = '1'] = /^(.*?)(?: \((\d+) ×\))?$/su.exec(String(params['text'])) ?? [];
      for (let time = 0; time < Number(times); time++) yield words;
    }
    if (code === 'consonant-dropped') yield tripled(String(params['word']));
  }
}
