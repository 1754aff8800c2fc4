import { useEffect, useState } from 'react';
import type { SpellingChecker } from './checker';

/** What may have been meant by a word; `null` while the dictionary looks for it. */
export function useSuggestions(checker: SpellingChecker, word: string | null): readonly string[] | null {
  const [found, setFound] = useState<{ readonly word: string; readonly suggestions: readonly string[] } | null>(null);
  useEffect(() => {
    if (word === null) return;
    let isWanted = true;
    void checker.suggest(word).then((answer) => {
      if (isWanted) setFound({ word, suggestions: answer.ok ? answer.value : [] });
    });
    return () => {
      isWanted = false;
    };
  }, [checker, word]);
  return found !== null && found.word === word ? found.suggestions : null;
}
