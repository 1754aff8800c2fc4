import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { drawPage } from '../../workers/pdfPages';
import type { Preview } from './usePreview';

const zoomSteps = [0.75, 1, 1.5, 2, 3] as const;
/** CSS pixels of an A4 page's width at zoom 1. */
const pageWidth = 420;
const pointsOfA4 = 595;

interface PreviewPaneProps {
  readonly preview: Preview;
  readonly onDrawn: () => void;
  readonly paper: string;
  /** Counted from 1; may be past the last. */
  readonly asked: number;
  readonly onAsk: (page: number) => void;
}

/** One page at a time, with what it takes to page through and to come closer. */
export function PreviewPane({ preview, onDrawn, paper, asked, onAsk: setAsked }: PreviewPaneProps) {
  const strings = useStrings();
  const language = useLanguage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [zoom, setZoom] = useState(1);
  const { pages, isWhole, setting, failure } = preview;
  const count = pages?.numPages ?? 0;
  const number = Math.min(Math.max(asked, 1), Math.max(count, 1));

  useEffect(() => {
    const target = canvas.current;
    if (pages === null || target === null) return;
    const drawing = new AbortController();
    const scale = (pageWidth / pointsOfA4) * zoom * window.devicePixelRatio;
    void drawPage(pages, number, target, scale, drawing.signal)
      .then((isDrawn) => {
        if (!isDrawn) return;
        target.style.width = `${target.width / window.devicePixelRatio}px`;
        target.dataset['page'] = String(number);
        performance.mark('papers:drawn');
      })
      .finally(() => {
        // One that gives way is followed by another.
        if (!drawing.signal.aborted) onDrawn();
      });
    return () => {
      drawing.abort();
    };
  }, [pages, number, zoom, onDrawn]);

  const step = zoomSteps.findIndex((size) => size === zoom);
  const zoomTo = (to: number) => setZoom(zoomSteps[Math.min(Math.max(to, 0), zoomSteps.length - 1)] ?? 1);

  return (
    <section
      className="sheet"
      aria-label={strings.papers.preview}
      aria-busy={setting}
      onKeyDown={(event) => {
        if (event.key === 'PageDown') setAsked(number + 1);
        else if (event.key === 'PageUp') setAsked(number - 1);
        else return;
        event.preventDefault();
      }}
    >
      <div className="sheet__bar">
        <Button
          look="quiet"
          aria-label={strings.papers.previousPage}
          isDisabled={number <= 1}
          onPress={() => setAsked(number - 1)}
        >
          <ChevronLeft aria-hidden size={16} />
        </Button>
        <span role="status">{count === 0 ? '' : strings.papers.pageOf(number, isWhole ? count : null)}</span>
        <Button
          look="quiet"
          aria-label={strings.papers.nextPage}
          isDisabled={number >= count}
          onPress={() => setAsked(number + 1)}
        >
          <ChevronRight aria-hidden size={16} />
        </Button>
        <span className="sheet__gap" />
        <Button
          look="quiet"
          aria-label={strings.papers.smaller}
          isDisabled={step === 0}
          onPress={() => zoomTo(step - 1)}
        >
          <ZoomOut aria-hidden size={16} />
        </Button>
        <Button
          look="quiet"
          aria-label={strings.papers.larger}
          isDisabled={step === zoomSteps.length - 1}
          onPress={() => zoomTo(step + 1)}
        >
          <ZoomIn aria-hidden size={16} />
        </Button>
      </div>
      {/* What scrolls must be reached by keyboard. */}
      <div className="sheet__page" tabIndex={0} role="group" aria-label={strings.papers.pages}>
        {failure === null ? (
          <canvas
            ref={canvas}
            role="img"
            aria-label={
              count === 0 ? strings.papers.setting : strings.papers.pictureOf(paper, number, isWhole ? count : null)
            }
          />
        ) : (
          <Notice problem>{describeFailure(failure, language)}</Notice>
        )}
      </div>
    </section>
  );
}
