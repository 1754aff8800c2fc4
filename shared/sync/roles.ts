import type { AmendmentId } from '../core/ids';
import type { RegisterCommand } from '../register';

/** What the holder of an invitation may do; most rights first. Rules SY2–SY4. */
export const roles = ['secretariat', 'editor', 'delegate', 'reader'] as const;
export type Role = (typeof roles)[number];

export const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

export const mayWriteDraft = (role: Role): boolean => role === 'secretariat' || role === 'editor';

/** Whether the role may open the room of unpublished recommendations at all. Rule SY26. */
export const mayDraftAdvice = (role: Role): boolean => mayPerform(role, 'publishRecommendations');

/** What whoever files amendments may do to their own. */
const toOwn = ['withdraw', 'correct', 'settle'] as const satisfies readonly RegisterCommand['type'][];
/** What they may do besides. */
const filing = [
  'submit',
  'support',
  'takeOver',
  'askSeparateVote',
] as const satisfies readonly RegisterCommand['type'][];

const isOneOf = (types: readonly RegisterCommand['type'][], type: RegisterCommand['type']): boolean =>
  types.includes(type);

/** Whether the role may give the command at all. What concerns one's own amendment alone, the server checks to be so: `onlyOnOwn`. */
export const mayPerform = (role: Role, command: RegisterCommand['type']): boolean =>
  role === 'secretariat' || (role !== 'reader' && (isOneOf(filing, command) || isOneOf(toOwn, command)));

/** The amendment that the giver must have filed themselves, or `null` where it does not matter. The secretariat acts for everyone. */
export const onlyOnOwn = (role: Role, command: RegisterCommand): AmendmentId | null =>
  role !== 'secretariat' && 'amendment' in command && isOneOf(toOwn, command.type) ? command.amendment : null;

/** A joint text is put forward by the redaksjonskomité, which writes in the draft. */
export const mayPutJointText = (role: Role): boolean => mayWriteDraft(role);

/** A reader stands in no paper, so that it needs no name in the directory. */
export const mayAddPeople = (role: Role): boolean => role !== 'reader';
