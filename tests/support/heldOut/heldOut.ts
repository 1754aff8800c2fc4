import type { JudgedBlock } from '../importQuality';
import { chanceFrom, type Chance } from './chance';
import { Press } from './print';
import { styleFrom, type PrintStyle } from './style';
import { leadIns, noteText, paragraphText, pointText, takeThemes } from './words';

export interface HeldOut {
  readonly seed: number;
  readonly style: PrintStyle;
  readonly text: string;
  readonly truth: readonly JudgedBlock[];
}

/** A programme of our own words, printed in a style of its own, with what its blocks truly are. The same for the same seed. */
export function heldOutDocument(seed: number): HeldOut {
  const chance = chanceFrom(seed);
  const style = styleFrom(chance);
  const title = 'Hagelagets arbeidsprogram 2031–2033';
  const press = new Press(style, 'Hagelaget · arbeidsprogram');
  press.block('title', title);
  press.gap(2);
  if (chance.hits(0.5)) paragraph(press, chance);
  for (const [at, theme] of takeThemes(chance, 3 + chance.below(5)).entries()) chapter(press, chance, at + 1, theme);
  if (style.table) table(press, chance);
  return { seed, style, ...press.finish() };
}

function chapter(press: Press, chance: Chance, number: number, theme: string): void {
  const { style } = press;
  press.gap();
  heading(press, number, theme);
  // An unmarked heading stands straight over its text as often as not; a tabbed one always does.
  if (style.headings === 'dotted' || style.headings === 'kapittel' || chance.hits(0.4)) press.gap();
  for (let i = chance.below(3); i >= 0; i--) paragraph(press, chance);
  if (style.captions && chance.hits(0.7)) caption(press, chance);
  if (style.dates && number === 3) dates(press, chance);
  if (style.box && number === 2) box(press, chance);
  if (chance.hits(0.8)) list(press, chance);
  if (style.subheadings === 'none') return;
  for (let sub = 1; sub <= 2; sub++) {
    const name = ['Hva vi gjør nå', 'Hva som kommer', 'Slik går vi fram'][(number + sub) % 3] ?? '';
    if (
      style.subheadings === 'numbered' &&
      style.headings !== 'none' &&
      style.headings !== 'tabbed' &&
      style.headings !== 'kapittel'
    ) {
      press.block('heading', name, { label: `${number}.${sub}`, level: 2, number: `${number}.${sub}` });
      press.gap();
      paragraph(press, chance);
    } else if (style.subheadings === 'plain' && style.headings !== 'none') {
      press.block('heading', name, { level: 2 });
      paragraph(press, chance);
    }
  }
}

function heading(press: Press, number: number, theme: string): void {
  switch (press.style.headings) {
    case 'none':
      press.block('heading', theme, { level: 1 });
      return;
    case 'dotted':
      press.block('heading', theme, { label: `${number}.`, level: 1, number: String(number) });
      return;
    case 'bare':
      press.block('heading', theme, { label: String(number), level: 1, number: String(number) });
      return;
    case 'tabbed':
      press.tabbed(theme, 1);
      return;
    case 'kapittel':
      press.block('heading', `Kapittel ${number}: ${theme}`, { level: 1 });
  }
}

/** Running text; with notes now and then, their numbers glued to a word, a full stop or a year. */
function paragraph(press: Press, chance: Chance): void {
  const text = paragraphText(chance);
  if (press.style.notes && chance.hits(0.4)) {
    const places = [...text.matchAll(/(?<=[a-zæøå]|\d{4})\.(?= |$)/g)].map(({ index }) => index);
    const place = places[chance.below(places.length)];
    if (place !== undefined) {
      const at = chance.hits(0.5) ? place : place + 1;
      press.block('paragraph', text.slice(0, at) + press.note(noteText(chance)) + text.slice(at));
      press.amendLast(text);
      press.gap();
      return;
    }
  }
  press.block('paragraph', text);
  press.gap();
}

const letter = (at: number): string => String.fromCharCode('a'.charCodeAt(0) + at);

function list(press: Press, chance: Chance): void {
  const { marker, closedPoints, blankBetweenPoints } = press.style;
  press.block('leadIn', chance.from(leadIns));
  press.gap();
  const count = 2 + chance.below(6);
  for (let at = 0; at < count; at++) {
    const number =
      marker === '1.' || marker === '1)' ? String(at + 1) : marker === 'a)' ? letter(at) : printedBullet(marker);
    const label = marker === '1.' ? `${number}.` : marker === '1)' || marker === 'a)' ? `${number})` : marker;
    press.block('point', pointText(chance, closedPoints), { label, number });
    if (blankBetweenPoints && at < count - 1) press.gap(1);
  }
  press.gap();
}

const printedBullet = (marker: string): string => (marker === '\uf0b7' ? '•' : marker);

/** A box of numbered targets, whose numbers look like those of headings. */
function box(press: Press, chance: Chance): void {
  press.block('heading', 'MÅL 1', { level: 2 });
  for (let at = 1; at <= 3; at++)
    press.block('point', pointText(chance, false), { label: `1.${at}`, number: `1.${at}` });
  press.gap(2);
}

function caption(press: Press, chance: Chance): void {
  const head = chance.from(['VÅR|DUGNAD', 'NYTT SKUR', 'FRØDAGEN 2031', 'PÅ BESØK I NES', 'KOMPOST']).replace('|', '');
  const what = chance.from([
    'Kari Nes og Ola Vik ved kompost|bingen',
    'Fra venstre Kari Nes, Ola Vik og Åse Sand',
    'Mange kom for å bytte frø',
  ]);
  press.caption(
    `${head}: ${what} ${chance.from(['12. juni 2031.', 'i mai.', 'ved parsell|hagen.'])}`,
    chance.from(['Foto: Hagelaget', 'Foto: Ola Vik', 'Foto Hagelaget']),
    chance.hits(0.6),
  );
  press.gap();
}

/** A table of dates, its rows apart, that has lost its columns. */
function dates(press: Press, chance: Chance): void {
  const gap = chance.from([' ', '  ', '    ']);
  for (const [date, what] of [
    ['2. mai', 'Felles dugnad'],
    ['3. – 4. juni', 'Hagedager for alle lag'],
    ['20. juni', 'Årsmøte'],
  ] as const) {
    press.row(`${date}${gap}${what}`);
    press.gap(1);
  }
}

/** A table that has lost its lines: words and figures with wide gaps. */
function table(press: Press, chance: Chance): void {
  press.gap();
  for (const row of ['Lag     Medlemmer     Parseller', 'Nes     41     12', 'Vik     118     30', 'Sand     7     2'])
    press.row(row);
  if (chance.hits(0.5)) press.row('Sum     166     44');
  press.gap();
}
