import { useEffect } from 'react';
import type { BlockRange, Caret } from '#shared/schema/draft';
import type { EditorHandle } from '../editor';
import { pressed } from '../../ui/shortcuts';
import { hitFrom, hitsInBlocks } from './findInBlocks';
import type { FindOptions } from './occurrences';

/** What is searched for. */
export interface Search extends FindOptions {
  readonly words: string;
}

/** Where one writes on a page, from its start to its end; `null` before one has been anywhere. */
export function writingPlace(
  page: Pick<EditorHandle, 'selectedWords' | 'caret'> | null,
): { readonly start: Caret; readonly end: Caret } | null {
  const selected = page?.selectedWords() ?? [];
  const [first, last] = [selected[0], selected.at(-1)];
  const caret = page?.caret() ?? null;
  return first && last
    ? {
        start: { block: first.block, offset: first.rangeInText.start },
        end: { block: last.block, offset: last.rangeInText.end },
      }
    : caret && { start: caret, end: caret };
}

/**
 * The keys that go to the next hit and to the one before, from where one writes, and select it; a field of the search's own has answered them already. `null`: there is
 * nothing to search for.
 */
export function useHitKeys(
  page: () => Pick<EditorHandle, 'selectedWords' | 'caret' | 'blocks' | 'selectPlace'> | null,
  search: Search | null,
  onGo?: (place: BlockRange) => void,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const way = pressed(event, 'hits');
      const shown = page();
      if (way === null || event.defaultPrevented || shown === null || search === null) return;
      event.preventDefault();
      const blocks = shown.blocks();
      const hits = hitsInBlocks(blocks, search.words, search);
      const here = writingPlace(shown);
      const next = hitFrom(blocks, hits, (way === 0 ? here?.end : here?.start) ?? null);
      const hit = hits.at(way === 0 ? next : next - 1);
      if (!hit) return;
      const place = { block: hit.block.id, rangeInText: hit.rangeInText };
      shown.selectPlace(place);
      onGo?.(place);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onGo, page, search]);
}
