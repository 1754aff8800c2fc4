import { blockId, type BlockId } from '#shared/core/ids';
import type { IdSource } from '#shared/core/sources';
import { blockOfLink, linkToBlock } from '#shared/domain/blockLink';
import { formatAt, formatsInOrder, type FormatRun } from '#shared/domain/formats';
import { referencesIn } from '#shared/domain/references';
import { replaceText, type DraftReader } from '#shared/schema/draft';
import type { Binding } from './binding';
import type { CopiedNote, PastedBlock } from './pastedBlock';

/** What is pasted, with the identity that it has here. */
type Named<Some> = Omit<Some, 'id' | 'formats' | 'notes'> & {
  readonly name: BlockId;
  readonly formats: readonly FormatRun[];
};

export type NamedBlock = Named<PastedBlock> & { readonly notes: readonly Named<CopiedNote>[] };

/** What blocks and footnotes are called here, by what they were called where they were copied. */
export type NamesHere = ReadonlyMap<string, BlockId>;

/** The shown block that holds the words of a block; `null` where they are gone. */
function holderOf(reader: DraftReader, target: BlockId): BlockId | null {
  const holder = reader.block(reader.structure.holderOf(target));
  return holder === null || (holder.text === '' && holder.footnoteRefs.length === 0) ? null : holder.id;
}

/** What a block is called that came along, or that came along within another, which it was joined to. */
const nameHere = (reader: DraftReader, names: NamesHere, target: BlockId): BlockId | undefined =>
  names.get(target) ?? names.get(reader.structure.holderOf(target));

/**
 * Gives what is pasted its identities here, the first block that of the block `into` whose text it goes into. A reference leads to what came along, else to where it
 * led, if that is in this text; else it is words.
 */
export function namedHere(
  reader: DraftReader,
  pasted: readonly PastedBlock[],
  into: BlockId | null,
  ids: IdSource,
): { readonly blocks: readonly NamedBlock[]; readonly names: NamesHere } {
  const names = new Map<string, BlockId>();
  const nameFor = (former: string | undefined, name: BlockId): BlockId => {
    if (former !== undefined) names.set(former, name);
    return name;
  };
  const named = pasted.map(({ id, notes = [], ...block }, nth) => ({
    ...block,
    name: nameFor(id, nth === 0 && into !== null ? into : blockId(ids.next())),
    notes: notes.map(({ id: note, ...words }) => ({ ...words, name: nameFor(note, blockId(ids.next())) })),
  }));
  const leading = (formats: readonly FormatRun[] = [], { length }: string): readonly FormatRun[] =>
    formatsInOrder(
      formats.map((run) => {
        const target = blockOfLink(run.link);
        if (target === null) return run;
        const name = nameHere(reader, names, target);
        if (name !== undefined) return { ...run, link: linkToBlock(name) };
        return reader.block(reader.structure.holderOf(target)) === null ? { ...run, link: null } : run;
      }),
      length,
    );
  const blocks = named.map((block) => ({
    ...block,
    formats: leading(block.formats, block.text),
    notes: block.notes.map((note) => ({ ...note, formats: leading(note.formats, note.text) })),
  }));
  return { blocks, names };
}

/** What was cut out of this text is pasted again: the references to it that stand elsewhere lead to it where it is now. Those in a locked chapter stay as they are. */
export function leadBack({ doc, reader, keptOut }: Binding, names: NamesHere): void {
  if (names.size === 0) return;
  for (const { id, text, formats } of reader.blocks) {
    if (keptOut(id)) continue;
    // From the last, so that the places before keep their offsets.
    for (const { start, end, target } of referencesIn(formats).toReversed()) {
      const name = nameHere(reader, names, target);
      if (name === undefined || name === target || holderOf(reader, target) !== null) continue;
      const format = { ...formatAt(formats, start), link: linkToBlock(name) };
      replaceText(doc, id, { start, end }, text.slice(start, end), [{ start: 0, end: end - start, ...format }]);
    }
  }
}
