import * as v from 'valibot';
import type * as Y from 'yjs';
import { blockId, personId, type BlockId, type PersonId } from '../core/ids';
import type { Timestamp } from '../core/sources';
import { blockKinds, type Block } from '../domain/block';
import { withFormats } from '../domain/formats';
import { referencesIn, withReferenceNames } from '../domain/references';

/** A block as a moment keeps it: what a person would have to write again. */
export type KeptBlock = Pick<Block, 'kind' | 'level' | 'marker' | 'text' | 'origins' | 'formats' | 'footnoteRefs'>;

/** What one window changed in the draft within a short while, as it was afterwards. Rules HI1–HI7. */
export interface Moment {
  readonly id: string;
  readonly at: Timestamp;
  /** Who changed it; `null` for what was there before the history, or came from where nobody keeps one. */
  readonly person: PersonId | null;
  /** The changed blocks, all blocks where `whole`; `null` for one that went away. */
  readonly blocks: ReadonlyMap<BlockId, KeptBlock | null>;
  /** All blocks in their order, where some came, went or moved; `null` where none did. */
  readonly order: readonly BlockId[] | null;
  /** All of the text: nothing before it is needed to read it. */
  readonly whole: boolean;
  /** The name of a version that someone gave one. */
  readonly name: string | null;
}

/** The text at one moment. */
export type TextThen = readonly (KeptBlock & { readonly id: BlockId })[];

/** So many moments are kept one by one; older ones become one. About three months of ten people who write every evening. */
const MOST_MOMENTS = 3_000;
const AT_ONCE = 500;

const momentsMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('moments');

const id = v.pipe(v.string(), v.transform(blockId));
const storedFormat = v.object({
  start: v.number(),
  end: v.number(),
  bold: v.boolean(),
  italic: v.boolean(),
  link: v.nullable(v.string()),
});
const keptBlock = v.object({
  kind: v.picklist(blockKinds),
  level: v.nullable(v.number()),
  marker: v.nullable(v.string()),
  text: v.string(),
  origins: v.array(id),
  formats: v.exactOptional(v.array(storedFormat)),
  // Absent in moments from before there were any.
  footnoteRefs: v.optional(
    v.array(v.object({ number: v.string(), offset: v.number(), note: v.exactOptional(id) })),
    [],
  ),
});
const storedMoment = v.object({
  at: v.string(),
  person: v.nullable(v.pipe(v.string(), v.transform(personId))),
  blocks: v.array(v.tuple([id, v.nullable(keptBlock)])),
  order: v.nullable(v.array(id)),
  whole: v.boolean(),
  name: v.nullable(v.string()),
});

/** What was read of a stored value, by the value: a moment never changes. */
const known = new WeakMap<object, Moment | null>();

function momentFrom(key: string, raw: unknown): Moment | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const read = known.get(raw);
  if (read !== undefined) return read;
  const parsed = v.safeParse(storedMoment, raw);
  const moment = parsed.success ? { id: key, ...parsed.output, blocks: new Map(parsed.output.blocks) } : null;
  known.set(raw, moment);
  return moment;
}

const BEGINNING = 'beginning/';

/** The id of a moment with what was there before the first change that its window knows of. */
export const beginningId = (own: string): string => BEGINNING + own;

const isBeginning = ({ id: key }: Pick<Moment, 'id'>): boolean => key.startsWith(BEGINNING);

/** All moments, oldest first; of several windows that began the history without knowing of each other, the first beginning. Total: what is none is passed over. */
export function readMoments(doc: Y.Doc): readonly Moment[] {
  const moments = [...momentsMap(doc)]
    .flatMap(([key, raw]) => momentFrom(key, raw) ?? [])
    .sort((a, b) => (a.at === b.at ? rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
  const begin = moments.find(isBeginning);
  return moments.filter((moment) => moment === begin || !isBeginning(moment));
}

/** Of what was written down at once: what was there before, the change, the version that got a name. */
const rankOf = ({ person, name }: Moment): number => (name !== null ? 2 : person === null ? 0 : 1);

/** As plain data, without what is empty. */
const stored = ({ origins, formats, footnoteRefs, ...kept }: KeptBlock): unknown => ({
  ...kept,
  origins: [...origins],
  ...(formats && { formats: formats.map((run) => ({ ...run })) }),
  ...(footnoteRefs.length > 0 && { footnoteRefs: footnoteRefs.map((ref) => ({ ...ref })) }),
});

/** Adds a moment. Where they are too many, the oldest become one, but for those that have a name. */
export function writeMoment(doc: Y.Doc, { id: key, blocks, ...moment }: Moment): void {
  const put = (one: string, value: Omit<Moment, 'id'>): void => {
    momentsMap(doc).set(one, {
      ...value,
      blocks: [...value.blocks].map(([block, kept]) => [block, kept && stored(kept)]),
      order: value.order && [...value.order],
    });
  };
  doc.transact(() => {
    put(key, { ...moment, blocks });
    if (momentsMap(doc).size <= MOST_MOMENTS) return;
    const moments = readMoments(doc);
    const last = moments[AT_ONCE - 1];
    if (last === undefined) return;
    const then = textAt(moments, AT_ONCE - 1);
    for (const old of moments.slice(0, AT_ONCE)) if (old.name === null) momentsMap(doc).delete(old.id);
    // Those that were not the first would be it now.
    for (const one of [...momentsMap(doc).keys()]) if (isBeginning({ id: one })) momentsMap(doc).delete(one);
    put(last.id, { ...wholeOf(then), at: last.at, person: null, name: last.name });
  });
}

const keptOf = ({ kind, level, marker, text, origins, formats = [], footnoteRefs }: Block): KeptBlock => ({
  kind,
  level,
  marker,
  text,
  origins,
  footnoteRefs,
  ...withFormats(formats),
});

const wholeOf = (text: TextThen): Pick<Moment, 'blocks' | 'order' | 'whole'> => ({
  blocks: new Map(text.map(({ id: block, ...kept }) => [block, kept])),
  order: text.map(({ id: block }) => block),
  whole: true,
});

export const textOfBlocks = (blocks: readonly Block[]): TextThen =>
  blocks.map((block) => ({ id: block.id, ...keptOf(block) }));

/** Everything a moment keeps of a whole text. */
export const keepWhole = (blocks: readonly Block[]): Pick<Moment, 'blocks' | 'order' | 'whole'> =>
  wholeOf(textOfBlocks(blocks));

/** What a moment keeps of the blocks that changed. `blockOf` gives them as they are now. */
export function keepChanged(
  changed: Iterable<BlockId>,
  order: readonly BlockId[] | null,
  blockOf: (id: BlockId) => Block | null,
): Pick<Moment, 'blocks' | 'order' | 'whole'> {
  const blocks = new Map<BlockId, KeptBlock | null>();
  for (const one of changed) {
    const block = blockOf(one);
    blocks.set(one, block && keptOf(block));
  }
  return { blocks, order, whole: false };
}

/** The text as it was after the moment at `index`. */
export function textAt(moments: readonly Moment[], index: number): TextThen {
  const last = moments.slice(0, index + 1);
  const start = last.findLastIndex(({ whole }) => whole);
  const blocks = new Map<BlockId, KeptBlock>();
  let order: readonly BlockId[] = [];
  for (const moment of last.slice(Math.max(0, start))) {
    for (const [block, kept] of moment.blocks) {
      if (kept === null) blocks.delete(block);
      else blocks.set(block, kept);
    }
    order = moment.order ?? order;
  }
  return order.flatMap((block) => {
    const kept = blocks.get(block);
    return kept ? [{ id: block, ...kept }] : [];
  });
}

/** What a person wrote in a block: references by what they lead to, footnotes by themselves, neither by a number that another's move gave them. */
function writtenIn(block: KeptBlock): string {
  const { text, formats, footnoteRefs } = withReferenceNames(block, (target) => `\u2192${target}`);
  return JSON.stringify([
    text,
    (formats ?? []).map(({ start, end, bold, italic, link }) => [start, end, bold, italic, link]),
    footnoteRefs.map(({ number, note, offset }) => [note ?? number, offset]),
  ]);
}

/** Whether nobody wrote anything between the two: `null` is a block that is not there. */
export const sameKept = (a: KeptBlock | null, b: KeptBlock | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.kind === b.kind &&
    a.level === b.level &&
    (a.text === b.text || hasReferences(a, b)) &&
    writtenIn(a) === writtenIn(b));

const hasReferences = (...blocks: readonly KeptBlock[]): boolean =>
  blocks.every(({ formats }) => referencesIn(formats).length > 0);

/** Tells when a moment was added; returns the way to stop. */
export function observeMoments(doc: Y.Doc, listener: () => void): () => void {
  const map = momentsMap(doc);
  map.observe(listener);
  return () => map.unobserve(listener);
}
