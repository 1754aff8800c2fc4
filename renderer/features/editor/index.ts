export { createWorkingCopy, type WorkingCopy } from './workingCopy';
export { Editor, type EditorHandle } from './Editor';
export type { BlockMark, BlockStatus, ShownMarks } from './marks';
