import * as Y from 'yjs';
import type { FormatRun } from '#shared/domain/formats';
import { seedDraft } from '#shared/schema/draft';
import { madeBlock } from './revisionGenerator';

/** A draft of points with these texts, `b0`, `b1` and on. */
export function draftOfPoints(texts: readonly string[]): Y.Doc {
  const doc = new Y.Doc();
  const blocks = texts.map((text, index) => madeBlock(`b${index}`, 'point', text));
  seedDraft(doc, { title: '', period: null, language: 'nb', blocks });
  return doc;
}

/** Plain words from `start` to `end`, but for what `format` says. */
export const formatRun = (start: number, end: number, format: Partial<FormatRun>): FormatRun => ({
  start,
  end,
  bold: false,
  italic: false,
  link: null,
  ...format,
});
