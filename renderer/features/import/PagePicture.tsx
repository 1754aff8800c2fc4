import { useEffect, useRef, useState, type PointerEvent, type MouseEvent } from 'react';
import type { PagePlace } from '#shared/import';
import { useStrings } from '../../i18n/language';
import { drawPage, openPages, type Pages } from '../../workers/pdfPages';

/** A line of the page that belongs to what is chosen or pointed at. */
export interface PageMark {
  readonly line: number;
  readonly place: PagePlace;
  readonly chosen: boolean;
}

interface PagePictureProps {
  readonly pdf: Uint8Array;
  /** From 1. */
  readonly page: number;
  readonly marks: readonly PageMark[];
  /** Hears the place under the pointer, in shares of the page; `null` when the pointer leaves. */
  readonly onPoint: (place: PagePoint | null) => void;
  readonly onChoose: (place: PagePoint) => void;
}

/** In shares of the page's width and height, from the upper left corner. */
export interface PagePoint {
  readonly x: number;
  readonly y: number;
}

/** Device pixels that a picture is drawn with for each CSS pixel, at least: small print stays readable. */
const SHARPEST = 1.5;

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

function pointOf(event: PointerEvent | MouseEvent): PagePoint {
  const sheet = event.currentTarget.getBoundingClientRect();
  return { x: (event.clientX - sheet.left) / sheet.width, y: (event.clientY - sheet.top) / sheet.height };
}

/** A page of the file as it is printed, as wide as there is room, with what it is about marked. Drawn by a worker; nothing in the file runs. */
export function PagePicture({ pdf, page, marks, onPoint, onChoose }: PagePictureProps) {
  const words = useStrings().importing;
  const canvas = useRef<HTMLCanvasElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<Pages | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  /** The page that can be seen: marks of another one wait until it is drawn. */
  const [drawn, setDrawn] = useState<number | null>(null);

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
    void drawPage(pages, page, target, Math.max(SHARPEST, window.devicePixelRatio), drawing.signal).then((isDrawn) => {
      if (isDrawn) setDrawn(page);
    });
    return () => drawing.abort();
  }, [pages, page]);

  const first = marks[0]?.line ?? null;
  useEffect(() => {
    if (first === null || drawn !== page || sheet.current?.matches(':hover') === true) return;
    sheet.current?.querySelector('.page-mark')?.scrollIntoView({ block: 'nearest' });
  }, [first, drawn, page]);

  if (unreadable) return <p className="import__no-picture">{words.noPicture}</p>;
  return (
    <div
      className="import__sheet"
      ref={sheet}
      onPointerMove={(event) => onPoint(pointOf(event))}
      onPointerLeave={() => onPoint(null)}
      onClick={(event) => onChoose(pointOf(event))}
    >
      <canvas
        className="import__page"
        ref={canvas}
        role="img"
        aria-label={words.pagePicture(page)}
        data-page={drawn ?? undefined}
      />
      {drawn === page &&
        marks.map(({ line, place, chosen }) => (
          <span
            key={line}
            className="page-mark"
            aria-hidden="true"
            data-line={line}
            data-chosen={chosen || undefined}
            style={{
              left: percent(place.left),
              top: percent(place.top),
              width: percent(place.right - place.left),
              height: percent(place.bottom - place.top),
            }}
          />
        ))}
    </div>
  );
}
