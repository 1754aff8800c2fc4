import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { blockAtHeight, type OverviewDrawing, type Tone } from '#shared/comparison';
import type { BlockId } from '#shared/core/ids';
import type { Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { runTextTask } from '../../workers/runTask';
import { ComparingState } from './ComparingState';
import { OverviewTable } from './OverviewTable';
import type { ComparedText } from './useComparedTexts';
import { svgToPng } from './svgToPng';
import { useTextTask } from '../../workers/useTextTask';

interface OverviewViewProps {
  /** The oldest first. */
  readonly texts: readonly ComparedText[];
  readonly platform: Platform;
  /** Goes to a block of the last text; `null` where that is not the draft. */
  readonly onGo: ((block: BlockId) => void) | null;
}

const legend: readonly Tone[] = ['unchanged', 'reworded', 'moved', 'divided', 'inserted', 'deleted', 'retyped'];

/** A narrower picture would be nothing but names: it is wound along instead. */
const NARROWEST = 560;
/** A picture on paper has a width of its own. */
const FILE_WIDTH = 1200;

/** Grows slowly with the text: a thousand points shall be seen at one look. */
const heightFor = (texts: readonly ComparedText[]): number =>
  Math.round(Math.min(2400, 420 + 25 * Math.sqrt(Math.max(0, ...texts.map(({ blocks }) => blocks.length)))));

type Shape = OverviewDrawing['shapes'][number];

/** The whole programme at one look: a strip for each period, and bands that show where each point went. It is drawn in a worker. */
export function OverviewView({ texts, platform, onGo }: OverviewViewProps) {
  const strings = useStrings();
  const words = strings.comparing.overview;
  const language = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const height = heightFor(texts);
  const names = texts.map(({ name }) => name);
  const title = words.title(names);
  const blocks = texts.map((text) => text.blocks);

  useEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(NARROWEST, Math.round(entry.contentRect.width)));
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  const drawing = useTextTask('overview', width === null ? [] : blocks, { names, width: width ?? 0, height, language });
  const picture = drawing.answer;
  // The keys go from change to change, in the order of the picture; what is unchanged is reached in the strips.
  const walk = useMemo(
    () =>
      (picture?.shapes ?? []).filter(({ tone }) => tone !== 'unchanged').sort((a, b) => a.gap - b.gap || a.top - b.top),
    [picture],
  );
  const tabStop = walk.some(({ key }) => key === focused) ? focused : walk[0]?.key;

  const go = (target: number | undefined): void => {
    const block = target === undefined ? undefined : texts.at(-1)?.blocks[target];
    if (block && onGo) onGo(block.id);
  };
  const onKey = (event: KeyboardEvent<SVGPathElement>, shape: Shape): void => {
    const at = walk.indexOf(shape);
    const to =
      event.key === 'ArrowDown' || event.key === 'ArrowRight'
        ? walk[at + 1]
        : event.key === 'ArrowUp' || event.key === 'ArrowLeft'
          ? walk[at - 1]
          : event.key === 'Home'
            ? walk[0]
            : event.key === 'End'
              ? walk.at(-1)
              : undefined;
    if (event.key === 'Enter' || event.key === ' ') go(shape.target);
    else if (to) frame.current?.querySelector<SVGPathElement>(`[data-stop="${CSS.escape(to.key)}"]`)?.focus();
    else return;
    event.preventDefault();
  };
  const onStrip = (event: MouseEvent<SVGElement>, strip: OverviewDrawing['strips'][number] | undefined): void => {
    const svg = event.currentTarget.closest('svg');
    if (!svg || !strip || !picture) return;
    const box = svg.getBoundingClientRect();
    const index = blockAtHeight(strip, ((event.clientY - box.top) * picture.height) / box.height);
    go(index === null ? undefined : strip.targets[index]);
  };

  const save = async (format: 'svg' | 'png'): Promise<void> => {
    const scheme = format === 'svg' ? 'screen' : 'print';
    const asked = { names, width: FILE_WIDTH, height, language, title, scheme } as const;
    const svg = await runTextTask('overviewSvg', blocks, asked);
    const bytes = format === 'svg' ? new TextEncoder().encode(svg) : await svgToPng(svg, FILE_WIDTH, height);
    if (bytes === null) {
      setNotice(words.pngFailed);
      return;
    }
    const saved = await platform.saveFile({ grant: null, suggestedName: `${words.picture}.${format}`, bytes });
    if (!saved.ok) setNotice(describeFailure(saved.failure, language));
    else if (saved.value) setNotice(words.saved(saved.value.name));
  };

  return (
    <section className="overview" aria-label={words.picture}>
      <div className="overview__tools">
        <ul className="overview__legend" aria-label={strings.marks.legend}>
          {legend.map((tone) => (
            <li key={tone}>
              <span className={`overview__swatch tone--${tone}`} aria-hidden /> {words.tones[tone]}
            </li>
          ))}
        </ul>
        <span className="stage__spacer" />
        <Button onPress={() => void save('svg')}>{words.saveSvg}</Button>
        <Button look="quiet" onPress={() => void save('png')}>
          {words.savePng}
        </Button>
      </div>
      {notice !== null && <Notice>{notice}</Notice>}
      <ComparingState comparing={drawing} />
      <p className="field__hint">{words.hint}</p>
      <div ref={frame} className="overview__frame">
        {picture && (
          <svg
            viewBox={`0 0 ${picture.width} ${picture.height}`}
            width={picture.width}
            height={picture.height}
            role="group"
            aria-label={title}
          >
            {picture.shapes.map((shape) => {
              const isStop = shape.tone !== 'unchanged';
              return (
                <path
                  key={shape.key}
                  d={shape.path}
                  className={`overview__band tone--${shape.tone}`}
                  {...(isStop
                    ? {
                        role: 'button',
                        tabIndex: shape.key === tabStop ? 0 : -1,
                        'aria-label': shape.name,
                        'data-stop': shape.key,
                        onFocus: () => setFocused(shape.key),
                        onKeyDown: (event: KeyboardEvent<SVGPathElement>) => onKey(event, shape),
                      }
                    : {})}
                  onClick={() => go(shape.target)}
                >
                  <title>{shape.name}</title>
                </path>
              );
            })}
            {picture.strips.map((strip, period) => (
              <g key={period}>
                {strip.bodies.map(({ top, bottom }) => (
                  <rect
                    key={top}
                    className="overview__strip"
                    x={strip.left}
                    y={top}
                    width={strip.right - strip.left}
                    height={bottom - top}
                    rx={2}
                    onClick={(event) => onStrip(event, strip)}
                  />
                ))}
              </g>
            ))}
            {picture.stretches.map(({ strip, tone, path }) => (
              <path
                key={`${strip} ${tone}`}
                className={`overview__stretch tone--${tone}`}
                d={path}
                onClick={(event) => onStrip(event, picture.strips[strip])}
              />
            ))}
            {picture.names.map(({ x, anchor, text }) => (
              <text key={x} x={x} y={24} textAnchor={anchor} className="overview__period">
                {text}
              </text>
            ))}
            {picture.labels.map(({ x, y, anchor, number, title: chapter, strip }) => (
              <text key={`${strip} ${y}`} x={x} y={y} textAnchor={anchor} className="overview__label">
                <tspan className="overview__number">{number}</tspan>
                {chapter === '' ? '' : ` ${chapter}`}
              </text>
            ))}
          </svg>
        )}
      </div>
      <OverviewTable texts={texts} />
    </section>
  );
}
