import type { Failure } from '../core/failure';
import type { Result } from '../core/result';
import type { ProgrammeId } from '../core/ids';

/** A right to one file that the user chose in a dialog. The path stays with the host; only this key crosses. */
export type GrantId = string;

export interface OpenedFile {
  /** Key to write it back; `null` for one that came without, as what is dropped on the window does. */
  readonly grant: GrantId | null;
  /** File name without folders, to show and to recognise the format by. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SaveRequest {
  /** Where to write; `null` asks the user with a dialog. */
  readonly grant: GrantId | null;
  readonly suggestedName: string;
  readonly bytes: Uint8Array;
}

/** Files that belong together, to be saved in a new folder of their own. */
export interface FolderRequest {
  readonly suggestedName: string;
  /** Names without folders, each once. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** Shared documents that are journalled and synchronised one by one. */
export const sharedDocuments = ['programme', 'register', 'comments'] as const;
export type SharedDocument = (typeof sharedDocuments)[number];

export interface JournalEntry {
  readonly document: SharedDocument;
  /** One Yjs update (V1). */
  readonly update: Uint8Array;
}

/** What sharing from this machine gave: where others join, and the invitations to hand out. */
export interface SharingInfo {
  readonly url: string;
  readonly adminInvite: string;
}

/** Where a shared programme is, and what opens it. */
export interface RoomAddress {
  /** `http://host:port`. */
  readonly url: string;
  readonly invite: string;
}

/** For keeping; for the eye; and as the latter, of some first pages, which are not to wait for a whole paper that is being set. */
export const typesetPurposes = ['paper', 'preview', 'glance'] as const;
export type TypesetPurpose = (typeof typesetPurposes)[number];

/** The languages there are dictionaries for. */
export const spelledLanguages = ['nb', 'nn'] as const;
export type SpelledLanguage = (typeof spelledLanguages)[number];

/** What the machine knows about spelling; a dictionary that is not installed is a failure. */
export interface SpellingHost {
  /** Those of the words that the dictionary does not know. */
  unknown(language: SpelledLanguage, words: readonly string[]): Promise<Result<readonly string[], Failure>>;
  /** What may have been meant, best first. */
  suggest(language: SpelledLanguage, word: string): Promise<Result<readonly string[], Failure>>;
}

/** Commands that the host's menu sends to the window. */
export const menuCommands = [
  'file.new',
  'file.open',
  'file.save',
  'file.saveAs',
  'file.import',
  'file.export',
  'file.print',
  'edit.undo',
  'edit.redo',
  'edit.find',
  'edit.spelling',
  'view.marks',
  'view.compare',
  'programme.freeze',
  'programme.share',
  'help.shortcuts',
  'app.close',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/**
 * What the window may ask of the machine it runs on. The desktop implements it in the main process behind checked IPC,
 * the browser client with web interfaces; one contract suite runs over both.
 * Every failure comes back as data. `null` inside a value means that the user chose to cancel.
 */
export interface Platform {
  readonly kind: 'desktop' | 'browser';
  /** The file the program was started with, once; then `null`. */
  initialFile(): Promise<Result<OpenedFile | null, Failure>>;
  openFile(): Promise<Result<OpenedFile | null, Failure>>;
  /** Atomic: the former file stays whole until the new one is. */
  saveFile(request: SaveRequest): Promise<Result<{ readonly grant: GrantId; readonly name: string } | null, Failure>>;
  /**
   * Makes a new folder where the user says, whole or not at all: nothing that is there already is touched. Tells what it was named. `null` where a
   * page cannot make folders, as in a browser.
   */
  readonly saveFolder: ((request: FolderRequest) => Promise<Result<{ readonly name: string } | null, Failure>>) | null;
  /** Opens the system's print dialog for what the page shows on paper. Resolves when it is closed: `false` where the user cancelled. */
  printPage(): Promise<Result<boolean, Failure>>;
  /** Resolves once the update is on disk (fsync); only then may the window say «lagret». */
  appendToJournal(programme: ProgrammeId, entry: JournalEntry): Promise<Result<null, Failure>>;
  /** All whole entries in the order they were written; a torn last entry is left out. */
  readJournal(programme: ProgrammeId): Promise<Result<readonly JournalEntry[], Failure>>;
  /** Puts `entries` in the place of the whole journal, atomically. */
  compactJournal(programme: ProgrammeId, entries: readonly JournalEntry[]): Promise<Result<null, Failure>>;
  /**
   * Sets Typst source as PDF. `files` are the sources it refers to, by name; the main one is `main.typ`. A `preview` is only looked at: it is
   * quicker, and promises no standard.
   */
  typeset(files: Readonly<Record<string, string>>, purpose?: TypesetPurpose): Promise<Result<Uint8Array, Failure>>;
  /** `null` where the window has a spelling check of its own, as a browser has. */
  readonly spelling: SpellingHost | null;
  /** The room that the window works in from now on, `null` for none: in a browser, its server sets the PDF. */
  useRoom(room: RoomAddress | null): void;
  startSharing(): Promise<Result<SharingInfo, Failure>>;
  stopSharing(): Promise<Result<null, Failure>>;
  readSettings(): Promise<Result<Readonly<Record<string, string>>, Failure>>;
  writeSetting(key: string, value: string): Promise<Result<null, Failure>>;
  setWindowState(state: { readonly title: string; readonly unsaved: boolean }): void;
  /** Registers for menu commands; returns the way to stop. */
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
}
