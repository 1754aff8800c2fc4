import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import {
  bandPath,
  blockAtHeight,
  describeFate,
  endPath,
  inPaintingOrder,
  labelsOf,
  layoutOverview,
  overviewRows,
  stretchesOf,
  toneOfBand,
  type Overview,
  type Tone,
} from '#shared/comparison';
import type { BlockId } from '#shared/core/ids';
import type { Alignment } from '#shared/diff';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { writeOverviewSvg } from '#shared/export';
import type { Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import type { ComparedText } from './useComparedTexts';
import { svgToPng } from './svgToPng';

interface OverviewViewProps {
  /** The oldest first. */
  readonly texts: readonly ComparedText[];
  /** `alignments[i]` compares `texts[i]` with `texts[i + 1]`. */
  readonly alignments: readonly Alignment[];
  readonly platform: Platform;
  /** Goes to a block of the last text; `null` where that is not the draft. */
  readonly onGo: ((block: BlockId) => void) | null;
}

const legend: readonly Tone[] = ['unchanged', 'reworded', 'moved', 'divided', 'inserted', 'deleted', 'retyped'];

/** A picture on paper has a width of its own. */
const FILE_WIDTH = 1200;

/** Grows slowly with the text: a thousand points shall be seen at one look. */
const heightFor = (texts: readonly ComparedText[]): number =>
  Math.round(Math.min(2400, 420 + 25 * Math.sqrt(Math.max(0, ...texts.map(({ blocks }) => blocks.length)))));

/** One thing in the picture that can be gone to: a band, or an end. */
interface Stop {
  readonly key: string;
  readonly path: string;
  readonly tone: Tone;
  readonly name: string;
  readonly gap: number;
  readonly base: readonly number[];
  readonly current: readonly number[];
  readonly top: number;
}

function stopsOf(
  picture: Overview,
  nameOf: (stop: Pick<Stop, 'gap' | 'base' | 'current'>, fate: string) => string,
  fateOf: (what: Parameters<typeof describeFate>[0]) => string,
) {
  const bands = inPaintingOrder(picture.bands).map((band): Stop => ({
    key: `${band.gap} ${band.base.join()}>${band.current.join()}`,
    path: bandPath(picture, band),
    tone: toneOfBand(band),
    name: nameOf(band, fateOf(band)),
    gap: band.gap,
    base: band.base,
    current: band.current,
    top: band.to.top,
  }));
  const ends = picture.ends.map((end): Stop => {
    const own = end.kind === 'inserted' ? { base: [], current: end.blocks } : { base: end.blocks, current: [] };
    return {
      key: `${end.gap} ${end.kind} ${end.blocks.join()}`,
      path: endPath(picture, end),
      tone: end.kind,
      name: nameOf({ gap: end.gap, ...own }, fateOf({ kind: end.kind, moved: false, retyped: false })),
      gap: end.gap,
      ...own,
      top: end.top,
    };
  });
  return [...bands, ...ends];
}

/** The whole programme at one look: a strip for each period, and bands that show where each point went. */
export function OverviewView({ texts, alignments, platform, onGo }: OverviewViewProps) {
  const strings = useStrings();
  const words = strings.comparing.overview;
  const language = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(1000);
  const [notice, setNotice] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const height = heightFor(texts);

  useEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(640, Math.round(entry.contentRect.width)));
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  const picture = useMemo(
    () => layoutOverview(texts, alignments, { width, height }),
    [alignments, height, texts, width],
  );
  const gazetteers = useMemo(() => texts.map(({ blocks }) => gazetteerOf(blocks)), [texts]);
  const placeOf = (period: number, index: number): string => {
    const place = gazetteers[period]?.placeOf(index);
    return place ? describePlace(place, null, language) : '';
  };
  const placesOf = (period: number, [first, ...rest]: readonly number[]): string => {
    if (first === undefined) return '';
    const last = rest.at(-1);
    return last === undefined ? placeOf(period, first) : `${placeOf(period, first)} – ${placeOf(period, last)}`;
  };
  const stops = stopsOf(
    picture,
    ({ gap, base, current }, fate) =>
      [placesOf(gap, base), fate, placesOf(gap + 1, current)].filter((part) => part !== '').join(' → '),
    (what) => describeFate(what, language),
  );
  // The keys go from change to change, in the order of the picture; what is unchanged is reached in the strips.
  const walk = stops.filter(({ tone }) => tone !== 'unchanged').sort((a, b) => a.gap - b.gap || a.top - b.top);
  const tabStop = walk.some(({ key }) => key === focused) ? focused : walk[0]?.key;

  /** Follows a block from one period to the last. */
  const goTo = (period: number, index: number): void => {
    let at: number | undefined = index;
    for (let gap = period; gap < texts.length - 1 && at !== undefined; gap++) {
      const from: number = at;
      at = alignments[gap]?.changes.find(({ base }) => base.includes(from))?.current[0];
    }
    const block = at === undefined ? undefined : texts.at(-1)?.blocks[at];
    if (block && onGo) onGo(block.id);
  };
  /** What is gone is shown where it stood: at what comes after it in the same text and is still there. */
  const goToStop = ({ gap, base, current }: Stop): void => {
    const [now] = current;
    if (now !== undefined) goTo(gap + 1, now);
    else {
      const changes = alignments[gap]?.changes ?? [];
      const at = changes.findIndex((change) => change.base.includes(base[0] ?? -1));
      const next = changes.slice(at).find((change) => change.current.length > 0)?.current[0];
      const previous = changes
        .slice(0, at)
        .findLast((change) => change.current.length > 0)
        ?.current.at(-1);
      const target = next ?? previous;
      if (target !== undefined) goTo(gap + 1, target);
    }
  };
  const onKey = (event: KeyboardEvent<SVGPathElement>, stop: Stop): void => {
    const at = walk.indexOf(stop);
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
    if (event.key === 'Enter' || event.key === ' ') goToStop(stop);
    else if (to) frame.current?.querySelector<SVGPathElement>(`[data-stop="${CSS.escape(to.key)}"]`)?.focus();
    else return;
    event.preventDefault();
  };
  const onStrip = (event: MouseEvent<SVGRectElement>, period: number): void => {
    const svg = event.currentTarget.ownerSVGElement;
    const strip = picture.strips[period];
    if (!svg || !strip) return;
    const box = svg.getBoundingClientRect();
    const index = blockAtHeight(strip, ((event.clientY - box.top) * height) / box.height);
    if (index !== null) goTo(period, index);
  };

  const names = texts.map(({ name }) => name);
  const title = words.title(names);
  const save = async (format: 'svg' | 'png'): Promise<void> => {
    const forFile = layoutOverview(texts, alignments, { width: FILE_WIDTH, height });
    const svg = writeOverviewSvg(forFile, { language, title, scheme: format === 'svg' ? 'screen' : 'print' });
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
      <p className="field__hint">{words.hint}</p>
      <div ref={frame} className="overview__frame">
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={title}>
          {stops.map((stop) => {
            const isStop = stop.tone !== 'unchanged';
            return (
              <path
                key={stop.key}
                d={stop.path}
                className={`overview__band tone--${stop.tone}`}
                {...(isStop
                  ? {
                      role: 'button',
                      tabIndex: stop.key === tabStop ? 0 : -1,
                      'aria-label': stop.name,
                      'data-stop': stop.key,
                      onFocus: () => setFocused(stop.key),
                      onKeyDown: (event: KeyboardEvent<SVGPathElement>) => onKey(event, stop),
                    }
                  : {})}
                onClick={() => goToStop(stop)}
              >
                <title>{stop.name}</title>
              </path>
            );
          })}
          {picture.strips.map(({ left, right, chapters, blocks, name }, period) => {
            const opening = chapters[0]?.heading ?? blocks.length;
            const before =
              opening > 0 && blocks[0] ? [{ top: blocks[0].top, bottom: blocks[opening - 1]?.bottom ?? 0 }] : [];
            return (
              <g key={name}>
                {[...before, ...chapters].map(({ top, bottom }) => (
                  <rect
                    key={top}
                    className="overview__strip"
                    x={left}
                    y={top}
                    width={right - left}
                    height={bottom - top}
                    rx={2}
                    onClick={(event) => onStrip(event, period)}
                  />
                ))}
                <text x={(left + right) / 2} y={24} textAnchor="middle" className="overview__period">
                  {name}
                </text>
              </g>
            );
          })}
          {stretchesOf(picture).map(({ strip, tone, top, bottom }, at) => (
            <rect
              key={at}
              className={`overview__stretch tone--${tone}`}
              x={picture.strips[strip]?.left ?? 0}
              y={top}
              width={(picture.strips[strip]?.right ?? 0) - (picture.strips[strip]?.left ?? 0)}
              height={bottom - top}
              onClick={(event) => onStrip(event, strip)}
            />
          ))}
          {labelsOf(picture).map(({ x, y, anchor, number, title: chapter, strip }) => (
            <text key={`${strip} ${y}`} x={x} y={y} textAnchor={anchor} className="overview__label">
              <tspan className="overview__number">{number}</tspan>
              {chapter === '' ? '' : ` ${chapter}`}
            </text>
          ))}
        </svg>
      </div>
      <details className="overview__table">
        <summary>{words.asTable}</summary>
        <OverviewTable texts={texts} alignments={alignments} />
      </details>
    </section>
  );
}

/** The same in words, for whoever does not see the picture. */
function OverviewTable({ texts, alignments }: Pick<OverviewViewProps, 'texts' | 'alignments'>) {
  const { comparing } = useStrings();
  const language = useLanguage();
  const rows = overviewRows(texts, alignments, language);
  const words = comparing.overview;
  return alignments.map((_, gap) => (
    <table key={gap} className="synopsis">
      <caption>{`${texts[gap]?.name ?? ''} → ${texts[gap + 1]?.name ?? ''}`}</caption>
      <thead>
        <tr>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.fate}</th>
          <th scope="col">{words.now}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter((row) => row.gap === gap)
          .map(({ before, fate, now, base, current }) => (
            <tr key={`${base.join()}>${current.join()}`}>
              <td>{before || '–'}</td>
              <td>{fate}</td>
              <td>{now || '–'}</td>
            </tr>
          ))}
      </tbody>
    </table>
  ));
}
