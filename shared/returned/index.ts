/** Proposals that others wrote into a file we sent them. See SPEC.md, rules R1–R7. */
export { returnedFailures, type ReturnedFailureCode } from './failures';
export { readReturned, type ReturnedProposal, type ReturnedText } from './readReturned';
