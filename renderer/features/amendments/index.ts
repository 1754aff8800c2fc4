export { AmendmentsPanel } from './AmendmentsPanel';
export { ChangeText } from './ChangeText';
export { ConflictNote } from './ConflictNote';
export { StandingTag } from './StandingTag';
export { AmendmentState } from './AmendmentState';
export { ProposeDialog } from './ProposeDialog';
export { amendmentsByBlock } from './places';
