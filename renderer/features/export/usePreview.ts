import { useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/core/failure';
import type { ExportInput, View } from '#shared/export';
import type { Platform } from '#shared/ipc/platform';
import { makePaper } from './paper';
import { openPages, type Pages } from '../../workers/pdfPages';

export interface Preview {
  /** The pages that were set last; they stay while new ones are being set. */
  readonly pages: Pages | null;
  readonly setting: boolean;
  readonly failure: Failure | null;
}

/** Sets a paper for the eye whenever what it is made from changes. Only the newest wish is shown. */
export function usePreview(view: View, input: ExportInput, platform: Platform): Preview {
  const [preview, setPreview] = useState<Preview>({ pages: null, setting: true, failure: null });
  const shown = useRef<Pages | null>(null);

  useEffect(() => {
    const wish = new AbortController();
    const isOutdated = (): boolean => wish.signal.aborted;
    setPreview((before) => ({ ...before, setting: true }));
    void (async () => {
      const paper = await makePaper(view, 'pdf', input, platform, 'preview');
      if (isOutdated()) return;
      if (!paper.ok) {
        setPreview({ pages: null, setting: false, failure: paper.failure });
        return;
      }
      const pages = await openPages(paper.value.bytes);
      if (isOutdated()) {
        void pages.destroy();
        return;
      }
      const former = shown.current;
      shown.current = pages;
      setPreview({ pages, setting: false, failure: null });
      void former?.destroy();
    })();
    return () => {
      wish.abort();
    };
  }, [view, input, platform]);

  useEffect(
    () => () => {
      void shown.current?.destroy();
    },
    [],
  );

  return preview;
}
