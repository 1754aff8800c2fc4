import { programmeId } from '#shared/core/ids';
import type { JournalEntry, Platform } from '#shared/ipc/platform';

/** What every implementation of `Platform` must answer. Data, so that each rule can also be carried into a window and asked there. */
export interface PlatformRule {
  readonly title: string;
  /** What was observed, as plain data. */
  readonly observe: (platform: Platform) => Promise<unknown>;
  readonly expected: unknown;
}

const entry = (document: JournalEntry['document'], ...bytes: number[]): JournalEntry => ({
  document,
  update: new Uint8Array(bytes),
});
const plain = (entries: readonly JournalEntry[]): readonly string[] =>
  entries.map(({ document, update }) => `${document}: ${Array.from(update).join(' ')}`);

export const platformRules: readonly PlatformRule[] = [
  {
    title: 'PF1 a programme without a journal has an empty one',
    observe: (platform) => platform.readJournal(programmeId('aldri skrevet')),
    expected: { ok: true, value: [] },
  },
  {
    title: 'PF2 entries come back whole, in the order they were written, each programme’s own',
    observe: async (platform) => {
      const [one, other] = [programmeId('PF2 en'), programmeId('PF2 to')];
      await Promise.all([
        platform.appendToJournal(one, entry('programme', 1, 2, 3)),
        platform.appendToJournal(one, entry('register')),
        platform.appendToJournal(other, entry('comments', 255)),
        platform.appendToJournal(one, entry('programme', 4)),
      ]);
      const [first, second] = [await platform.readJournal(one), await platform.readJournal(other)];
      return first.ok && second.ok ? [plain(first.value), plain(second.value)] : 'failed';
    },
    expected: [['programme: 1 2 3', 'register: ', 'programme: 4'], ['comments: 255']],
  },
  {
    title: 'PF3 compaction puts the new entries in the place of the old; what is appended after it follows them',
    observe: async (platform) => {
      const programme = programmeId('PF3');
      await platform.appendToJournal(programme, entry('programme', 1));
      const compacted = await platform.compactJournal(programme, [entry('programme', 2), entry('comments', 3)]);
      await platform.appendToJournal(programme, entry('programme', 4));
      const read = await platform.readJournal(programme);
      return [compacted, read.ok ? plain(read.value) : 'failed'];
    },
    expected: [{ ok: true, value: null }, ['programme: 2', 'comments: 3', 'programme: 4']],
  },
  {
    title: 'PF4 a setting that was written is read again, and written anew',
    observe: async (platform) => {
      await platform.writeSetting('prove', 'en');
      await platform.writeSetting('prove', 'to');
      const read = await platform.readSettings();
      return read.ok ? read.value.prove : 'failed';
    },
    expected: 'to',
  },
  {
    title: 'PF5 the start file is given once',
    observe: async (platform) => {
      await platform.initialFile();
      return platform.initialFile();
    },
    expected: { ok: true, value: null },
  },
  {
    title: 'PF6 stopping to share where nothing is shared is no failure',
    observe: (platform) => platform.stopSharing(),
    expected: { ok: true, value: null },
  },
  {
    title: 'PF7 source that cannot be set is answered with a typed failure',
    observe: async (platform) => {
      const answer = await platform.typeset({ 'main.typ': '#no-such-function()' });
      return answer.ok ? 'set' : typeof answer.failure.code;
    },
    expected: 'string',
  },
];
