import type { RegisterCommand } from '../register';

/** What the holder of an invitation may do; most rights first. Rules SY2–SY4. */
export const roles = ['secretariat', 'editor', 'delegate', 'reader'] as const;
export type Role = (typeof roles)[number];

export const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

export const mayWriteDraft = (role: Role): boolean => role === 'secretariat' || role === 'editor';

/** Whether the role may give the command at all. A withdrawal by others than the secretariat must also be of their own amendment, which the server checks. */
export const mayPerform = (role: Role, command: RegisterCommand['type']): boolean =>
  role === 'secretariat' ||
  ((role === 'editor' || role === 'delegate') && (command === 'submit' || command === 'withdraw'));

/** A reader stands in no paper, so that it needs no name in the directory. */
export const mayAddPeople = (role: Role): boolean => role !== 'reader';
