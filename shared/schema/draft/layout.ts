import * as Y from 'yjs';
import { blockId, type BlockId } from '../../core/ids';
import { blockKinds, type BlockKind } from '../../domain/block';
import { linksInOrder, linkVerdicts, type HandLink } from '../../domain/lineage';

/**
 * The shared layout of a draft; SPEC.md says what each part means.
 * `blocks`: id → Y.Map of the fields in `Entry` · `texts`: id → Y.Text · `meta`: title, period, language ·
 * `sources`: id → another text that belongs to the work, as plain data · `plans`: `<heading>/<field>` → a field of a chapter's plan, or its lock.
 */
export const BLOCKS = 'blocks';
export const TEXTS = 'texts';
export const META = 'meta';
export const SOURCES = 'sources';
export const PLANS = 'plans';
export const REMARKS = 'remarks';
export const PAPERS = 'papers';

/** Origin of this window's own edits: what undo takes back. */
export const LOCAL = Symbol('local edit');
/** Origin of the still invisible entries of new blocks: never undone, so that undo cannot take what others wrote in them. */
export const CREATION = Symbol('creation of entries');
/** Origin of the one transaction that fills a new draft. */
export const SEED = Symbol('seed');

/** An embed that divides a Y.Text: what follows is the text of `split`. */
export interface SplitEmbed {
  readonly split: string;
}
/** An embed that shows the block `include` inside this one, as long as that block's `joinedInto` is `key`. */
export interface IncludeEmbed {
  readonly include: string;
  readonly key: string;
}
/** An embed that is the marker of a footnote whose block is not known: its number as it was printed. */
export interface FootnoteEmbed {
  readonly footnote: string;
}
/** An embed that is the marker of the footnote `note`: its number is counted, and the footnote stands where its marker does. */
export interface NoteEmbed {
  readonly note: string;
}
/** An embed that reads as the present number of the block `ref`. */
export interface ReferenceEmbed {
  readonly ref: string;
}

/** One block's fields, read totally: whatever a peer wrote, each has a value of its type. */
export interface Entry {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly marker: string | null;
  readonly origins: readonly BlockId[];
  /** Where a person put the block; `null` for one that stands where it was split off. */
  readonly order: string | null;
  /** Where it stood when the block before it in the same Y.Text was moved away; `order` wins over it. */
  readonly rest: string | null;
  readonly deleted: boolean;
  readonly joinedInto: string | null;
  /** Each under a key of its own, `link:<origin>`: what two people say at once of two origins is both kept. */
  readonly links: readonly HandLink[];
}

export const draftBlocks = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(BLOCKS);
export const draftTexts = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(TEXTS);
export const draftPlans = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(PLANS);
export const draftMeta = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(META);
export const draftSourceMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(SOURCES);
/** What is remarked on the changes; read and written in `shared/schema/remarks.ts`. */
export const draftRemarks = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(REMARKS);
/** How the programme's papers look and what they say; read and written in `shared/schema/paperTemplate.ts`. */
export const draftPapers = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(PAPERS);

export function textOf(doc: Y.Doc, id: string): Y.Text | null {
  const text = draftTexts(doc).get(id);
  return text instanceof Y.Text ? text : null;
}

export function entryMap(doc: Y.Doc, id: string): Y.Map<unknown> | null {
  const entry = draftBlocks(doc).get(id);
  return entry instanceof Y.Map ? entry : null;
}

const stringOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const kindOf = (value: unknown): BlockKind => blockKinds.find((kind) => kind === value) ?? 'other';

function levelOf(kind: BlockKind, value: unknown): number | null {
  if (kind !== 'heading') return null;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 9 ? value : 1;
}

const LINK = 'link:';
export const linkKey = (origin: string): string => `${LINK}${origin}`;

function linksOf(map: Y.Map<unknown>): readonly HandLink[] {
  const links: HandLink[] = [];
  for (const [key, value] of map.entries()) {
    const verdict = linkVerdicts.find((known) => known === value);
    if (key.startsWith(LINK) && verdict !== undefined) links.push({ origin: blockId(key.slice(LINK.length)), verdict });
  }
  return linksInOrder(links);
}

/** `null` where there is no entry at all. */
export function readEntry(value: unknown): Entry | null {
  if (!(value instanceof Y.Map)) return null;
  const map = value as Y.Map<unknown>;
  const kind = kindOf(map.get('kind'));
  const origins = map.get('origins');
  return {
    kind,
    level: levelOf(kind, map.get('level')),
    marker: stringOrNull(map.get('marker')),
    origins: Array.isArray(origins)
      ? origins.filter((origin: unknown) => typeof origin === 'string').map((origin: string) => blockId(origin))
      : [],
    order: stringOrNull(map.get('order')),
    rest: stringOrNull(map.get('rest')),
    deleted: map.get('deleted') === true,
    joinedInto: stringOrNull(map.get('joinedInto')),
    links: linksOf(map),
  };
}

/** What a new block's entry says. */
export interface NewEntry {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly marker: string | null;
  readonly origins: readonly string[];
  readonly order: string | null;
  readonly links?: readonly HandLink[];
}

/**
 * A new block's entry. A field that reads the same without being written is not written: each key is kept as an item of its own by everyone who opens
 * the draft, and in every update that holds the whole of it.
 */
export function newEntry({ kind, level, marker, origins, order, links = [] }: NewEntry): Y.Map<unknown> {
  const entry = new Y.Map<unknown>();
  entry.set('kind', kind);
  if (level !== null) entry.set('level', level);
  if (marker !== null) entry.set('marker', marker);
  if (origins.length > 0) entry.set('origins', [...origins]);
  if (order !== null) entry.set('order', order);
  for (const { origin, verdict } of links) entry.set(linkKey(origin), verdict);
  return entry;
}

/** A block whose entry is missing: its words are shown all the same. */
export const entryOfStray: Entry = {
  kind: 'other',
  level: null,
  marker: null,
  origins: [],
  order: null,
  rest: null,
  deleted: false,
  joinedInto: null,
  links: [],
};
