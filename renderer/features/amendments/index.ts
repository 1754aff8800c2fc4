import { lazyView } from '../../ui/lazyView';

export { AmendmentsPanel } from './AmendmentsPanel';
export { ChangeText } from './ChangeText';
export { ConflictNote } from './ConflictNote';
export { StandingTag } from './StandingTag';
export { AmendmentState } from './AmendmentState';
export { amendmentsByBlock } from './places';

export const ProposeDialog = lazyView(async () => (await import('./ProposeDialog')).ProposeDialog);
