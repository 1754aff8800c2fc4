import { rememberedByPair } from '../../core/remembered';
import { alignBlocks } from '../../diff';

/** What became of each block of a text. Worked out once for two texts, however many papers and settings of them are looked at. */
export const alignmentOf = rememberedByPair(alignBlocks);
