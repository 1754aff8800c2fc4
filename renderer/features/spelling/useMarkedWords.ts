import { useEffect } from 'react';
import type { BlockId } from '#shared/core/ids';
import type { SpelledPage } from './page';
import type { Spelling } from './useSpelling';

/** Marks in the page what the check finds, for as long as it is on. `page` changes when there is another page to mark. */
export function useMarkedWords(spelling: Spelling, page: SpelledPage | null): void {
  useEffect(() => {
    if (spelling.state !== 'on' || page === null) return;
    const { checker } = spelling;
    const marked = new Set(checker.misspelled().map(({ block }) => block));
    const show = (blocks: Iterable<BlockId>): void => {
      for (const block of blocks) {
        const wrong = checker.misspelledIn(block);
        page.showMisspelled(
          block,
          wrong.map(({ rangeInText }) => rangeInText),
        );
        if (wrong.length > 0) marked.add(block);
        else marked.delete(block);
      }
    };
    show([...marked]);
    const stop = checker.subscribe(show);
    return () => {
      stop();
      for (const block of marked) page.showMisspelled(block, []);
    };
  }, [page, spelling]);
}
