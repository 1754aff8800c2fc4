import type { Block } from '../domain/block';
import { blockOfLink } from '../domain/blockLink';
import { sameFormats, type FormatRun } from '../domain/formats';

/** A link within the text leads to its own block in either text. */
const comparable = (formats: readonly FormatRun[] = []): readonly FormatRun[] =>
  formats.map((run) => (blockOfLink(run.link) === null ? run : { ...run, link: 'block:' }));

/** Whether two blocks of the same words differ in what is bold, italic or a link: `reformatted`, or nothing. D38. */
export const reformattedOf = (before: Block | undefined, now: Block | undefined): { readonly reformatted?: true } =>
  before !== undefined &&
  now !== undefined &&
  before.text === now.text &&
  (before.formats !== undefined || now.formats !== undefined) &&
  !sameFormats(comparable(before.formats), comparable(now.formats))
    ? { reformatted: true }
    : {};
