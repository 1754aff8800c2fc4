import type * as Y from 'yjs';
import { blockId, type BlockId } from '../../../core/ids';
import type { IdSource } from '../../../core/sources';
import type { BlockKind } from '../../../domain/block';
import type { FormatRun } from '../../../domain/formats';
import type { HandLink } from '../../../domain/lineage';
import { insertFormatted } from '../formatting';
import { CREATION, textOf } from '../layout';
import { placementKeys, writeKeys } from '../placing';
import { currentReader } from '../reader';
import { asOneLine, createEntry, restructure, setField, usualMarker } from '../writing';

export interface NewBlock {
  readonly kind: BlockKind;
  readonly level?: number | null;
  /** Left out: as its neighbours have it. */
  readonly marker?: string | null;
  readonly text: string;
  readonly origins?: readonly BlockId[];
  readonly links?: readonly HandLink[];
  readonly formats?: readonly FormatRun[];
}

/** Inserts blocks, in order, after the block `after` (`null`: at the start); yields their identities. One step of undo. */
export function insertBlocks(
  doc: Y.Doc,
  after: BlockId | null,
  blocks: readonly NewBlock[],
  ids: IdSource,
): readonly BlockId[] {
  const reader = currentReader(doc);
  const created = blocks.map(() => blockId(ids.next()));
  const keys = placementKeys(reader, created, after);
  const at = after === null ? 0 : (reader.indexOf(after) ?? reader.blocks.length - 1) + 1;
  doc.transact(() => {
    for (const [index, block] of blocks.entries()) {
      const id = created[index];
      if (id === undefined) continue;
      const level = block.kind === 'heading' ? (block.level ?? 1) : null;
      const marker = block.marker === undefined ? usualMarker(reader.blocks, at, block.kind, level) : block.marker;
      createEntry(
        doc,
        id,
        {
          kind: block.kind,
          level,
          marker,
          origins: block.origins ?? [],
          order: keys.get(id) ?? null,
          links: block.links ?? [],
        },
        true,
      );
    }
  }, CREATION);
  restructure(doc, () => {
    const fresh = new Set<string>(created);
    writeKeys(reader, new Map([...keys].filter(([id]) => !fresh.has(id))), fresh);
    for (const [index, id] of created.entries()) {
      setField(reader, id, 'deleted', false);
      // Their texts are new and empty: all are written before anything is read again.
      const block = blocks[index];
      const host = textOf(doc, id);
      if (block && host) insertFormatted(host, 0, asOneLine(block.text), block.formats ?? []);
      reader.touchText(id);
    }
    reader.settle();
  });
  return created;
}

export function insertBlock(doc: Y.Doc, after: BlockId | null, block: NewBlock, ids: IdSource): BlockId {
  const [id] = insertBlocks(doc, after, [block], ids);
  return id ?? blockId(ids.next());
}
