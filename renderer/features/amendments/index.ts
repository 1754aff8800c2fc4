export { AmendmentsPanel } from './AmendmentsPanel';
export { ChangeText } from './ChangeText';
export { ConflictNote } from './ConflictNote';
export { ToldChange } from './ToldChange';
export { StandingTag } from './StandingTag';
export { AmendmentState } from './AmendmentState';
export { amendmentsByBlock, blockChoices, type BlockChoice } from './places';
export { ProposeDialog } from './ProposeDialog';
export { RecommendationFields } from './RecommendationFields';
