import { useEffect, useRef, useState } from 'react';
import { useStrings } from '../../i18n/language';
import { drawPage, openPages, type Pages } from '../../workers/pdfPages';

interface PagePictureProps {
  readonly pdf: Uint8Array;
  /** From 1. */
  readonly page: number;
}

/** Device pixels that a picture is drawn with for each CSS pixel, at least: small print stays readable. */
const SHARPEST = 1.5;

/** A page of the file as it is printed, as wide as there is room. Drawn by a worker; nothing in the file runs. */
export function PagePicture({ pdf, page }: PagePictureProps) {
  const words = useStrings().importing;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pages, setPages] = useState<Pages | null>(null);
  const [unreadable, setUnreadable] = useState(false);

  useEffect(() => {
    let ended = false;
    let opened: Pages | null = null;
    openPages(pdf).then(
      (found) => {
        opened = found;
        if (ended) void found.destroy();
        else setPages(found);
      },
      () => setUnreadable(true),
    );
    return () => {
      ended = true;
      void opened?.destroy();
    };
  }, [pdf]);

  useEffect(() => {
    const target = canvas.current;
    if (pages === null || target === null) return;
    const drawing = new AbortController();
    void drawPage(pages, page, target, Math.max(SHARPEST, window.devicePixelRatio), drawing.signal).then(() => {
      if (!drawing.signal.aborted) target.dataset['page'] = String(page);
    });
    return () => drawing.abort();
  }, [pages, page]);

  if (unreadable) return <p className="import__no-picture">{words.noPicture}</p>;
  return <canvas className="import__page" ref={canvas} role="img" aria-label={words.pagePicture(page)} />;
}
