export { AmendmentsPanel } from './AmendmentsPanel';
export { AmendmentState } from './AmendmentState';
export { ProposeDialog } from './ProposeDialog';
export { amendmentsByBlock } from './places';
