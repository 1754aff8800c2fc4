export { amendedText, changesAlone, groundOf } from './amendedText';
export { checkChange, type Checked } from './checkChange';
export type { Collision, CollisionReason } from './collision';
export { applyAmendments, collisionsOf, type Composition, type Provenance } from './compose';
export { enBlocItems } from './enBloc';
export { describeProblem, explainItem } from './explainOrder';
export { orderProblems, type OrderProblem } from './orderProblems';
export { collisionOutcomes, type CollisionOutcomes } from './outcomes';
export { relationsOf, type Relation, type RelationKind } from './relations';
export {
  consequencesAmong,
  programmeOutcomeOf,
  type AmendmentsInText,
  type Consequence,
  type ConsequenceResult,
} from './consequences';
export { deriveChanges, type WrittenBlock } from './deriveChanges';
export { amendmentPlace, describeChange, describeChangePlace, describeCollision } from './describe';
export { extentOf, type AmendmentKind, type Extent } from './extent';
export { amendmentFailures, type AmendmentFailureCode } from './failures';
export { identicalGroups } from './identical';
export { amendmentMarks, gistOf, readAlone } from './reading';
export { setInBy } from './insertedAt';
export { advisedOf, asAdopted, asRecommended, recommendedChanges, takenIn } from './recommendedText';
export { rebaseAmendment, type Rebase, type RebaseState } from './rebase';
export {
  collisionsAmong,
  standingOf,
  standingsInTurns,
  standingsOf,
  textsOfStandings,
  votingPlanOf,
  type RevisionSource,
  type Standing,
} from './standing';
export { awaitsSupport } from './support';
export { isOutvoted, isUnanimous } from './tally';
export { votingOrder, type VotingItem, type VotingPlan } from './votingOrder';
