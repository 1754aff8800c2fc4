import type { Failure } from '#shared/core/failure';
import type { Platform } from '#shared/ipc/platform';

/** What one setting holds at most is 100 000 units (`settings.write`). */
const PART_LENGTH = 90_000;

const partOf = (key: string, part: number): string => `${key}.${part}`;

/** A text of any length among the settings of this machine, in parts; empty where there is none. */
export function readLongSetting(settings: Readonly<Record<string, string>>, key: string): string {
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

/** Writes a text that keeps changing: one write at a time; what came meanwhile goes with the next. */
export interface LongSettingWriter {
  readonly touch: () => void;
  /** Writes at once what waits; resolves when all is written. */
  readonly settled: () => Promise<void>;
}

/** `read` yields the text as it is when a write begins; `onWritten` hears of each write. */
export function longSettingWriter(
  platform: Platform,
  key: string,
  read: () => string,
  onWritten: (problem: Failure | null) => void,
): LongSettingWriter {
  let changes = 0;
  let keeping: Promise<void> | null = null;
  let hurry = (): void => undefined;
  const keepAll = async (): Promise<void> => {
    for (let kept = 0; kept !== changes;) {
      await new Promise<void>((resolve) => {
        hurry = resolve;
        setTimeout(resolve, TOGETHER_MS);
      });
      kept = changes;
      onWritten(await write(platform, key, read()));
    }
    keeping = null;
  };
  return {
    touch: () => {
      changes += 1;
      keeping ??= keepAll();
    },
    settled: async () => {
      hurry();
      await keeping;
    },
  };
}

/** The key of what this machine keeps about one programme: settings have no `_` in their names. */
export const settingOf = (what: string, programme: string): string => `${what}.${programme.replaceAll('_', '.')}`;
