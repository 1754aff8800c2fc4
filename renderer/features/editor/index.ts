export { writeClipboard, type CalledNote, type CopiedBlock } from './clipboard';
export { createWorkingCopy, type WorkingCopy } from './workingCopy';
export { useFormatTools } from './FormatTools';
export { Editor, type EditorHandle, type PagePlace } from './Editor';
export type { ReferenceAsked } from './referring';
export { nowhere, type KeptOut } from './lockGuard';
export { changedUnderLock, lockedAround, lockedBefore, lockedInWay } from './arranging';
export type { Remark, Remarks } from './remarks';
export type { BlockMark, BlockNote, BlockStatus, CommentedWords, Peek, ShownMarks } from './marks';
