import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Failure, Language } from '#shared/core/failure';
import type { BlockId, PersonId, ProgrammeId, RevisionId } from '#shared/core/ids';
import type { Result } from '#shared/core/result';
import type { Locks } from '#shared/domain/chapterLock';
import type { ChapterPlan } from '#shared/domain/chapterPlan';
import type { LineSettings } from '#shared/domain/lines';
import type { Period, Revision } from '#shared/domain/revision';
import type { LinkVerdict } from '#shared/domain/lineage';
import type { Source, SourceRole } from '#shared/domain/source';
import type { ImportedDocument, ReportEntry } from '#shared/import';
import type { RoomAddress, SharingInfo } from '#shared/ipc/platform';
import type { RegisterCommand, RegisterEntry, RegisterState } from '#shared/register';
import type { DraftBlock } from '#shared/schema/draft';
import type { People } from '#shared/schema/registerDoc';
import type { IssuedInvitation, KeptOutWords, Role } from '#shared/sync';
import type { AdviceDrafts } from './adviceDrafts';
import type { UnsentComments } from './unsentComments';
import type { UnsentProposals } from './unsentProposals';

/** `saved`: all of it is on disk. `failed`: the disk refused; it is tried again, and the window should say so. */
export type SavingState = 'saved' | 'saving' | 'failed';
/** Whether all that was written here is on disk. Told by itself: with each key it changes twice, and nothing else is another then. */
export interface Saving {
  readonly get: () => SavingState;
  readonly subscribe: (listener: () => void) => () => void;
}

/** `alone`: not shared from here. `offline`: shared, and the server does not answer now. */
export type ConnectionState = 'alone' | 'connected' | 'offline';

/** CSS border styles. */
export type LinePattern = 'solid' | 'dashed' | 'dotted' | 'double';

/** Someone else who has the programme open. */
export interface Peer {
  readonly clientId: number;
  readonly name: string;
  /** CSS colour, dark enough for white text. */
  readonly colour: string;
  /** The line around their sign and cursor: whoever does not see the colour tells them apart by it, and by the name. */
  readonly pattern: LinePattern;
  readonly block: BlockId | null;
  /** The view that they look at, as their window names it. */
  readonly view: string | null;
  /** The block they have written in just now. */
  readonly writes: BlockId | null;
}

/** The programme as it stands. Immutable; a new one at each change, with what did not change the same objects as before. */
export interface SessionSnapshot {
  readonly title: string;
  readonly period: Period | null;
  readonly language: Language;
  readonly blocks: readonly DraftBlock[];
  readonly baseline: Revision | null;
  readonly revisions: ReadonlyMap<RevisionId, Revision>;
  readonly register: RegisterState;
  readonly entries: readonly RegisterEntry[];
  readonly people: People;
  readonly me: { readonly person: PersonId; readonly name: string; readonly role: Role };
  readonly connection: ConnectionState;
  /** Changes of this window that the server has not acknowledged. */
  readonly pendingUpdates: number;
  readonly peers: readonly Peer[];
  readonly importReport: readonly ReportEntry[];
  /** What was agreed on about the chapters, by their headings. */
  readonly plans: ReadonlyMap<BlockId, ChapterPlan>;
  /** Earlier programmes and other texts that belong to the work, by name. */
  readonly sources: readonly Source[];
  /** Chapters that some people write in alone for now, by their headings. */
  readonly locks: Locks;
  /** What was written here in locked chapters, and the server did not take in: the words are here until someone has seen them. */
  readonly keptOut: readonly KeptOutWords[];
}

/** One open programme. Owns its shared documents and everything that keeps or carries them, until `dispose`. */
export interface ProgrammeSession {
  readonly programme: ProgrammeId;
  readonly draft: Y.Doc;
  readonly comments: Y.Doc;
  readonly advice: AdviceDrafts;
  readonly proposals: UnsentProposals;
  readonly unsentComments: UnsentComments;
  /** The editor sets the fields `block` and `selection` of its own state, the window `view`; the session sets the rest (`PresenceState`). */
  readonly awareness: Awareness;
  /** Takes back this window's own edits only. */
  readonly undo: Y.UndoManager;
  readonly saving: Saving;
  readonly getSnapshot: () => SessionSnapshot;
  /** Called once a turn of the event loop at most, after something changed. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Alone, this window is the authority; in a room, the server. The entries are kept (on disk, or at the server) when it resolves. */
  perform(command: RegisterCommand): Promise<Result<{ readonly entries: readonly RegisterEntry[] }, Failure>>;
  freezeDraft(name: string, settings: LineSettings): Promise<Result<Revision, Failure>>;
  /** Remembered on this machine. */
  nameMyself(name: string): void;
  /** The id of whoever has this name in the directory; added where nobody has. */
  addPerson(name: string): PersonId;
  /** Takes a name out of the directory for good, here or at the server; the secretariat's right. The register stays as it is. */
  erasePerson(person: PersonId): Promise<Result<null, Failure>>;
  /** Says that a block of the draft comes from a block of the previous period, or does not; `null` takes that back. Undo does too. */
  sayOrigin(block: BlockId, origin: BlockId, verdict: LinkVerdict | null): void;
  /** Adds another text to the work; the same text twice is one source, under its newest name and role. Undo takes it back. */
  addSource(text: Pick<Source, 'title' | 'period' | 'language' | 'blocks'>, name: string, role: SourceRole): Source;
  removeSource(source: Source): void;
  /** The words that were not taken in have been seen. */
  forgetKeptOut(words: KeptOutWords): void;
  /** Writes down in the history what was changed here and waits for a pause. */
  writeHistory(): void;
  /** Keeps in the history what the next change, which restores a former text, takes away: also what others wrote and have not told yet. */
  keepBeforeRestoring(): void;
  /** Keeps the draft as it is now in its history, under a name. */
  nameVersion(name: string): void;
  /** The programme as it is when this is called. Calls are answered in turn. */
  toProgramFile(): Promise<Uint8Array>;
  /** Puts the programme on the server and works there from now on. */
  share(info: SharingInfo): Promise<Result<null, Failure>>;
  /** A new invitation; the secretariat's right. */
  createInvite(role: Role): Promise<Result<RoomAddress, Failure>>;
  /** The invitations that hold, oldest first; the secretariat's right. */
  invitations(): Promise<Result<readonly IssuedInvitation[], Failure>>;
  /** Withdraws one: whoever came with it is out at once. `id` as `invitations` gives it. */
  revokeInvite(id: string): Promise<Result<null, Failure>>;
  /** Where the programme is shared, and the invitation used here; `null` alone. */
  room(): RoomAddress | null;
  /**
   * Where this machine keeps what was decided here alone, when a room's register took the place of this one and did not contain it;
   * `null` usually.
   */
  setAside(): ProgrammeId | null;
  /** Ends everything. Resolves when what was written is on disk; afterwards nothing of it runs. */
  dispose(): Promise<void>;
}

export type SessionSource =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'import'; readonly document: ImportedDocument }
  /** What is kept on this machine of a programme that was never saved as a file. */
  | { readonly kind: 'journal'; readonly programme: ProgrammeId }
  | ({ readonly kind: 'room' } & RoomAddress);
