import {
  bandPath,
  bodiesOf,
  describeFate,
  endPath,
  inPaintingOrder,
  labelsOf,
  namesOf,
  stretchesOf,
  toneOfBand,
  type Overview,
  type Tone,
} from '../../comparison';
import type { Language } from '../../core/failure';
import { escapeXml } from '../xml/escape';

type Palette = Readonly<Record<Tone | 'ink' | 'quiet' | 'strip' | 'paper', string>>;

const light: Palette = {
  paper: '#fffefb',
  ink: '#1c1b19',
  quiet: '#625e57',
  strip: '#cfc8bb',
  unchanged: '#d9d4ca',
  reworded: '#b98a2c',
  moved: '#3f74bd',
  divided: '#7d5aa8',
  retyped: '#8d867a',
  inserted: '#2f8a50',
  deleted: '#c0392f',
};

const dark: Palette = {
  paper: '#1e1d1b',
  ink: '#ebe8e2',
  quiet: '#aca69b',
  strip: '#565149',
  unchanged: '#4a463f',
  reworded: '#d3a548',
  moved: '#7fa8e6',
  divided: '#b99adf',
  retyped: '#8d867a',
  inserted: '#6dbd85',
  deleted: '#e87f76',
};

const tones: readonly Tone[] = ['unchanged', 'retyped', 'reworded', 'moved', 'divided', 'inserted', 'deleted'];

const rules = (palette: Palette): string =>
  [
    `.paper{fill:${palette.paper}}.ink{fill:${palette.ink}}.quiet{fill:${palette.quiet}}.strip{fill:${palette.strip}}`,
    ...tones.map((tone) => `.${tone}{fill:${palette[tone]}}`),
  ].join('');

const round = (value: number): number => Math.round(value * 10) / 10;

export interface OverviewSvgOptions {
  readonly language: Language;
  /** What the picture is, for whoever does not see it. */
  readonly title: string;
  /** `print`: on white, whatever the reader's screen is set to. */
  readonly scheme: 'screen' | 'print';
}

/** The picture as one SVG file that needs no other: no script, no font to fetch. The same overview gives the same text. Rule O8. */
export function writeOverviewSvg(overview: Overview, { language, title, scheme }: OverviewSvgOptions): string {
  const { width, height, strips, bands, ends } = overview;
  const label = (text: string): string => `<title>${escapeXml(text)}</title>`;
  const darkRules = scheme === 'screen' ? `@media (prefers-color-scheme:dark){${rules(dark)}}` : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="Inter, 'Segoe UI', Arial, sans-serif">`,
    label(title),
    `<style>${rules(light)}.band{fill-opacity:.5}.unchanged.band{fill-opacity:.45}.number{font-weight:600}${darkRules}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    ...inPaintingOrder(bands).map(
      (band) =>
        `<path class="band ${toneOfBand(band)}" d="${bandPath(overview, band)}">${label(describeFate(band, language))}</path>`,
    ),
    ...ends.map(
      (end) =>
        `<path class="band ${end.kind}" d="${endPath(overview, end)}">${label(describeFate({ kind: end.kind, moved: false, retyped: false }, language))}</path>`,
    ),
    ...strips.flatMap((strip) =>
      bodiesOf(strip).map(
        ({ top, bottom }) =>
          `<rect class="strip" x="${round(strip.left)}" y="${round(top)}" width="${round(strip.right - strip.left)}" height="${round(bottom - top)}" rx="2"/>`,
      ),
    ),
    ...stretchesOf(overview).map(({ tone, path }) => `<path class="${tone}" d="${path}"/>`),
    ...labelsOf(overview).map(
      ({ x, y, anchor, number, title: name }) =>
        `<text x="${round(x)}" y="${round(y)}" font-size="12" text-anchor="${anchor}" class="ink"><tspan class="number">${escapeXml(number)}</tspan>${name === '' ? '' : ` ${escapeXml(name)}`}</text>`,
    ),
    ...namesOf(overview).map(
      ({ x, anchor, text }) =>
        `<text x="${round(x)}" y="24" font-size="13" font-weight="600" text-anchor="${anchor}" class="ink">${escapeXml(text)}</text>`,
    ),
    '</svg>',
  ].join('\n');
}
