import * as Y from 'yjs';
import { blockId, type BlockId } from '../../core/ids';
import type { Range } from '../../core/range';
import type { Block, FootnoteRef } from '../../domain/block';
import { formatsInOrder, formatsShifted, sameFormats, withFormats, type FormatRun } from '../../domain/formats';
import { sameLinks, withLinks } from '../../domain/lineage';
import { derive, entryFor, segmentsIn, type Derived, type Placed } from './derive';
import { CREATION, draftBlocks, draftTexts, readEntry, textOf, type Entry } from './layout';
import { goneReference } from '../../domain/references';
import { languageOf, namesOfTargets, type TargetNames } from './targets';
import { namesIn, offsetOfIndex, rangeOfIndexes, readSegments, type Segment } from './segments';
import { writeTyped } from './typed';

/** A block as it is shown now. */
export interface DraftBlock extends Block {
  /** Someone deleted it while someone else wrote in it: what was written is kept, for a person to settle. */
  readonly rescued: boolean;
}

/** A place in a shown block's text. */
export interface BlockRange {
  readonly block: BlockId;
  /** UTF-16 code units of the block's text. */
  readonly rangeInText: Range;
}

/** What a transaction changed in the blocks that are shown. */
export interface DraftChange {
  /** Blocks came, went or changed places. */
  readonly order: boolean;
  /** Blocks whose own fields or text changed, and blocks that are new. */
  readonly changed: ReadonlySet<BlockId>;
}

const sameStrings = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

const sameFootnotes = (a: readonly FootnoteRef[], b: readonly FootnoteRef[]): boolean =>
  a.length === b.length &&
  a.every((ref, index) => {
    const other = b[index];
    return ref.number === other?.number && ref.offset === other.offset && ref.note === other.note;
  });

const sameBlock = (a: DraftBlock, b: DraftBlock): boolean =>
  a.text === b.text &&
  a.kind === b.kind &&
  a.level === b.level &&
  a.marker === b.marker &&
  a.rescued === b.rescued &&
  sameStrings(a.origins, b.origins) &&
  sameLinks(a.links, b.links) &&
  sameFormats(a.formats, b.formats) &&
  sameFootnotes(a.footnoteRefs, b.footnoteRefs);

/** What of the segments decides which blocks there are: when this is the same, only texts changed. */
const shapeOf = (segments: readonly Segment[]): string =>
  JSON.stringify(
    segments.map(({ block, includes, footnotes, runs }) => [
      block,
      runs.length === 0,
      includes.map((include) => [include.block, include.key]),
      footnotes.flatMap(({ note }) => note ?? []),
    ]),
  );

/** Whether two states of an entry leave its block in the same place, shown or hidden as before. */
const standsAlike = (a: Entry | undefined, b: Entry | null): boolean =>
  a !== undefined && b !== null
    ? a.order === b.order &&
      a.rest === b.rest &&
      a.deleted === b.deleted &&
      a.joinedInto === b.joinedInto &&
      // A footnote stands where its marker does.
      (a.kind === 'footnote') === (b.kind === 'footnote')
    : a === undefined && b === null;

const nothing: readonly string[] = [];

const samePlace = (a: Placed, b: Placed): boolean =>
  a.rescued === b.rescued &&
  a.pieces.length === b.pieces.length &&
  a.pieces.every(({ host, nth }, index) => host === b.pieces[index]?.host && nth === b.pieces[index].nth);

const KEPT_CHANGES = 256;

/**
 * The blocks of a draft, kept up to date: a change of text is read from the one Y.Text that changed, whatever the size of the draft.
 * One for each Y.Doc (`draftReader`); it lives as long as the doc.
 */
class DraftReader {
  readonly doc: Y.Doc;
  /** The blocks in order. A new array at each change; an unchanged block keeps its identity. */
  blocks: readonly DraftBlock[] = [];
  /** Grows by one at each change. */
  version = 0;
  private derived: Derived = derive(new Map(), new Map());
  private readonly texts = new Map<string, Y.Text>();
  private readonly idOfText = new Map<Y.AbstractType<unknown>, string>();
  private readonly idOfEntry = new Map<Y.AbstractType<unknown>, string>();
  private readonly names = new Map<string, readonly string[]>();
  /** The blocks that the references of a Y.Text name; only those that have any. */
  private readonly references = new Map<string, readonly string[]>();
  /** What those read as in the segments that are kept. */
  private readonly readAs = new Map<string, readonly string[]>();
  /** The Y.Texts with markers of footnotes that are counted. */
  private readonly marked = new Set<string>();
  private targets: TargetNames = { references: new Map(), notes: new Map() };
  /** Which Y.Texts have a split embed for a block. More than one only where a peer wrote nonsense. */
  private readonly claims = new Map<string, Set<string>>();
  private readonly segments = new Map<string, readonly Segment[]>();
  private readonly entries = new Map<string, Entry>();
  private positions = new Map<string, number>();
  private readonly log: { readonly version: number; readonly change: DraftChange }[] = [];
  private readonly listeners = new Set<(change: DraftChange) => void>();
  private readonly dirtyTexts = new Set<string>();
  private readonly dirtyEntries = new Set<string>();

  constructor(doc: Y.Doc) {
    this.doc = doc;
    for (const id of draftTexts(doc).keys()) this.dirtyTexts.add(id);
    for (const id of draftBlocks(doc).keys()) this.dirtyEntries.add(id);
    this.settle();
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      this.note(transaction);
      // The entries of new blocks are read together with what brings them to life, right after.
      if (transaction.origin !== CREATION) this.settle();
    });
  }

  subscribe(listener: (change: DraftChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What changed after the given version; `null` when that is too long ago to know: read everything. */
  changedSince(version: number): DraftChange | null {
    if (version === this.version) return { order: false, changed: new Set() };
    const oldest = this.log[0]?.version ?? Infinity;
    if (version + 1 < oldest) return null;
    const later = this.log.filter((entry) => entry.version > version);
    return {
      order: later.some(({ change }) => change.order),
      changed: new Set(later.flatMap(({ change }) => [...change.changed])),
    };
  }

  indexOf(id: string): number | null {
    return this.positions.get(id) ?? null;
  }

  block(id: string): DraftBlock | null {
    const index = this.positions.get(id);
    return index === undefined ? null : (this.blocks[index] ?? null);
  }

  /** How the blocks are made of segments: what operations work on. */
  get structure(): Derived {
    return this.derived;
  }

  placed(id: string): Placed | null {
    const index = this.positions.get(id);
    return index === undefined ? null : (this.derived.placed[index] ?? null);
  }

  entry(id: string): Entry {
    return entryFor(this.entries, id);
  }

  /** The Y.Texts in which the words of a shown block stand; none for any other. */
  hostsOf(id: string): readonly string[] {
    return this.placed(id)?.pieces.map(({ host }) => host) ?? nothing;
  }

  /** The segments that make up a shown block, in reading order; empty for any other. */
  piecesOf(id: string): readonly Segment[] {
    return this.partsOf(id).map(({ segment }) => segment);
  }

  private partsOf(id: string): ReturnType<typeof segmentsIn> {
    return segmentsIn(this.placed(id)?.pieces ?? [], this.segments);
  }

  /** The shown block in which an index of a Y.Text lies, and the offset in its text; `null` when it is not shown. */
  locate(host: string, index: number): { readonly block: BlockId; readonly offset: number } | null {
    const segment = this.segments.get(host)?.find(({ from, to }) => from <= index && index <= to);
    if (segment === undefined) return null;
    const holder = this.derived.holderOf(segment.block);
    const part = this.partsOf(holder).find((one) => one.segment === segment);
    return part ? { block: blockId(holder), offset: part.start + offsetOfIndex(segment, index) } : null;
  }

  /**
   * The blocks whose words stand in a shared type, or would; `null` where it is no text of the draft, and where one of them is there for its words only, or would be: a block that
   * was deleted is shown as long as it holds what others wrote.
   */
  blocksWrittenIn(type: unknown): readonly BlockId[] | null {
    const host = this.idOfText.get(type as Y.AbstractType<unknown>);
    if (host === undefined) return null;
    const holders = (this.segments.get(host) ?? []).map(({ block }) => blockId(this.derived.holderOf(block)));
    return holders.every((id) => this.block(id)?.rescued === false) ? holders : null;
  }

  /** The parts of shown blocks that hold the characters of a Y.Text from one index to another, in the order they stand in it. */
  rangesWithin(host: string, from: number, to: number): readonly BlockRange[] {
    return (this.segments.get(host) ?? []).flatMap((segment) => {
      const within = rangeOfIndexes(segment, from, to);
      if (within === null) return [];
      const holder = this.derived.holderOf(segment.block);
      const before = this.partsOf(holder).find((part) => part.segment === segment)?.start;
      if (before === undefined) return [];
      return [{ block: blockId(holder), rangeInText: { start: before + within.start, end: before + within.end } }];
    });
  }

  /** What a reference to a block reads as; of a shown block it is known only where it is referred to. */
  nameOf(target: string): string | null {
    const holder = this.derived.holderOf(target);
    return this.targets.references.get(holder) ?? (this.positions.has(holder) ? null : this.nameOfGone);
  }

  /** Where the markers of a footnote stand in the Y.Texts. */
  markersOf(note: string): readonly { readonly host: string; readonly indexes: readonly number[] }[] {
    return [...this.marked].flatMap((host) => {
      const marks = (this.segments.get(host) ?? []).flatMap(({ footnotes }) =>
        footnotes.filter((mark) => mark.note === note),
      );
      return marks.length === 0 ? [] : [{ host, indexes: marks.map(({ index }) => index) }];
    });
  }

  /** Marks what an operation wrote, so that its next step can read it before the transaction ends. */
  touchText(id: string): void {
    this.dirtyTexts.add(id);
  }

  touchEntry(id: string): void {
    this.dirtyEntries.add(id);
  }

  /** Reads what is marked. Called after each transaction; operations call it between steps. */
  settle(): void {
    if (this.dirtyTexts.size === 0 && this.dirtyEntries.size === 0) return;
    const before = { placed: this.derived.placed, positions: this.positions };
    const changed = new Set<string>();
    let structural = false;
    let renames = this.dirtyEntries.size > 0;
    for (const id of this.dirtyEntries) {
      structural = this.readEntry(id) || structural;
      changed.add(id);
    }
    this.dirtyEntries.clear();
    for (const id of this.dirtyTexts) renames = this.readClaims(id) || renames;
    const noteHolders = (): void => {
      for (const id of this.dirtyTexts)
        for (const { block } of this.segments.get(id) ?? []) changed.add(this.derived.holderOf(block));
    };
    noteHolders();
    for (const id of this.dirtyTexts) structural = this.readText(id) || structural;
    if (structural) this.derived = derive(this.segments, this.entries);
    noteHolders();
    renames ||= structural || [...changed].some((id) => this.entry(id).kind === 'heading');
    this.dirtyTexts.clear();
    if (renames) for (const id of this.renameTargets()) changed.add(id);
    const { placed } = this.derived;
    const order =
      structural &&
      !(placed.length === before.placed.length && placed.every(({ id }, index) => id === before.placed[index]?.id));
    if (order) this.positions = new Map(placed.map(({ id }, index) => [id, index]));
    this.publish(order, structural, changed, before);
  }

  /** Finds anew what the targets of references and markers are called; yields the blocks that may read differently now. */
  private renameTargets(): ReadonlySet<string> {
    const concerned = new Set<string>();
    const { references, marked, derived } = this;
    if (references.size === 0 && marked.size === 0) return concerned;
    const wanted = new Set([...references.values()].flat().map((target) => derived.holderOf(target)));
    this.targets = namesOfTargets(this.doc, derived.placed, this.segments, this.entries, wanted);
    const noteHolders = (host: string): void => {
      for (const { block } of this.segments.get(host) ?? []) concerned.add(derived.holderOf(block));
    };
    for (const [host, names] of references) {
      if (sameStrings(names.map(this.nameNow), this.readAs.get(host) ?? nothing)) continue;
      this.readText(host);
      noteHolders(host);
    }
    for (const host of marked) noteHolders(host);
    return concerned;
  }

  /** `candidates`: the blocks whose fields or texts may have changed; where the structure changed, those made of other pieces too. */
  private publish(
    order: boolean,
    structural: boolean,
    candidates: ReadonlySet<string>,
    before: { readonly placed: readonly Placed[]; readonly positions: ReadonlyMap<string, number> },
  ): void {
    const { placed } = this.derived;
    const changed = new Set<BlockId>();
    const refreshed = (place: Placed, former: DraftBlock | undefined): DraftBlock => {
      const block = this.compose(place);
      if (former && sameBlock(former, block)) return former;
      changed.add(block.id);
      return block;
    };
    let next: readonly DraftBlock[];
    if (structural) {
      next = placed.map((place, index) => {
        const at = order ? before.positions.get(place.id) : index;
        const former = at === undefined ? undefined : this.blocks[at];
        const stood = at === undefined ? undefined : before.placed[at];
        const isKept = former && stood && !candidates.has(place.id) && samePlace(stood, place);
        return isKept ? former : refreshed(place, former);
      });
    } else {
      const copy = [...this.blocks];
      for (const id of candidates) {
        const index = this.positions.get(id);
        const place = index === undefined ? undefined : placed[index];
        if (index !== undefined && place !== undefined) copy[index] = refreshed(place, copy[index]);
      }
      next = copy;
    }
    if (!order && changed.size === 0) return;
    this.blocks = next;
    this.version += 1;
    const change: DraftChange = { order, changed };
    this.log.push({ version: this.version, change });
    if (this.log.length > KEPT_CHANGES) this.log.shift();
    for (const listener of this.listeners) listener(change);
  }

  private compose({ id, pieces, rescued }: Placed): DraftBlock {
    const { kind, level, marker, origins, links } = this.entry(id);
    let text = '';
    const footnoteRefs: FootnoteRef[] = [];
    const formats: FormatRun[] = [];
    for (const { segment, start } of segmentsIn(pieces, this.segments)) {
      for (const { number, note, offset } of segment.footnotes) {
        const counted = note === null ? number : (this.targets.notes.get(note) ?? null);
        if (counted !== null)
          footnoteRefs.push({
            number: counted,
            offset: start + offset,
            ...(note !== null && { note: blockId(note) }),
          });
      }
      formats.push(...formatsShifted(segment.formats, start));
      text += segment.text;
    }
    return {
      id: blockId(id),
      kind,
      level,
      marker,
      text,
      origins,
      footnoteRefs,
      rescued,
      ...withLinks(links),
      ...withFormats(formatsInOrder(formats, text.length)),
    };
  }

  private note(transaction: Y.Transaction): void {
    const texts = draftTexts(this.doc);
    const blocks = draftBlocks(this.doc);
    for (const [type, keys] of transaction.changed) {
      const changedType = type as Y.AbstractType<unknown>;
      if (changedType === texts) {
        for (const key of keys) if (key !== null) this.dirtyTexts.add(key);
      } else if (changedType === blocks) {
        for (const key of keys) if (key !== null) this.dirtyEntries.add(key);
      } else {
        const text = this.idOfText.get(changedType);
        if (text !== undefined) this.dirtyTexts.add(text);
        const entry = this.idOfEntry.get(changedType);
        if (entry !== undefined) this.dirtyEntries.add(entry);
      }
    }
  }

  /** Yields whether its block may have come, gone or changed places. */
  private readEntry(id: string): boolean {
    const former = this.entries.get(id);
    const value = draftBlocks(this.doc).get(id);
    const entry = readEntry(value);
    if (entry === null) this.entries.delete(id);
    else this.entries.set(id, entry);
    if (value instanceof Y.Map) this.idOfEntry.set(value as Y.AbstractType<unknown>, id);
    return !standsAlike(former, entry);
  }

  /** Notes which blocks a Y.Text claims, and refers to; other Y.Texts that a change concerns are marked too. Yields whether it refers to others now. */
  private readClaims(id: string): boolean {
    const text = textOf(this.doc, id);
    const former = this.names.get(id) ?? [];
    const present = this.texts.has(id);
    const { splits: names, refs } = text === null ? { splits: [], refs: [] } : namesIn(text);
    const refersAnew = !sameStrings(this.references.get(id) ?? nothing, refs);
    if (refs.length === 0) this.references.delete(id);
    else this.references.set(id, refs);
    if (text === null) {
      this.texts.delete(id);
      this.names.delete(id);
    } else {
      this.texts.set(id, text);
      this.idOfText.set(text as Y.AbstractType<unknown>, id);
      this.names.set(id, names.length === 0 ? nothing : names);
    }
    if (present !== (text !== null)) for (const host of this.claims.get(id) ?? []) this.dirtyTexts.add(host);
    if (sameStrings(former, names)) return refersAnew;
    for (const name of former) this.claims.get(name)?.delete(id);
    for (const name of names) {
      const claims = this.claims.get(name) ?? new Set<string>();
      claims.add(id);
      this.claims.set(name, claims);
    }
    for (const name of new Set([...former, ...names]))
      for (const host of this.claims.get(name) ?? []) this.dirtyTexts.add(host);
    return refersAnew;
  }

  private get nameOfGone(): string {
    return goneReference(languageOf(this.doc));
  }

  private readonly nameNow = (target: string): string => this.nameOf(target) ?? this.nameOfGone;

  private isHome(host: string, block: string): boolean {
    if (this.texts.has(block)) return false;
    for (const other of this.claims.get(block) ?? []) if (other < host) return false;
    return true;
  }

  /** Yields whether blocks may have come, gone or changed places. */
  private readText(id: string): boolean {
    const text = this.texts.get(id);
    const former = this.segments.get(id);
    if (text === undefined) {
      this.marked.delete(id);
      return this.segments.delete(id);
    }
    const segments = readSegments(id, text, (block) => this.isHome(id, block), this.nameNow);
    const named = this.references.get(id);
    if (named) this.readAs.set(id, named.map(this.nameNow));
    this.segments.set(id, segments);
    if (segments.some(({ footnotes }) => footnotes.some(({ note }) => note !== null))) this.marked.add(id);
    else this.marked.delete(id);
    if (former === undefined) return true;
    const [before, after] = [former, segments].map(shapeOf);
    return before !== after;
  }
}

export type { DraftReader };

const readers = new WeakMap<Y.Doc, DraftReader>();

/** The reader of a draft: the same one each time it is asked for. */
export function draftReader(doc: Y.Doc): DraftReader {
  const known = readers.get(doc);
  if (known) return known;
  const reader = new DraftReader(doc);
  readers.set(doc, reader);
  return reader;
}

/** The reader once what was typed is in the draft (Y24): for whoever works on places in it. Those who are told of changes need not wait for it. */
export function currentReader(doc: Y.Doc): DraftReader {
  writeTyped(doc);
  return draftReader(doc);
}

/** The blocks that are shown, in order. */
export const readDraft = (doc: Y.Doc): readonly DraftBlock[] => draftReader(doc).blocks;
