import * as Y from 'yjs';
import type { Language } from '../../core/failure';
import type { BlockId } from '../../core/ids';
import type { Block } from '../../domain/block';
import { numberBlocks } from '../../domain/numbering';
import { referencesIn } from '../../domain/references';
import { withFormats } from '../../domain/formats';
import { withLinks } from '../../domain/lineage';
import type { LineSettings } from '../../domain/lines';
import type { Period, RevisionContent } from '../../domain/revision';
import { draftBlocks, draftMeta, draftTexts, newEntry, SEED, type NoteEmbed } from './layout';
import { insertFormatted } from './formatting';
import { firstKeys } from './orderKeys';
import { currentReader, readDraft } from './reader';
import { languageOf } from './targets';

export interface DraftSeed {
  readonly title: string;
  readonly period: Period | null;
  readonly language: Language;
  readonly blocks: readonly Block[];
}

/**
 * Which footnote each marker of a block calls, by number: where the footnotes stand right after the block, in the order of its markers, as the draft will show
 * them. Markers of notes that stand elsewhere (at the end of a text) stay as they were printed: nothing is moved by being read (Y1).
 */
function notesCalledBy(
  blocks: readonly Block[],
  numbers: readonly (string | null)[],
  at: number,
): ReadonlyMap<string, BlockId> {
  const called = new Map<string, BlockId>();
  const refs = [...(blocks[at]?.footnoteRefs ?? [])].sort((a, b) => a.offset - b.offset);
  for (const [nth, { number }] of refs.entries()) {
    const note = blocks[at + 1 + nth];
    if (note?.kind !== 'footnote' || numbers[at + 1 + nth] !== number || called.has(number)) return new Map();
    called.set(number, note.id);
  }
  return called;
}

function seededText(block: Block, notes: ReadonlyMap<string, BlockId>): Y.Text {
  const text = new Y.Text();
  const references = referencesIn(block.formats);
  insertFormatted(text, 0, block.text, block.formats ?? []);
  /** A reference is one unit long, whatever it reads as. */
  const indexOf = (offset: number): number =>
    references.reduce((index, { start, end }) => index - (end <= offset ? end - start - 1 : 0), offset);
  const refs = [...block.footnoteRefs].sort((a, b) => b.offset - a.offset);
  for (const { number, offset } of refs) {
    const note = notes.get(number);
    text.insertEmbed(
      indexOf(Math.min(offset, block.text.length)),
      note === undefined ? { footnote: number } : ({ note } satisfies NoteEmbed),
    );
  }
  return text;
}

/** Fills an empty draft, once, before any editor binds to it; undo does not reach it. */
export function seedDraft(doc: Y.Doc, content: DraftSeed): void {
  doc.transact(() => {
    const meta = draftMeta(doc);
    meta.set('title', content.title);
    meta.set('from', content.period?.from ?? null);
    meta.set('to', content.period?.to ?? null);
    meta.set('language', content.language);
    const keys = firstKeys(content.blocks.length);
    const numbers = numberBlocks(content.blocks);
    for (const [index, block] of content.blocks.entries()) {
      draftTexts(doc).set(block.id, seededText(block, notesCalledBy(content.blocks, numbers, index)));
      draftBlocks(doc).set(block.id, newEntry({ ...block, order: keys[index] ?? null }));
    }
  }, SEED);
}

export interface DraftMeta {
  readonly title: string;
  readonly period: Period | null;
  readonly language: Language;
}

/** Title (that of the title block, where there is one), period and language. */
export function draftMetaOf(doc: Y.Doc): DraftMeta {
  const meta = draftMeta(doc);
  const [title, from, to] = ['title', 'from', 'to'].map((key) => meta.get(key));
  const titleBlock = readDraft(doc).find((block) => block.kind === 'title' && block.text.trim() !== '');
  return {
    title: titleBlock?.text ?? (typeof title === 'string' ? title : ''),
    period: typeof from === 'string' && typeof to === 'string' ? { from, to } : null,
    language: languageOf(doc),
  };
}

/** The draft as a revision would hold it. Blocks without any text are left out: they exist only while someone writes. */
export function draftContent(doc: Y.Doc, lineSettings: LineSettings): RevisionContent {
  const blocks = currentReader(doc)
    .blocks.filter((block) => block.text.trim() !== '')
    .map(({ id, kind, level, marker, text, origins, footnoteRefs, links = [], formats = [] }) => ({
      id,
      kind,
      level,
      marker,
      text,
      origins,
      footnoteRefs: footnoteRefs.map(({ number, offset }) => ({ number, offset })),
      ...withLinks(links),
      ...withFormats(formats),
    }));
  return { ...draftMetaOf(doc), lineSettings, blocks };
}
