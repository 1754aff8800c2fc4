import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/core/failure';
import type { ExportInput, View } from '#shared/export';
import type { Platform } from '#shared/ipc/platform';
import { makeFirstPages, makePreview } from './paper';
import { openPages, type Pages } from '../../workers/pdfPages';

export interface Preview {
  /** The pages that were set last; they stay while new ones are being set. */
  readonly pages: Pages | null;
  /** False while `pages` are only the first ones of the paper. */
  readonly isWhole: boolean;
  readonly setting: boolean;
  readonly failure: Failure | null;
}

export interface KeptPreview {
  readonly preview: Preview;
  /** To be called when a page has been drawn: what is looked at comes before what is not, also on a machine of two cores. */
  readonly onDrawn: () => void;
}

/**
 * Sets a paper for the eye whenever what it is made from changes: of a long one first the pages as far as the one that is looked at, and the rest when
 * that is drawn. Only the newest wish is shown.
 */
export function usePreview(view: View, input: ExportInput, platform: Platform, pageShown: number): KeptPreview {
  const [preview, setPreview] = useState<Preview>({ pages: null, isWhole: false, setting: true, failure: null });
  const shown = useRef<Pages | null>(null);
  const drawn = useRef<() => void>(() => undefined);
  const page = useRef(pageShown);
  page.current = pageShown;

  useEffect(() => {
    const wish = new AbortController();
    const isOutdated = (): boolean => wish.signal.aborted;
    setPreview((before) => ({ ...before, setting: true }));
    const failed = (failure: Failure): void => setPreview({ pages: null, isWhole: true, setting: false, failure });
    const show = async (pdf: Uint8Array, isWhole: boolean): Promise<void> => {
      const pages = await openPages(pdf);
      if (isOutdated() || (!isWhole && pages.numPages < page.current)) {
        void pages.destroy();
        return;
      }
      const former = shown.current;
      shown.current = pages;
      const isDrawn = new Promise<void>((resolve) => {
        drawn.current = resolve;
      });
      setPreview({ pages, isWhole, setting: !isWhole, failure: null });
      await isDrawn;
      void former?.destroy();
    };
    void (async () => {
      const first = await makeFirstPages(view, input, page.current, platform);
      if (isOutdated()) return;
      if (!first.ok) {
        failed(first.failure);
        return;
      }
      await show(first.value.pdf, first.value.isWhole);
      if (first.value.isWhole || isOutdated()) return;
      const pdf = await makePreview(view, input, platform);
      if (isOutdated()) return;
      if (pdf.ok) await show(pdf.value, true);
      else failed(pdf.failure);
    })();
    return () => {
      wish.abort();
      // Nobody is to wait for a drawing that gives way.
      drawn.current();
    };
  }, [view, input, platform]);

  useEffect(
    () => () => {
      void shown.current?.destroy();
    },
    [],
  );

  const onDrawn = useCallback(() => drawn.current(), []);
  return { preview, onDrawn };
}
