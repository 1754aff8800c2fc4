import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { failure, type Failure } from '#shared/core/failure';
import { personId, type ProgrammeId } from '#shared/core/ids';
import { fail, ok, type Result } from '#shared/core/result';
import type { Clock, IdSource } from '#shared/core/sources';
import { revisionIdOf } from '#shared/domain/revision';
import { makeSource } from '#shared/domain/source';
import type { Platform, RoomAddress, SharedDocument } from '#shared/ipc/platform';
import { findRevision, type RegisterData } from '#shared/register';
import {
  addSource,
  createUndo,
  draftContent,
  draftMetaOf,
  leaveReturned,
  readDraft,
  readLocks,
  readPlans,
  readSources,
  removeSource,
  sayOrigin,
  writeTyped,
} from '#shared/schema/draft';
import { erasureCount } from '#shared/schema/registerDoc';
import {
  apiPaths,
  mayAddPeople,
  mayDraftAdvice,
  mayWriteDraft,
  readInvitation,
  readIssuedInvitations,
  readRevocationAnswer,
  readSharedProgramme,
  type Role,
} from '#shared/sync';
import { createAdviceDrafts } from './adviceDrafts';
import { ownAuthority, serverAuthority, type Authority } from './authority';
import { recordHistory } from './historyRecorder';
import { rememberedIdentity, rememberName } from './identity';
import { createJournalWriter } from './journalWriter';
import { createKeptOutWords } from './keptOutWords';
import { openIndexedDbCopy, type LocalCopy, type OpenLocalCopy } from './localCopy';
import type { ProgramFiles } from './programFiles';
import { readPeers, samePeers, tellPresence, tellWriting } from './presence';
import { createRegisterSource } from './registerSource';
import { rememberRoom, rememberSharing, wasSharedHere, type RememberedRoom } from './rememberedRoom';
import { openRoomConnection, usualConnection, type ConnectionSettings, type RoomConnection } from './roomConnection';
import { ask } from './serverApi';
import { createSaving } from './saving';
import { isBeginningOf, setAside } from './settingAside';
import { fillDocuments, findStart } from './starting';
import { untilIdle } from '../ui/untilIdle';
import { programFilesBeside } from '../workers/programFiles';
import { createStore, type Store } from './store';
import type { Peer, ProgrammeSession, SessionSnapshot, SessionSource } from './types';
import { createUnsentComments } from './unsentComments';
import { createUnsentProposals } from './unsentProposals';

/** What a session finds around it; tests give other things than a window does. */
export interface SessionSurroundings {
  readonly connection: ConnectionSettings;
  readonly openLocalCopy: OpenLocalCopy;
  /** Resolves when what was opened is shown, and nothing else is to be done. */
  readonly atRest: () => Promise<unknown>;
  /** Resolves when the window has had a turn for what waits there. */
  readonly nextTurn: () => Promise<unknown>;
  readonly files: ProgramFiles;
}

/** The person waits for the page, and for nothing that may come after it; so long at most does that wait. */
const LATEST_REST_MS = 1_000;

const windowSurroundings: SessionSurroundings = {
  connection: usualConnection,
  openLocalCopy: openIndexedDbCopy,
  atRest: () => untilIdle(LATEST_REST_MS),
  nextTurn: () => new Promise((resolve) => setTimeout(resolve, 0)),
  files: programFilesBeside,
};

/** Long enough for a whole programme over a slow line. */
const IN_STEP_TIMEOUT_MS = 20_000;

const isSame = (a: SessionSnapshot, b: SessionSnapshot): boolean =>
  (Object.keys(b) as (keyof SessionSnapshot)[]).every((field) => a[field] === b[field]);

/** Opens a programme. A failure leaves nothing running. */
export async function openSession(
  source: SessionSource,
  platform: Platform,
  sources: { readonly clock: Clock; readonly ids: IdSource },
  surroundings: SessionSurroundings = windowSurroundings,
): Promise<Result<ProgrammeSession, Failure>> {
  // Asked for at once: each question to the machine is a turn that the person waits for.
  const whoWorks = rememberedIdentity(platform, sources.ids);
  const found = await findStart(source, platform, sources, surroundings.files);
  if (!found.ok) return found;
  const { programme, roomMustAnswer } = found.value;
  const unknownParts = found.value.file?.unknown ?? new Map<string, Uint8Array>();
  const filled = await fillDocuments(platform, found.value, sources.clock);
  if (!filled.ok) return filled;
  const { documents } = filled.value;
  /** Until the document changes, or is written down. */
  const asInFile = new Map(filled.value.asInFile);
  const { programme: draft, comments } = documents;
  const identity = await whoWorks;
  const startRoom = await found.value.room;
  const advice = createAdviceDrafts(platform, programme);

  const openCopies = (): readonly LocalCopy[] =>
    (['programme', 'comments'] as const).map((document) =>
      surroundings.openLocalCopy(`${document}/${programme}`, documents[document]),
    );
  const copies: LocalCopy[] = [];

  // What changes while the session lives.
  let me: SessionSnapshot['me'] = { ...identity, role: startRoom?.role ?? 'secretariat' };
  let room: RoomAddress | null = null;
  let connection: RoomConnection | null = null;
  /** A line to a room that has not let this window in yet. */
  let dialling: RoomConnection | null = null;
  let peers: readonly Peer[] = [];
  let ending: Promise<void> | null = null;
  let asideAs: ProgrammeId | null = filled.value.setAside;
  let erasuresKept = erasureCount(documents.register);
  const changeListeners = new Set<() => void>();

  const changed = (): void => {
    for (const listener of [...changeListeners]) listener();
    store.touch();
  };
  const hasEnded = (): boolean => ending !== null;
  const keptOut = createKeptOutWords(platform, programme, () => {
    if (!hasEnded()) changed();
  });
  const onChange = (listener: () => void): (() => void) => {
    changeListeners.add(listener);
    return () => changeListeners.delete(listener);
  };
  const writer = createJournalWriter(
    platform,
    programme,
    (document) => {
      const known = asInFile.get(document);
      asInFile.delete(document);
      return known ?? Y.encodeStateAsUpdate(document === 'register' ? register.doc() : documents[document]);
    },
    surroundings.nextTurn,
    () => saving.changed(),
  );
  const saving = createSaving(draft, () => writer.state());
  const register = createRegisterSource(
    documents.register,
    (update) => {
      writer.add('register', update);
      const erasures = erasureCount(register.doc());
      // The journal's former updates still hold the name.
      if (erasures > erasuresKept) writer.compact();
      erasuresKept = erasures;
    },
    changed,
  );
  const awareness = new Awareness(draft);
  const undo = createUndo(draft);
  const proposals = createUnsentProposals(platform, programme, (id) => register.view().state.amendments.has(id));
  onChange(proposals.touch);
  const unsentComments = createUnsentComments(platform, programme, sources.ids);
  let authority: Authority = ownAuthority(register, draft, sources, () => writer.settled());

  const store: Store<SessionSnapshot> = createStore((former) => {
    const { content, state, revisions } = register.view();
    const { title, period, language } = draftMetaOf(draft);
    const samePeriod = former?.period?.from === period?.from && former?.period?.to === period?.to;
    const next: SessionSnapshot = {
      title,
      period: former && samePeriod ? former.period : period,
      language,
      blocks: readDraft(draft),
      baseline: findRevision(content, content.baseline),
      revisions,
      register: state,
      entries: content.entries,
      people: register.people(),
      me,
      connection: connection === null ? 'alone' : connection.isConnected() ? 'connected' : 'offline',
      pendingUpdates: connection?.pending() ?? 0,
      peers,
      importReport: content.importReport,
      sources: readSources(draft),
      plans: readPlans(draft),
      locks: readLocks(draft),
      keptOut: keptOut.get(),
    };
    return former && isSame(former, next) ? former : next;
  });

  const keepDraft = (update: Uint8Array): void => {
    asInFile.delete('programme');
    writer.add('programme', update);
    changed();
  };
  const keepComments = (update: Uint8Array): void => {
    asInFile.delete('comments');
    writer.add('comments', update);
    changed();
  };
  const lookAround = (): void => {
    const seen = readPeers(awareness);
    if (samePeers(peers, seen)) return;
    peers = seen;
    changed();
  };
  draft.on('update', keepDraft);
  comments.on('update', keepComments);
  awareness.on('change', lookAround);
  tellPresence(awareness, me.person, me.name);
  const endTelling = tellWriting(awareness, draft);
  const history = recordHistory({
    draft,
    comments,
    undo,
    writer: () => (mayWriteDraft(me.role) ? me.person : null),
    sources,
  });

  /** What was written on both sides of a line that was cut meets when it is back. */
  let wasConnected = false;
  const lineChanged = (): void => {
    const isConnected = connection?.isConnected() === true;
    if (isConnected && !wasConnected) history.catchUp();
    wasConnected = isConnected;
    changed();
  };

  /** Carries the documents to the room and back; the register that comes from there is a document of its own. */
  const dial = (address: RoomAddress, role: Role): { readonly line: RoomConnection; readonly shared: Y.Doc } => {
    const shared = new Y.Doc();
    const common: Readonly<Record<SharedDocument, Y.Doc>> = { programme: draft, register: shared, comments };
    const documents = { ...common, advice: mayDraftAdvice(role) ? advice.doc : null };
    const line = openRoomConnection(
      address,
      programme,
      documents,
      awareness,
      surroundings.connection,
      lineChanged,
      (words) => {
        leaveReturned(
          undo,
          words.map(({ block }) => block),
        );
        keptOut.add(words.filter(({ text }) => text !== ''));
      },
    );
    return { line, shared };
  };
  /** The server decides from now on, whether it can be reached or not. */
  const obey = (address: RoomAddress, role: Role, line: RoomConnection): void => {
    room = address;
    connection = line;
    platform.useRoom(address);
    me = { ...me, role };
    authority = serverAuthority(address, programme, register, onChange);
    changed();
  };
  const adopt = async (shared: Y.Doc): Promise<void> => {
    const former = register.view().content.entries;
    const formerState = Y.encodeStateAsUpdate(register.doc());
    register.replace(shared);
    if (!isBeginningOf(former, register.view().content.entries)) {
      const kept = [
        { document: 'programme', update: Y.encodeStateAsUpdate(draft) },
        { document: 'register', update: formerState },
        { document: 'comments', update: Y.encodeStateAsUpdate(comments) },
      ] as const;
      asideAs = await setAside(platform, programme, kept, sources.clock);
    }
    // What comes from the room builds on what the room had, and only this window's former register is in the journal.
    writer.compact();
    if (hasEnded()) return;
    if (me.name !== '' && mayAddPeople(me.role)) void authority.addName(me.person, me.name);
  };

  /** Works in the room from now on: its register takes the place of this window's, the other documents merge. */
  const enter = async (address: RoomAddress, role: Role): Promise<Result<null, Failure>> => {
    const unreachable = fail(failure('server-unreachable', { url: address.url }));
    if (hasEnded()) return unreachable;
    const { line, shared } = dial(address, role);
    dialling = line;
    const inStep = await line.whenInStep(IN_STEP_TIMEOUT_MS);
    dialling = null;
    if (!inStep || hasEnded()) {
      line.dispose();
      shared.destroy();
      return unreachable;
    }
    // A line that ends takes this window's presence with it, also out of the new room.
    const presence = awareness.getLocalState();
    connection?.dispose();
    awareness.setLocalState(presence);
    obey(address, role, line);
    await adopt(shared);
    return ok(null);
  };

  /** Goes on in a room that may not answer now: what this machine knows of the register is shown until it does. */
  const comeBack = ({ role, ...address }: RememberedRoom): void => {
    const { line, shared } = dial(address, role);
    obey(address, role, line);
    void line.whenInStep(null).then(async (inStep) => {
      if (!inStep || hasEnded()) {
        shared.destroy();
        return;
      }
      await adopt(shared);
    });
  };

  const end = async (): Promise<void> => {
    writeTyped(draft);
    history.dispose();
    connection?.dispose();
    dialling?.dispose();
    if (room) platform.useRoom(null);
    draft.off('update', keepDraft);
    comments.off('update', keepComments);
    awareness.off('change', lookAround);
    endTelling();
    store.dispose();
    saving.dispose();
    changeListeners.clear();
    await writer.dispose();
    await Promise.all(copies.map((copy) => copy.destroy()));
    awareness.destroy();
    undo.destroy();
    register.dispose();
    await advice.dispose();
    await proposals.dispose();
    await unsentComments.dispose();
    await keptOut.settled();
    draft.destroy();
    comments.destroy();
  };

  const programFileWith = ({ entries, revisions, baseline }: RegisterData): Promise<Uint8Array> => {
    const { people, importReport } = register.view().content;
    writeTyped(draft);
    return surroundings.files.write({
      programme,
      baseline,
      revisions,
      entries,
      people,
      importReport,
      draft: Y.encodeStateAsUpdate(draft),
      comments: Y.encodeStateAsUpdate(comments),
      unknown: unknownParts,
    });
  };

  const session: ProgrammeSession = {
    programme,
    draft,
    comments,
    advice,
    proposals,
    unsentComments,
    awareness,
    undo,
    saving,
    getSnapshot: store.get,
    subscribe: store.subscribe,
    perform: async (command) => {
      const performed = await authority.perform(command, me.person);
      // The server has it; whoever is told so finds it here, too, when the server is gone.
      await writer.settled();
      store.refresh();
      return performed;
    },
    freezeDraft: async (name, settings) => {
      const content = draftContent(draft, settings);
      const performed = await session.perform({ type: 'freeze', name, content });
      if (!performed.ok) return performed;
      const revision = register.view().revisions.get(revisionIdOf(content));
      return revision ? ok(revision) : fail(failure('server-failed'));
    },
    nameMyself: (name) => {
      const given = name.trim();
      if (given === '' || given === me.name) return;
      me = { ...me, name: given };
      tellPresence(awareness, me.person, given);
      void rememberName(platform, given);
      if (mayAddPeople(me.role)) void authority.addName(me.person, given);
      changed();
    },
    addPerson: (name) => {
      const given = name.trim();
      const known = Object.entries(register.people()).find(([, person]) => person.name === given);
      if (known) return personId(known[0]);
      const person = given === me.name ? me.person : personId(sources.ids.next());
      void authority.addName(person, given);
      return person;
    },
    erasePerson: async (person) => {
      const erased = await authority.eraseName(person);
      store.refresh();
      return erased.ok ? ok(null) : erased;
    },
    sayOrigin: (block, origin, verdict) => sayOrigin(draft, block, origin, verdict),
    forgetKeptOut: keptOut.forget,
    writeHistory: () => history.flush(),
    keepBeforeRestoring: () => history.catchUp(),
    nameVersion: (name) => history.nameVersion(name),
    addSource: (text, name, role) => {
      const source = makeSource(text, name, role);
      addSource(draft, source);
      return source;
    },
    removeSource: ({ id }) => removeSource(draft, id),
    toProgramFile: () => programFileWith(register.view().content),
    share: async ({ url, adminInvite }) => {
      const put = (bytes: Uint8Array) =>
        ask({ url, invite: adminInvite }, apiPaths.programmes, new Uint8Array(bytes), readSharedProgramme);
      let shared = await put(await session.toProgramFile());
      // The room that this machine made has gone on without what was decided here since: the room counts, and `adopt` sets that aside.
      if (!shared.ok && shared.failure.code === 'registers-differ' && (await wasSharedHere(platform, programme)))
        shared = await put(await programFileWith({ entries: [], revisions: [], baseline: null }));
      if (!shared.ok) return shared;
      await rememberSharing(platform, programme);
      return enter({ url, invite: shared.value.invite }, 'secretariat');
    },
    createInvite: async (role) => {
      if (!room) return fail(failure('programme-unknown'));
      const { url } = room;
      const answer = await ask(room, apiPaths.invites(programme), { role }, readInvitation);
      return answer.ok ? ok({ url, invite: answer.value.invite }) : answer;
    },
    invitations: async () => {
      if (!room) return fail(failure('programme-unknown'));
      const answer = await ask(room, apiPaths.invites(programme), null, readIssuedInvitations);
      return answer.ok ? ok(answer.value.invitations) : answer;
    },
    revokeInvite: async (id) => {
      if (!room) return fail(failure('programme-unknown'));
      const answer = await ask(room, apiPaths.revocations(programme), { id }, readRevocationAnswer);
      return answer.ok ? ok(null) : answer;
    },
    room: () => room,
    setAside: () => asideAs,
    dispose: () => {
      ending ??= end();
      return ending;
    },
  };

  if (startRoom && roomMustAnswer) {
    const entered = await enter({ url: startRoom.url, invite: startRoom.invite }, startRoom.role);
    if (!entered.ok) {
      await session.dispose();
      return entered;
    }
    void rememberRoom(platform, programme, startRoom);
  } else if (startRoom) {
    comeBack(startRoom);
  }
  const atRest = surroundings.atRest();
  // What the file and the room brought is not in the journal yet.
  if (filled.value.isJournalBehind || roomMustAnswer) writer.compact(atRest);
  // Nobody waits for the browser's copy: the journal has what was acknowledged, and what only the copy has comes in as what others write does.
  void atRest.then(() => {
    if (!hasEnded()) copies.push(...openCopies());
  });
  store.refresh();
  return ok(session);
}
