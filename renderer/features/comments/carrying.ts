import type { BlockId } from '#shared/core/ids';
import { readCarried, readComments, writeCarried } from '#shared/schema/comments';
import { anchorWords } from '#shared/schema/draft';
import { isCutOut, placeThread, threadsOf } from '#shared/schema/threads';
import { windowSources } from '../../app/sources';
import type { ProgrammeSession } from '../../session';
import type { Remark, Remarks } from '../editor';

/** What is said in threads goes along with the words that it is about, from where they are cut to where they are pasted. */
export function carryingThreads({ draft, comments }: ProgrammeSession): Remarks {
  const threads = () => threadsOf(readComments(comments), readCarried(comments));
  return {
    all: () => {
      const said = new Map<BlockId, Remark[]>();
      const add = (block: BlockId, remark: Remark): void => void said.set(block, [...(said.get(block) ?? []), remark]);
      for (const thread of threads()) {
        const { id, words } = thread.first;
        const { ranges, block } = placeThread(draft, thread);
        for (const range of ranges) add(range.block, { id, rangeInText: range.rangeInText });
        if (words.length === 0 && block !== null) add(block, { id, rangeInText: null });
      }
      return said;
    },
    carry: (pasted) => {
      for (const thread of pasted.length === 0 ? [] : threads()) {
        const { id } = thread.first;
        const places = pasted.filter((remark) => remark.id === id);
        const [first] = places;
        if (first === undefined || !isCutOut(draft, thread)) continue;
        const words = places.flatMap(({ block, rangeInText }) =>
          rangeInText === null ? [] : anchorWords(draft, { block, rangeInText }),
        );
        writeCarried(comments, windowSources.ids.next(), { comment: id, block: first.block, words });
      }
    },
  };
}
