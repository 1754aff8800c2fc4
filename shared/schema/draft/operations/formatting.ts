import type * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import type { Range } from '../../../core/range';
import { safeLink, type Format } from '../../../domain/formats';
import { changeOf } from '../formatting';
import { textOf } from '../layout';
import { indexRanges } from '../segments';
import { restructure, safeOffset } from '../writing';

/** A part of a block's shown text. */
export interface TextPlace {
  readonly block: BlockId;
  readonly rangeInText: Range;
}

/** Changes what is bold, italic or a link; what the change does not name stays. A link that is not safe is none. One step of undo. */
export function setFormat(doc: Y.Doc, places: readonly TextPlace[], change: Partial<Format>): void {
  const attributes = changeOf(change.link === undefined ? change : { ...change, link: safeLink(change.link) });
  restructure(doc, (reader) => {
    for (const { block, rangeInText } of places) {
      const shown = reader.block(block);
      if (shown === null) continue;
      const start = safeOffset(shown.text, rangeInText.start);
      const end = safeOffset(shown.text, rangeInText.end);
      let offset = 0;
      for (const segment of reader.piecesOf(block)) {
        const ranges = indexRanges(segment, Math.max(0, start - offset), Math.max(0, end - offset));
        for (const { index, length } of ranges) textOf(doc, segment.host)?.format(index, length, attributes);
        if (ranges.length > 0) reader.touchText(segment.host);
        offset += segment.text.length;
      }
    }
    reader.settle();
  });
}
