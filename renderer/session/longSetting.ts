import type { Failure } from '#shared/core/failure';
import type { Platform } from '#shared/ipc/platform';

/** What one setting holds at most is 100 000 units (`settings.write`). */
const PART_LENGTH = 90_000;

const partOf = (key: string, part: number): string => `${key}.${part}`;

/** A text of any length among the settings of this machine, in parts; empty where there is none. */
function readLongSetting(settings: Readonly<Record<string, string>>, key: string): string {
  let stored = '';
  // Up to the first that is empty or not there.
  for (let part = 0; ; part++) {
    const value = settings[partOf(key, part)] ?? '';
    if (value === '') return stored;
    stored += value;
  }
}

async function write(platform: Platform, key: string, text: string): Promise<Failure | null> {
  const parts = Math.ceil(text.length / PART_LENGTH);
  // One more, empty: a longer text of before ends there.
  for (let part = 0; part <= parts; part++) {
    const value = text.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH);
    const written = await platform.writeSetting(partOf(key, part), value);
    if (!written.ok) return written.failure;
  }
  return null;
}

/** The file of settings is written whole: letters are kept together for this long. */
const TOGETHER_MS = 250;

/** A text that keeps changing: one write at a time; what came meanwhile goes with the next. Several windows may keep the same one. */
export interface LongSetting {
  readonly touch: () => void;
  /** Writes at once what waits; resolves when what was kept is read and all is written. */
  readonly settled: () => Promise<void>;
}

export interface LongSettingUse {
  /** Hears what was kept before, empty where there is nothing; and again what another window has written since. */
  readonly onRead: (stored: string) => void;
  /** The text as it is when a write begins. */
  readonly text: () => string;
  readonly onWritten: (problem: Failure | null) => void;
}

export function longSetting(platform: Platform, key: string, { onRead, text, onWritten }: LongSettingUse): LongSetting {
  let changes = 0;
  let keeping: Promise<void> | null = null;
  let hurry = (): void => undefined;
  /** As it was last read or written here. */
  let known: string | null = null;
  const look = async (): Promise<void> => {
    const settings = await platform.readSettings();
    const stored = settings.ok ? readLongSetting(settings.value, key) : known;
    if (stored !== null && stored !== known) onRead((known = stored));
  };
  const read = look();
  const keepAll = async (): Promise<void> => {
    // What was kept before is read first: written earlier, it would be written over.
    await read;
    for (let kept = 0; kept !== changes;) {
      await new Promise<void>((resolve) => {
        hurry = resolve;
        setTimeout(resolve, TOGETHER_MS);
      });
      // Each window writes all of it, what the others have written there as well.
      await look();
      kept = changes;
      const keptText = text();
      const problem = await write(platform, key, keptText);
      if (problem === null) known = keptText;
      onWritten(problem);
    }
    keeping = null;
  };
  return {
    touch: () => {
      changes += 1;
      keeping ??= keepAll();
    },
    settled: async () => {
      await read;
      hurry();
      await keeping;
    },
  };
}

/** The key of what this machine keeps about one programme: settings have no `_` in their names. */
export const settingOf = (what: string, programme: string): string => `${what}.${programme.replaceAll('_', '.')}`;
