export { exactDiff, type ExactDiff } from './exactDiff';
export type { Hunk } from './hunks';
export { alignBlocks } from './alignBlocks';
export type { Alignment, BlockChange, ChangeKind } from './change';
export { describeSummary, summarise, type Summary } from './summary';
export { spell, type Sign, type Token } from './tokens';
export { updateAlignment } from './updateAlignment';
export { wordDiff } from './wordDiff';
export { tokenise, wordsOf, type Words } from './words';
