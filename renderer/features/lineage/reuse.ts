import type { BlockId, RevisionId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';
import type { Block } from '#shared/domain/block';
import type { Source } from '#shared/domain/source';
import type { Reuse, ReuseReason } from '#shared/reuse';

/** A sentence of the draft that was made from a sentence of a source. */
export interface ToldReuse {
  readonly sentence: string;
  readonly source: Source;
  /** Index in the source's blocks. */
  readonly origin: number;
  readonly originSentence: string;
  readonly reason: ReuseReason;
}

export interface ReuseView {
  /** In the order of the text, the best origin of each sentence first. Blocks without reuse are left out. */
  readonly ofBlock: ReadonlyMap<BlockId, readonly ToldReuse[]>;
  /** Sentences of the draft that have an origin in the source. */
  readonly sentencesFrom: ReadonlyMap<RevisionId, number>;
}

const within = (block: Block | undefined, { start, end }: Range): string =>
  (block?.text ?? '').slice(start, end).trim();

/** What `findReuse` found in these texts, by the draft's blocks. */
export function viewReuse(found: readonly Reuse[], sources: readonly Source[], current: readonly Block[]): ReuseView {
  const ofBlock = new Map<BlockId, ToldReuse[]>();
  const sentences = new Map<RevisionId, Set<string>>();
  for (const { current: place, source: at, origin, reason } of found) {
    const source = sources[at];
    const block = current[place.block];
    if (!source || !block) continue;
    const told: ToldReuse = {
      sentence: within(block, place.rangeInText),
      source,
      origin: origin.block,
      originSentence: within(source.blocks[origin.block], origin.rangeInText),
      reason,
    };
    const known = ofBlock.get(block.id);
    if (known) known.push(told);
    else ofBlock.set(block.id, [told]);
    const seen = sentences.get(source.id) ?? new Set<string>();
    sentences.set(source.id, seen.add(`${place.block}+${place.rangeInText.start}`));
  }
  return { ofBlock, sentencesFrom: new Map([...sentences].map(([id, seen]) => [id, seen.size])) };
}

/** Whether a person has said that a block was not made from what is told of it. */
export const isRefused = ({ links = [] }: Block, { source, origin }: ToldReuse): boolean =>
  links.some(({ origin: id, verdict }) => verdict === 'unlinked' && id === source.blocks[origin]?.id);
