import * as Y from 'yjs';
import type { Language } from '../../core/failure';
import { languages } from '../../core/failure';
import type { Block } from '../../domain/block';
import { withFormats } from '../../domain/formats';
import { withLinks } from '../../domain/lineage';
import type { LineSettings } from '../../domain/lines';
import type { Period, RevisionContent } from '../../domain/revision';
import { draftBlocks, draftMeta, draftTexts, linkKey, SEED } from './layout';
import { insertFormatted } from './formatting';
import { firstKeys } from './orderKeys';
import { readDraft } from './reader';

export interface DraftSeed {
  readonly title: string;
  readonly period: Period | null;
  readonly language: Language;
  readonly blocks: readonly Block[];
}

function seededText(block: Block): Y.Text {
  const text = new Y.Text();
  insertFormatted(text, 0, block.text, block.formats ?? []);
  const refs = [...block.footnoteRefs].sort((a, b) => b.offset - a.offset);
  for (const { number, offset } of refs) text.insertEmbed(Math.min(offset, block.text.length), { footnote: number });
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
    for (const [index, block] of content.blocks.entries()) {
      const entry = new Y.Map<unknown>();
      entry.set('kind', block.kind);
      entry.set('level', block.level);
      entry.set('marker', block.marker);
      entry.set('origins', [...block.origins]);
      entry.set('order', keys[index] ?? null);
      entry.set('deleted', false);
      entry.set('joinedInto', null);
      for (const { origin, verdict } of block.links ?? []) entry.set(linkKey(origin), verdict);
      draftTexts(doc).set(block.id, seededText(block));
      draftBlocks(doc).set(block.id, entry);
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
  const [title, from, to, language] = ['title', 'from', 'to', 'language'].map((key) => meta.get(key));
  const titleBlock = readDraft(doc).find((block) => block.kind === 'title' && block.text.trim() !== '');
  return {
    title: titleBlock?.text ?? (typeof title === 'string' ? title : ''),
    period: typeof from === 'string' && typeof to === 'string' ? { from, to } : null,
    language: languages.find((known) => known === language) ?? 'nb',
  };
}

/** The draft as a revision would hold it. Blocks without any text are left out: they exist only while someone writes. */
export function draftContent(doc: Y.Doc, lineSettings: LineSettings): RevisionContent {
  const blocks = readDraft(doc)
    .filter((block) => block.text.trim() !== '')
    .map(({ id, kind, level, marker, text, origins, footnoteRefs, links = [], formats = [] }) => ({
      id,
      kind,
      level,
      marker,
      text,
      origins,
      footnoteRefs,
      ...withLinks(links),
      ...withFormats(formats),
    }));
  return { ...draftMetaOf(doc), lineSettings, blocks };
}
