export { createWorkingCopy, type WorkingCopy } from './workingCopy';
export { useFormatTools } from './FormatTools';
export { Editor, type EditorHandle } from './Editor';
export type { BlockMark, BlockStatus, CommentedWords, Peek, ShownMarks } from './marks';
