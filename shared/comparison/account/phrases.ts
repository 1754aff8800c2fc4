import type { Language } from '../../core/failure';
import type { Summary } from '../../diff';

type Count = (count: number) => string;

/** The words of the account, in one language. Numbers are always the data's own. */
export interface AccountPhrases {
  /** Digits in threes, as the language sets them. */
  readonly number: Count;
  readonly places: (unchanged: string, all: number) => string;
  readonly nothing: string;
  readonly parts: Readonly<Record<Exclude<keyof Summary, 'unchanged'>, Count>>;
  readonly retyped: Count;
  readonly size: (before: string, now: string) => string;
  readonly sameSize: (now: string) => string;
  readonly chapters: Count;
  readonly points: Count;
  readonly longer: (percent: number, before: string, now: string) => string;
  readonly shorter: (percent: number, before: string, now: string) => string;
  readonly sameLength: (now: string) => string;
  readonly untouched: (chapters: string, count: number) => string;
  readonly newChapters: (chapters: string, count: number) => string;
  readonly struckChapters: (chapters: string, count: number) => string;
  readonly chapter: (number: string, title: string) => string;
  readonly chapterNumber: (number: string) => string;
  readonly opening: string;
  readonly openingShort: string;
  readonly isUntouched: string;
  readonly isNew: string;
  readonly isStruck: string;
  readonly renamed: (former: string) => string;
  readonly cameFrom: (count: number, chapter: string) => string;
  readonly wentTo: (count: number, chapter: string) => string;
  readonly and: string;
}

const forms =
  (one: string, more: string): Count =>
  (count) =>
    `${count} ${count === 1 ? one : more}`;

/** Thousands set apart by a space that does not break, from five digits in Norwegian, and by a comma in English. */
const grouped =
  (separator: string, from: number): Count =>
  (count) =>
    count < from ? String(count) : String(count).replace(/\B(?=(\d{3})+$)/gu, separator);

const nb: AccountPhrases = {
  number: grouped('\u00a0', 1000),
  places: (unchanged, all) => `Av ${all} ${all === 1 ? 'sted' : 'steder'} i teksten står ${unchanged} uendret`,
  nothing: 'Ingenting er endret siden forrige periode.',
  parts: {
    reworded: forms('omskrevet', 'omskrevet'),
    moved: forms('flyttet', 'flyttet'),
    split: forms('delt', 'delt'),
    joined: forms('slått sammen', 'slått sammen'),
    inserted: forms('nytt', 'nye'),
    deleted: forms('strøket', 'strøket'),
  },
  retyped: forms('har fått en annen form', 'har fått en annen form'),
  size: (before, now) => `Programmet har ${now}; før hadde det ${before}.`,
  sameSize: (now) => `Programmet har ${now}, like mange som før.`,
  chapters: forms('kapittel', 'kapitler'),
  points: forms('punkt', 'punkter'),
  longer: (percent, before, now) => `Teksten er ${percent} prosent lengre: fra ${before} til ${now} ord.`,
  shorter: (percent, before, now) => `Teksten er ${percent} prosent kortere: fra ${before} til ${now} ord.`,
  sameLength: (now) => `Teksten er omtrent like lang: ${now} ord.`,
  untouched: (chapters, count) => `Uendret er ${count === 1 ? 'kapittel' : 'kapitlene'} ${chapters}.`,
  newChapters: (chapters, count) => `${count === 1 ? 'Nytt er kapittel' : 'Nye er kapitlene'} ${chapters}.`,
  struckChapters: (chapters, count) =>
    `${count === 1 ? 'Strøket er det tidligere kapittel' : 'Strøket er de tidligere kapitlene'} ${chapters}.`,
  chapter: (number, title) => `Kapittel ${number} «${title}»`,
  chapterNumber: (number) => `kapittel ${number}`,
  opening: 'Før første kapittel',
  openingShort: 'innledningen',
  isUntouched: 'uendret',
  isNew: 'nytt kapittel',
  isStruck: 'strøket',
  renamed: (former) => `het før «${former}»`,
  cameFrom: (count, chapter) => `${count} kom fra ${chapter}`,
  wentTo: (count, chapter) => `${count} gikk til ${chapter}`,
  and: 'og',
};

const nn: AccountPhrases = {
  ...nb,
  places: (unchanged, all) => `Av ${all} ${all === 1 ? 'stad' : 'stader'} i teksten står ${unchanged} uendra`,
  nothing: 'Ingenting er endra sidan førre periode.',
  parts: {
    reworded: forms('omskriven', 'omskrivne'),
    moved: forms('flytta', 'flytta'),
    split: forms('delt', 'delte'),
    joined: forms('slått saman', 'slått saman'),
    inserted: forms('ny', 'nye'),
    deleted: forms('stroken', 'strokne'),
  },
  retyped: forms('har fått ei anna form', 'har fått ei anna form'),
  size: (before, now) => `Programmet har ${now}; før hadde det ${before}.`,
  sameSize: (now) => `Programmet har ${now}, like mange som før.`,
  chapters: forms('kapittel', 'kapittel'),
  points: forms('punkt', 'punkt'),
  longer: (percent, before, now) => `Teksten er ${percent} prosent lengre: frå ${before} til ${now} ord.`,
  shorter: (percent, before, now) => `Teksten er ${percent} prosent kortare: frå ${before} til ${now} ord.`,
  sameLength: (now) => `Teksten er om lag like lang: ${now} ord.`,
  untouched: (chapters, count) => `Uendra er ${count === 1 ? 'kapittel' : 'kapitla'} ${chapters}.`,
  newChapters: (chapters, count) => `${count === 1 ? 'Nytt er kapittel' : 'Nye er kapitla'} ${chapters}.`,
  struckChapters: (chapters, count) =>
    `${count === 1 ? 'Strøke er det tidlegare kapittel' : 'Strokne er dei tidlegare kapitla'} ${chapters}.`,
  opening: 'Før første kapittel',
  openingShort: 'innleiinga',
  isUntouched: 'uendra',
  isStruck: 'strøke',
  renamed: (former) => `heitte før «${former}»`,
  cameFrom: (count, chapter) => `${count} kom frå ${chapter}`,
};

const en: AccountPhrases = {
  number: grouped(',', 1000),
  places: (unchanged, all) =>
    `Of ${all} ${all === 1 ? 'place' : 'places'} in the text, ${unchanged} ${unchanged === '1' ? 'is' : 'are'} unchanged`,
  nothing: 'Nothing has changed since the previous period.',
  parts: {
    reworded: forms('reworded', 'reworded'),
    moved: forms('moved', 'moved'),
    split: forms('split', 'split'),
    joined: forms('joined', 'joined'),
    inserted: forms('new', 'new'),
    deleted: forms('struck', 'struck'),
  },
  retyped: forms('has another form', 'have another form'),
  size: (before, now) => `The programme has ${now}; before it had ${before}.`,
  sameSize: (now) => `The programme has ${now}, as many as before.`,
  chapters: forms('chapter', 'chapters'),
  points: forms('item', 'items'),
  longer: (percent, before, now) => `The text is ${percent} per cent longer: from ${before} to ${now} words.`,
  shorter: (percent, before, now) => `The text is ${percent} per cent shorter: from ${before} to ${now} words.`,
  sameLength: (now) => `The text is about as long: ${now} words.`,
  untouched: (chapters, count) => `Unchanged: ${count === 1 ? 'chapter' : 'chapters'} ${chapters}.`,
  newChapters: (chapters, count) => `New: ${count === 1 ? 'chapter' : 'chapters'} ${chapters}.`,
  struckChapters: (chapters, count) => `Struck: the former ${count === 1 ? 'chapter' : 'chapters'} ${chapters}.`,
  chapter: (number, title) => `Chapter ${number} “${title}”`,
  chapterNumber: (number) => `chapter ${number}`,
  opening: 'Before the first chapter',
  openingShort: 'the opening',
  isUntouched: 'unchanged',
  isNew: 'new chapter',
  isStruck: 'struck',
  renamed: (former) => `formerly “${former}”`,
  cameFrom: (count, chapter) => `${count} came from ${chapter}`,
  wentTo: (count, chapter) => `${count} went to ${chapter}`,
  and: 'and',
};

export const accountPhrases: Readonly<Record<Language, AccountPhrases>> = { nb, nn, en };
