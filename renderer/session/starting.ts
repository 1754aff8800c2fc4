import * as Y from 'yjs';
import { failure, type Failure } from '#shared/core/failure';
import { personId, type ProgrammeId } from '#shared/core/ids';
import { fail, ok, type Result } from '#shared/core/result';
import type { Clock, IdSource } from '#shared/core/sources';
import type { Platform, SharedDocument } from '#shared/ipc/platform';
import { newProgrammeFrom } from '#shared/schema/newProgramme';
import type { ProgrammeFile } from '#shared/schema/programFile';
import { erasePerson, isErased, readRegisterDoc, writeRegisterDoc } from '#shared/schema/registerDoc';
import { apiPaths, readMembership } from '#shared/sync';
import { FEW_UPDATES } from './journalWriter';
import type { ProgramFiles } from './programFiles';
import { recallRoom, type RememberedRoom } from './rememberedRoom';
import { ask } from './serverApi';
import { isBeginningOf, setAside } from './settingAside';
import type { SessionSource } from './types';

export type Documents = Readonly<Record<SharedDocument, Y.Doc>>;

/** What a session begins with, before anything of it runs. */
export interface Start {
  readonly programme: ProgrammeId;
  /** The file it came from, `null` for a room or the journal. */
  readonly file: ProgrammeFile | null;
  /** Looked up while the documents are read. */
  readonly room: Promise<RememberedRoom | null>;
  /** Whether the room must answer before the session is open; else it is entered when it does. */
  readonly roomMustAnswer: boolean;
}

const noRoom = Promise.resolve(null);

export async function findStart(
  source: SessionSource,
  platform: Platform,
  sources: { readonly clock: Clock; readonly ids: IdSource },
  files: ProgramFiles,
): Promise<Result<Start, Failure>> {
  switch (source.kind) {
    case 'file': {
      const file = await files.read(source.bytes);
      return file.ok
        ? ok({ programme: file.value.programme, file: file.value, room: noRoom, roomMustAnswer: false })
        : file;
    }
    case 'import': {
      const file = newProgrammeFrom(source.document, sources);
      return ok({ programme: file.programme, file, room: noRoom, roomMustAnswer: false });
    }
    case 'journal': {
      const { programme } = source;
      return ok({ programme, file: null, room: recallRoom(platform, programme), roomMustAnswer: false });
    }
    case 'room': {
      const { url, invite } = source;
      const membership = await ask(source, apiPaths.me, null, readMembership);
      if (!membership.ok) return membership;
      const { programme, role } = membership.value;
      return programme === null
        ? fail(failure('programme-unknown'))
        : ok({ programme, file: null, room: Promise.resolve({ url, invite, role }), roomMustAnswer: true });
    }
  }
}

/** `false` where the bytes are no update; the document may then hold a part of it. */
function apply(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
    return true;
  } catch {
    return false;
  }
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** Begins to listen; what it yields tells whether the documents have got anything new since. */
function listenForNews(documents: Documents): () => boolean {
  let isNews = false;
  const heard = (): void => {
    isNews = true;
  };
  for (const doc of Object.values(documents)) doc.on('update', heard);
  return () => {
    for (const doc of Object.values(documents)) doc.off('update', heard);
    return isNews;
  };
}

export interface Filled {
  readonly documents: Documents;
  /** Whether the journal is to be written anew: it lacks something, or has grown long. */
  readonly isJournalBehind: boolean;
  /** Whole states as the file has them, of documents in which nothing else stands: nobody need encode them. */
  readonly asInFile: ReadonlyMap<SharedDocument, Uint8Array>;
  /** Where the journal's programme went when its register and the file's have parted; `null` usually. */
  readonly setAside: ProgrammeId | null;
}

/**
 * The documents as the file and the journal together have them; the order does not matter (SY17). Registers of which one goes on from
 * the other are one; where they have parted, the file that one opens counts, and the journal's programme is set aside (SY22).
 * The register counts until a room's takes its place.
 */
export async function fillDocuments(platform: Platform, start: Start, clock: Clock): Promise<Result<Filled, Failure>> {
  const { programme, file, roomMustAnswer } = start;
  const documents: Documents = { programme: new Y.Doc(), register: new Y.Doc(), comments: new Y.Doc() };
  const journal = await platform.readJournal(programme);
  if (!journal.ok) return journal;
  if (!file && !roomMustAnswer && journal.value.length === 0) return fail(failure('journal-empty'));
  for (const { document, update } of journal.value) {
    if (!apply(documents[document], update)) return fail(failure('update-damaged', { reason: document }));
  }
  const isLong = journal.value.length > FEW_UPDATES;
  if (!file) return ok({ documents, isJournalBehind: isLong, asInFile: new Map(), setAside: null });
  const isFirst = journal.value.length === 0;
  // Who listens to a document has what comes into it encoded: at the first opening it is all of it, and new in any case.
  const gotNews = isFirst ? () => true : listenForNews(documents);
  // To read a long draft once more takes as long as to read it at all.
  const add = (document: SharedDocument, state: Uint8Array): boolean =>
    journal.value.some((kept) => kept.document === document && sameBytes(kept.update, state)) ||
    apply(documents[document], state);
  if (!add('programme', file.draft)) return fail(failure('program-part-damaged', { part: 'draft.yjs' }));
  if (!add('comments', file.comments)) return fail(failure('program-part-damaged', { part: 'comments.yjs' }));
  const { entries } = readRegisterDoc(documents.register);
  if (isBeginningOf(entries, file.entries) || isBeginningOf(file.entries, entries)) {
    writeRegisterDoc(documents.register, file);
    const asInFile = new Map<SharedDocument, Uint8Array>(
      isFirst
        ? [
            ['programme', file.draft],
            ['comments', file.comments],
          ]
        : [],
    );
    return ok({ documents, isJournalBehind: gotNews() || isLong, asInFile, setAside: null });
  }
  const copy = await setAside(platform, programme, journal.value, clock);
  if (copy === null) return fail(failure('journal-unwritable', { reason: programme }));
  const register = new Y.Doc();
  for (const id of Object.keys(file.people)) if (isErased(documents.register, id)) erasePerson(register, personId(id));
  writeRegisterDoc(register, file);
  return ok({ documents: { ...documents, register }, isJournalBehind: true, asInFile: new Map(), setAside: copy });
}
