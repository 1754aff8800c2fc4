/** A string that only the functions below make: a block's id is never taken for a revision's. The field exists for the compiler alone. */
type Branded<Name extends string> = string & { readonly __brand: Name };

/** Identity of a block. Survives typing, moving, undo, splitting (the first half keeps it) and joining. */
export type BlockId = Branded<'BlockId'>;
/** SHA-256 of a revision's content, in lower-case hex. */
export type RevisionId = Branded<'RevisionId'>;
export type ProgrammeId = Branded<'ProgrammeId'>;
export type AmendmentId = Branded<'AmendmentId'>;
/** Opaque: the name behind it stands only in the directory, which can be erased. */
export type PersonId = Branded<'PersonId'>;

export const blockId = (raw: string): BlockId => raw as BlockId;
export const revisionId = (raw: string): RevisionId => raw as RevisionId;
export const programmeId = (raw: string): ProgrammeId => raw as ProgrammeId;
export const amendmentId = (raw: string): AmendmentId => raw as AmendmentId;
export const personId = (raw: string): PersonId => raw as PersonId;
