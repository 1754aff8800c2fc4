import type * as Y from 'yjs';
import { languages, type Language } from '../../core/failure';
import { blockId } from '../../core/ids';
import type { Block } from '../../domain/block';
import { formatsShifted } from '../../domain/formats';
import { numberBlocks } from '../../domain/numbering';
import { referenceNames } from '../../domain/references';
import { entryFor, segmentsIn, type Placed, type SegmentsByHost } from './derive';
import { draftMeta, type Entry } from './layout';

/** What the targets of references and of footnote markers are called now. */
export interface TargetNames {
  /** By the shown block that is referred to. */
  readonly references: ReadonlyMap<string, string>;
  /** The numbers of footnotes. */
  readonly notes: ReadonlyMap<string, string>;
}

export function languageOf(doc: Y.Doc): Language {
  const language = draftMeta(doc).get('language');
  return languages.find((known) => known === language) ?? 'nb';
}

/** Names the blocks `wanted`, and all footnotes. Linear in the blocks; asked for only where a draft has references or notes. */
export function namesOfTargets(
  doc: Y.Doc,
  placed: readonly Placed[],
  segments: SegmentsByHost,
  entries: ReadonlyMap<string, Entry>,
  wanted: ReadonlySet<string>,
): TargetNames {
  const language = languageOf(doc);
  const blocks = placed.map(({ id, pieces }): Block => {
    const { kind, level, marker } = entryFor(entries, id);
    // Only a heading without a number is known by its words.
    const words = segmentsIn(kind === 'heading' ? pieces : [], segments);
    const text = words.map(({ segment }) => segment.text).join('');
    const formats = words.flatMap(({ segment, start }) => formatsShifted(segment.formats, start));
    return { id: blockId(id), kind, level, marker, text, formats, origins: [], footnoteRefs: [] };
  });
  const numbers = numberBlocks(blocks);
  const notes = new Map<string, string>();
  blocks.forEach(({ id, kind }, index) => {
    const number = numbers[index] ?? null;
    if (kind === 'footnote' && number !== null) notes.set(id, number);
  });
  return {
    references: wanted.size === 0 ? new Map() : referenceNames(blocks, numbers, wanted, language),
    notes,
  };
}
