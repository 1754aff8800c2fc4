import * as Y from 'yjs';
import type { Block } from '#shared/domain/block';
import type { FormatRun } from '#shared/domain/formats';
import { seedDraft } from '#shared/schema/draft';
import { madeBlock } from './revisionGenerator';

/** A draft of these blocks, without a title or a period, in bokmål. */
export function draftOf(blocks: readonly Block[]): Y.Doc {
  const doc = new Y.Doc();
  seedDraft(doc, { title: '', period: null, language: 'nb', blocks });
  return doc;
}

/** A draft of points with these texts, `b0`, `b1` and on. */
export const draftOfPoints = (texts: readonly string[]): Y.Doc =>
  draftOf(texts.map((text, index) => madeBlock(`b${index}`, 'point', text)));

/** Plain words from `start` to `end`, but for what `format` says. */
export const formatRun = (start: number, end: number, format: Partial<FormatRun>): FormatRun => ({
  start,
  end,
  bold: false,
  italic: false,
  link: null,
  ...format,
});
