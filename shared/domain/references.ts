import type { Language } from '../core/failure';
import type { BlockId } from '../core/ids';
import type { Range } from '../core/range';
import type { Block } from './block';
import { blockOfLink } from './blockLink';
import type { FormatRun } from './formats';
import { describePlace, gazetteerOf, type Place } from './places';

/** A reference in a block's text: its words are the number of `target`, as the text had it when it was read. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  readonly target: BlockId;
}

export const referencesIn = (formats: readonly FormatRun[] = []): readonly Reference[] =>
  formats.flatMap(({ start, end, link }) => {
    const target = blockOfLink(link);
    return target === null ? [] : [{ start, end, target }];
  });

/** Whether a range reaches into a reference without holding all of it: that reads as its target's number, and is not changed by hand. Rule RF5. */
export const isWithinReference = (block: Pick<Block, 'formats'>, { start, end }: Range): boolean =>
  referencesIn(block.formats).some(
    (ref) => start < ref.end && ref.start < end && !(start <= ref.start && ref.end <= end),
  );

interface ReferenceWords {
  readonly chapter: string;
  readonly point: string;
  readonly within: string;
  readonly gone: string;
  readonly footnote: string;
}

const words: Readonly<Record<Language, ReferenceWords>> = {
  nb: { chapter: 'kap.', point: 'pkt.', within: 'i', gone: '(slettet punkt)', footnote: 'fotnote' },
  nn: { chapter: 'kap.', point: 'pkt.', within: 'i', gone: '(sletta punkt)', footnote: 'fotnote' },
  en: { chapter: 'ch.', point: 'item', within: 'in', gone: '(deleted item)', footnote: 'footnote' },
};

/** What a reference reads as when its target is gone. */
export const goneReference = (language: Language): string => words[language].gone;

const isNumber = (name: string): boolean => /^\d{1,4}(?:\.\d{1,4})*\p{L}?$/u.test(name);

/** What a reference to a block reads as: «pkt. 3.2», «kap. 3», «pkt. 2 i «Forord»», «fotnote 4», «kap. 3 avsnitt 1». Rule RF2. */
export function referenceTo(block: Block, place: Place, printed: string | null, language: Language): string {
  const { chapter, point, within, footnote } = words[language];
  if (place.kind === 'footnote' && printed !== null) return `${footnote} ${printed}`;
  if (place.kind === 'heading' && printed === null && (block.level ?? 1) > 1) return `«${block.text}»`;
  if (place.kind === 'heading' && place.chapter !== null)
    return isNumber(place.chapter) ? `${chapter} ${place.chapter}` : `«${place.chapter}»`;
  if (place.kind === 'point' && place.point !== null) {
    if (place.chapter === null) return `${point} ${place.point}`;
    return isNumber(place.chapter)
      ? `${point} ${place.chapter}.${place.point}`
      : `${point} ${place.point} ${within} «${place.chapter}»`;
  }
  return describePlace(place, null, language);
}

/** What a block says itself, a reference in it left out: no name hangs on another, or on itself. Rule RF4. */
function inItsOwnWords(block: Block): Block {
  const ownName = withReferenceNames(block, () => '…');
  return ownName === block ? block : { ...block, text: ownName.text };
}

/** What references to these blocks read as in a text, by block; none for those that are not in it. */
export function referenceNames(
  blocks: readonly Block[],
  numbers: readonly (string | null)[],
  targets: ReadonlySet<string>,
  language: Language,
): ReadonlyMap<string, string> {
  const own = blocks.map((block) => (block.kind === 'heading' ? inItsOwnWords(block) : block));
  const gazetteer = gazetteerOf(own);
  const names = new Map<string, string>();
  own.forEach((block, index) => {
    if (!targets.has(block.id)) return;
    names.set(block.id, referenceTo(block, gazetteer.placeOf(index), numbers[index] ?? null, language));
  });
  return names;
}

/** A block whose references read as `nameOf` says of their targets; where it says nothing, as they do. Rule RF3. */
export function withReferenceNames<Some extends Pick<Block, 'text' | 'formats' | 'footnoteRefs'>>(
  block: Some,
  nameOf: (target: BlockId) => string | null,
): Some {
  const references = referencesIn(block.formats);
  if (
    references.every(
      ({ start, end, target }) => (nameOf(target) ?? block.text.slice(start, end)) === block.text.slice(start, end),
    )
  )
    return block;
  let text = '';
  let at = 0;
  const grown: { readonly end: number; readonly by: number }[] = [];
  for (const { start, end, target } of references) {
    const name = nameOf(target) ?? block.text.slice(start, end);
    text += block.text.slice(at, start) + name;
    grown.push({ end, by: name.length - (end - start) });
    at = end;
  }
  const moved = (offset: number): number =>
    grown.reduce((sum, { end, by }) => (end <= offset ? sum + by : sum), offset);
  return {
    ...block,
    text: text + block.text.slice(at),
    footnoteRefs: block.footnoteRefs.map((ref) => ({ ...ref, offset: moved(ref.offset) })),
    ...(block.formats && {
      formats: block.formats.map((run) => ({ ...run, start: moved(run.start), end: moved(run.end) })),
    }),
  };
}

/** The formats of words that are taken out of their text: their references are words like others. */
export const withoutReferences = (formats: readonly FormatRun[] = []): readonly FormatRun[] =>
  formats.map((run) => (blockOfLink(run.link) === null ? run : { ...run, link: null }));
