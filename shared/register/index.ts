/** Everything formal: what happened, in a chain that shows if it was altered. See SPEC.md. */
export { commandInTurns, performCommand, withOutcome, type AuthorityContext, type CommandOutcome } from './authority';
export { appendEvents, entryHash, GENESIS_HASH, revisionsNamedBy, strayRevision, verifyChain } from './chain';
export type { DecisionMade, RegisterCommand } from './commands';
export type { CorrectionMade, DecidingCommand, VoteMade } from './decidingCommands';
export type { Correction, CorrectionKind, UnfinishedReason } from './decidingEvents';
export { carriedTo } from './carried';
export { foreseeDecisions } from './decisions';
export type { RegisterEntry, RegisterEvent } from './events';
export {
  authorityFailures,
  chainFailures,
  registerFailures,
  type AuthorityFailureCode,
  type ChainFailureCode,
  type RegisterFailureCode,
} from './failures';
export { isAfterDeadline } from './filing';
export {
  LONGEST_PREFIX,
  numberingSchemes,
  usualFilingRules,
  UTC_INSTANT,
  type FilingRules,
  type NumberingScheme,
} from './filingRules';
export { ruleFor, type DecidingState, type RecordedCorrection, type Unfinished } from './foldDeciding';
export { matchBlocks } from './matchBlocks';
export { describeReceipt, describeTimestamp, receiptFor, type Receipt } from './receipt';
export {
  findRevision,
  foldRegister,
  openAmendments,
  standsBehind,
  underFrozenName,
  type FrozenRevision,
  type RegisterData,
  type RegisterState,
} from './state';
export { openUnfinished } from './unfinished';
