import { rememberedByPair } from '../../core/remembered';
import { alignBlocks } from '../../diff';
import type { Revision } from '../../domain/revision';

const alignmentOf = rememberedByPair(alignBlocks);

/** What became of each block of the previous programme. Worked out once for two texts, however many papers and settings of them are looked at. */
export const alignmentWith = (baseline: Revision, newest: Revision) => alignmentOf(baseline.blocks, newest.blocks);
