import { failure } from '#shared/core/failure';
import { fail, ok } from '#shared/core/result';
import { journalOutcome } from '#shared/ipc/journalOutcome';
import type { OpenedFile, Platform, RoomAddress } from '#shared/ipc/platform';
import { apiPaths, readFailureAnswer } from '#shared/sync';
import { download, pickFile } from './browserFiles';
import { createBrowserJournal } from './browserJournal';

const settingsPrefix = 'programrevisjon.setting.';
const browserGrant = 'browser-download';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.name : String(error));

const { whenRead, whenWritten } = journalOutcome(reasonOf);

/**
 * The invitation in the page's own address: `#inv=…` to a programme, `#alone=…` from `npm start` on a machine without a display, where
 * the browser stands in for the program's window. Either is the right to let the server set PDF.
 */
const invitationInAddress = (): string | null => /^#(?:inv|alone)=([\w-]+)$/.exec(location.hash)?.[1] ?? null;

const samplePath = 'sample/arbeidsprogram.txt';

/** The sample programme that lies beside the page, or `null` where it does not. */
async function fetchSample(): Promise<OpenedFile | null> {
  try {
    const answer = await fetch(samplePath);
    if (!answer.ok) return null;
    return { grant: browserGrant, name: 'arbeidsprogram.txt', bytes: new Uint8Array(await answer.arrayBuffer()) };
  } catch {
    return null;
  }
}

/**
 * The machine as a browser gives it: picked files and downloads, a journal in IndexedDB, PDF set by the server. It cannot share.
 * There are no grants to write: each save is a download.
 */
export function createBrowserPlatform(): Platform {
  const journal = createBrowserJournal();
  // Kept from the start: the window may tidy its address once it has joined.
  const firstInvitation = invitationInAddress();
  let room: RoomAddress | null = null;
  let startsAlone = location.hash.startsWith('#alone=');
  return {
    kind: 'browser',
    async initialFile() {
      const takesSample = startsAlone;
      startsAlone = false;
      return ok(takesSample ? await fetchSample() : null);
    },
    async openFile() {
      const file = await pickFile();
      if (file === null) return ok(null);
      try {
        return ok({ grant: browserGrant, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } catch (error) {
        return fail(failure('file-unreadable', { name: file.name, reason: reasonOf(error) }));
      }
    },
    saveFile({ suggestedName, bytes }) {
      download(suggestedName, bytes);
      return Promise.resolve(ok({ grant: browserGrant, name: suggestedName }));
    },
    saveFolder: null, // a page makes no folders: all papers are one file there
    printPage() {
      window.print();
      return Promise.resolve(ok(true));
    },
    appendToJournal: (programme, entry) => whenWritten(journal.append(programme, entry)),
    readJournal: (programme) => whenRead(journal.read(programme)),
    compactJournal: (programme, entries) => whenWritten(journal.replace(programme, entries)),
    async typeset(files) {
      const invitation = room?.invite ?? invitationInAddress() ?? firstInvitation;
      try {
        const answer = await fetch(`${room?.url ?? ''}${apiPaths.typeset}`, {
          method: 'POST',
          headers: invitation === null ? {} : { Authorization: `Bearer ${invitation}` },
          body: JSON.stringify({ files }),
        });
        if (answer.ok) return ok(new Uint8Array(await answer.arrayBuffer()));
        const refused = readFailureAnswer(await answer.json());
        return fail(refused === null ? failure('typeset-needs-server') : failure(refused.code, refused.params));
      } catch {
        return fail(failure('typeset-needs-server'));
      }
    },
    spelling: null, // the browser's own check
    useRoom(joined) {
      room = joined;
    },
    startSharing: () => Promise.resolve(fail(failure('sharing-not-here'))),
    stopSharing: () => Promise.resolve(ok(null)),
    readSettings() {
      const values: Record<string, string> = {};
      try {
        for (let index = 0; index < localStorage.length; index++) {
          const key = localStorage.key(index);
          if (key?.startsWith(settingsPrefix))
            values[key.slice(settingsPrefix.length)] = localStorage.getItem(key) ?? '';
        }
        return Promise.resolve(ok(values));
      } catch (error) {
        return Promise.resolve(fail(failure('settings-unreadable', { reason: reasonOf(error) })));
      }
    },
    writeSetting(key, value) {
      try {
        localStorage.setItem(settingsPrefix + key, value);
        return Promise.resolve(ok(null));
      } catch (error) {
        return Promise.resolve(fail(failure('settings-unwritable', { reason: reasonOf(error) })));
      }
    },
    setWindowState({ title, unsaved }) {
      document.title = title;
      window.onbeforeunload = unsaved
        ? (event) => {
            event.preventDefault();
          }
        : null;
    },
    onMenuCommand: () => () => undefined,
  };
}
