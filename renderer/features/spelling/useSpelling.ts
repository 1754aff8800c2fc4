import { useCallback, useEffect, useMemo, useState } from 'react';
import type * as Y from 'yjs';
import type { Language } from '#shared/core/failure';
import { spelledLanguages, type Platform, type SpelledLanguage } from '#shared/ipc/platform';
import { draftReader } from '#shared/schema/draft';
import { keepOwnWords, readOwnWords, type OwnWords } from '#shared/spelling';
import { untilIdle } from '../../ui/untilIdle';
import { SpellingChecker } from './checker';

const OFF = 'spelling.off';
const OWN = 'spelling.own';
/** A window that never rests is checked all the same. */
const LATEST_MS = 1_000;

const isSpelled = (language: Language): language is SpelledLanguage =>
  spelledLanguages.some((spelled) => spelled === language);

/** Why there is no check, or the check. */
export type Spelling =
  | { readonly state: 'browser' | 'language' | 'off' }
  | { readonly state: 'on'; readonly checker: SpellingChecker; readonly learn: (word: string) => void };

interface SpellingControl {
  readonly spelling: Spelling;
  readonly turn: (on: boolean) => void;
}

/** The spelling check of a draft in its own language; whether it is on, and one's own words, are remembered on this machine. */
export function useSpelling(draft: Y.Doc, language: Language, platform: Platform): SpellingControl {
  const { spelling: host } = platform;
  const [remembered, setRemembered] = useState<{ readonly isOn: boolean; readonly own: OwnWords } | null>(null);

  useEffect(() => {
    // The dictionary's process and the reading of every word are in nobody's way when the text stands.
    void untilIdle(LATEST_MS)
      .then(() => platform.readSettings())
      .then((settings) => {
        const values = settings.ok ? settings.value : {};
        setRemembered({ isOn: values[OFF] !== 'yes', own: readOwnWords(values[OWN] ?? '') });
      });
  }, [platform]);

  const [checker, setChecker] = useState<SpellingChecker | null>(null);
  useEffect(() => {
    if (host === null || !isSpelled(language) || !remembered?.isOn) return;
    const started = new SpellingChecker({ reader: draftReader(draft), host, language, own: remembered.own });
    setChecker(started);
    return () => {
      started.dispose();
      setChecker(null);
    };
  }, [draft, host, language, remembered]);

  const turn = useCallback(
    (isOn: boolean) => {
      // Read again: words may have been learnt since, here or in another window.
      void platform.writeSetting(OFF, isOn ? 'no' : 'yes').then(async () => {
        const settings = await platform.readSettings();
        setRemembered({ isOn, own: readOwnWords((settings.ok ? settings.value[OWN] : undefined) ?? '') });
      });
    },
    [platform],
  );

  const spelling = useMemo((): Spelling => {
    if (host === null) return { state: 'browser' };
    if (!isSpelled(language)) return { state: 'language' };
    if (!checker) return { state: 'off' };
    const learn = (word: string) => void platform.writeSetting(OWN, keepOwnWords(checker.learn(word)));
    return { state: 'on', checker, learn };
  }, [checker, host, language, platform]);
  return useMemo(() => ({ spelling, turn }), [spelling, turn]);
}
