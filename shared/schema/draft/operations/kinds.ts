import type * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import type { BlockKind } from '../../../domain/block';
import { restructure, setField, usualMarker } from '../writing';

export interface KindChange {
  readonly kind: BlockKind;
  /** Depth of a heading, from 1; ignored for every other kind. */
  readonly level?: number | null;
  /** Left out: as its neighbours have it. */
  readonly marker?: string | null;
}

/** Makes blocks into another kind, or headings into another level; their text and identity stay. */
export function setKind(doc: Y.Doc, ids: readonly BlockId[], change: KindChange): void {
  restructure(doc, (reader) => {
    for (const id of ids) {
      const index = reader.indexOf(id);
      if (index === null) continue;
      const level = change.kind === 'heading' ? Math.max(1, Math.min(9, change.level ?? 1)) : null;
      const others = reader.blocks.filter((_, other) => other !== index);
      const marker = change.marker === undefined ? usualMarker(others, index, change.kind, level) : change.marker;
      setField(reader, id, 'kind', change.kind);
      setField(reader, id, 'level', level);
      setField(reader, id, 'marker', marker);
    }
    reader.settle();
  });
}

/** Gives back a block that was deleted while someone wrote in it: it is an ordinary block again. */
export function keepRescued(doc: Y.Doc, id: BlockId): void {
  restructure(doc, (reader) => {
    setField(reader, id, 'deleted', false);
    reader.settle();
  });
}
