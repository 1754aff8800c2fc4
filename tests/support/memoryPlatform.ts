import { failure } from '#shared/core/failure';
import { fail, ok } from '#shared/core/result';
import type { JournalEntry, Platform } from '#shared/ipc/platform';

/** A machine in memory: its journal and settings outlive a session, as a disk's do. */
export interface MemoryPlatform extends Platform {
  readonly journal: Map<string, JournalEntry[]>;
  readonly settings: Map<string, string>;
  /** While true, the disk refuses to be written. */
  broken: boolean;
  /** While set, writes wait for it. */
  hold: Promise<void> | null;
}

export function memoryPlatform(kind: Platform['kind'] = 'desktop'): MemoryPlatform {
  const journal = new Map<string, JournalEntry[]>();
  const settings = new Map<string, string>();
  const unused = () => Promise.resolve(fail(failure('not-in-this-test')));
  const write = async (platform: MemoryPlatform, change: () => void) => {
    if (platform.hold) await platform.hold;
    if (platform.broken) return fail(failure('journal-unwritable', { reason: 'test' }));
    change();
    return ok(null);
  };
  const platform: MemoryPlatform = {
    kind,
    journal,
    settings,
    broken: false,
    hold: null,
    initialFile: () => Promise.resolve(ok(null)),
    openFile: unused,
    saveFile: unused,
    saveFolder: unused,
    printPage: unused,
    appendToJournal: (programme, entry) =>
      write(platform, () => journal.set(programme, [...(journal.get(programme) ?? []), entry])),
    readJournal: (programme) => Promise.resolve(ok(journal.get(programme) ?? [])),
    compactJournal: (programme, entries) => write(platform, () => journal.set(programme, [...entries])),
    typeset: unused,
    spelling: null,
    useRoom: () => undefined,
    startSharing: unused,
    stopSharing: () => Promise.resolve(ok(null)),
    readSettings: () => Promise.resolve(ok(Object.fromEntries(settings))),
    writeSetting: (key, value) => {
      settings.set(key, value);
      return Promise.resolve(ok(null));
    },
    setWindowState: () => undefined,
    onMenuCommand: () => () => undefined,
  };
  return platform;
}
