export { compareBlocks, isChange, anchorOf, type Comparison } from './comparison';
export { ChangesPanel } from './ChangesPanel';
export { ChangeTags } from './ChangeTags';
export { SideBySide } from './SideBySide';
