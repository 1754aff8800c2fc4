export { compareBlocks, isChange, anchorOf, type Comparison } from './comparison';
export { ChangesPanel } from './ChangesPanel';
export { SideBySide } from './SideBySide';
