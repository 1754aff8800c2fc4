import type { ProgrammeId } from '#shared/core/ids';
import type { Platform } from '#shared/ipc/platform';
import { keptOutMessage, readKeptOut, type KeptOutWords } from '#shared/sync';
import { longSetting, settingOf } from './longSetting';

/** What was written here in locked chapters and not taken in: on this machine alone, until someone has seen it. */
interface KeptOutList {
  readonly get: () => readonly KeptOutWords[];
  readonly add: (words: readonly KeptOutWords[]) => void;
  readonly forget: (words: KeptOutWords) => void;
  /** Resolves when all is written. */
  readonly settled: () => Promise<void>;
}

/** Letters that come back so soon after others from the same block were typed on from them. */
const TYPED_ON_MS = 5_000;

const hasWords = ({ text }: KeptOutWords): boolean => text.trim() !== '';

const keyOf = (words: KeptOutWords): string => keptOutMessage([words]);

export function createKeptOutWords(platform: Platform, programme: ProgrammeId, onChange: () => void): KeptOutList {
  let all: readonly KeptOutWords[] = [];
  let shown: readonly KeptOutWords[] = [];
  let cameAt = -Infinity;
  /** All that this window has had: what it has forgotten does not come back when another window's are read. */
  const heard = new Set<string>();
  const show = (next: readonly KeptOutWords[]): void => {
    all = next;
    for (const words of all) heard.add(keyOf(words));
    shown = all.filter(hasWords);
    onChange();
  };
  const kept = longSetting(platform, settingOf('keptOut', programme), {
    onRead: (stored) => {
      const before = (readKeptOut(stored) ?? []).filter((words) => !heard.has(keyOf(words)));
      if (before.length > 0) show([...before, ...all]);
    },
    text: () => (all.length === 0 ? '' : keptOutMessage(all)),
    onWritten: () => undefined,
  });
  const change = (next: readonly KeptOutWords[]): void => {
    show(next);
    kept.touch();
  };
  return {
    get: () => shown,
    add: (words) => {
      if (words.length === 0) return;
      const now = performance.now();
      const last = all.at(-1);
      const [first, ...others] = words;
      const goesOn = last?.block === first?.block && now - cameAt < TYPED_ON_MS;
      cameAt = now;
      if (last && first && goesOn) change([...all.slice(0, -1), { ...last, text: last.text + first.text }, ...others]);
      else change([...all, ...words]);
    },
    forget: (words) => change(all.filter((one) => one !== words)),
    settled: kept.settled,
  };
}
