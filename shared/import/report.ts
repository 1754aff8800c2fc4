import type { Language, Sentences } from '../core/failure';

export const reportCodes = [
  'blank-in-sentence',
  'broken-item',
  'comments-dropped',
  'consonant-dropped',
  'corrected-by-hand',
  'encoding-guessed',
  'footnote-without-marker',
  'heading-guessed',
  'heading-marked-as-item',
  'hidden-text-dropped',
  'hyphen-guessed',
  'left-out-by-hand',
  'lead-in-marked-as-heading',
  'link-target-dropped',
  'markup-dropped',
  'newline-in-sentence',
  'number-in-sentence',
  'number-set-by-hand',
  'numbering-duplicate',
  'numbering-gap',
  'organisation',
  'outcome',
  'page-frame-dropped',
  'title-missing',
  'tracked-changes',
  'truncated-ending',
  'unreadable-letters',
] as const;
export type ReportCode = (typeof reportCodes)[number];

/** What the import guessed or found odd, for a person to look at. */
export interface ReportEntry {
  readonly severity: 'info' | 'warning';
  /** One of `reportCodes`; a plain string, because a file may carry a report from a newer version. */
  readonly code: string;
  /** Line of the source file, from 1; `null` where it concerns the whole file. */
  readonly line: number | null;
  readonly params: Readonly<Record<string, string | number>>;
}

export const reportSentences = {
  'blank-in-sentence': {
    nb: 'En blank linje står midt i en setning. Linjene før og etter er satt sammen til én tekst.',
    nn: 'Ei blank linje står midt i ei setning. Linjene før og etter er sette saman til éin tekst.',
    en: 'A blank line stands in the middle of a sentence. The lines before and after were put together.',
  },
  'broken-item': {
    nb: 'Punktet «{text} …» begynner med liten bokstav etter et punkt uten slutt. Det kan være én setning som er delt i to punkter.',
    nn: 'Punktet «{text} …» byrjar med liten bokstav etter eit punkt utan slutt. Det kan vere éi setning som er delt i to punkt.',
    en: 'The point “{text} …” begins with a small letter after a point without an end. It may be one sentence in two points.',
  },
  'comments-dropped': {
    nb: 'Merknadene i filen er ikke en del av teksten: «{text}».',
    nn: 'Merknadene i fila er ikkje ein del av teksten: «{text}».',
    en: 'The remarks in the file are no part of the text: “{text}”.',
  },
  'consonant-dropped': {
    nb: 'Et ord delt ved linjeslutt er skrevet «{word}», med to like konsonanter i stedet for tre.',
    nn: 'Eit ord delt ved linjeslutt er skrive «{word}», med to like konsonantar i staden for tre.',
    en: 'A word divided at a line end is written “{word}”, with two equal consonants instead of three.',
  },
  'corrected-by-hand': {
    nb: '«{text}» er rettet for hånd ved importen.',
    nn: '«{text}» er retta for hand ved importen.',
    en: '“{text}” was corrected by hand at the import.',
  },
  'encoding-guessed': {
    nb: 'Filen sier ikke hvilket tegnsett den bruker. Den er lest som {encoding}.',
    nn: 'Fila seier ikkje kva teiknsett ho bruker. Ho er lesen som {encoding}.',
    en: 'The file does not say which encoding it uses. It was read as {encoding}.',
  },
  'footnote-without-marker': {
    nb: 'Fotnote {number} har ingen henvisning i teksten.',
    nn: 'Fotnote {number} har inga tilvising i teksten.',
    en: 'Footnote {number} is not called in the text.',
  },
  'heading-guessed': {
    nb: '«{text}» er oppfattet som overskrift, selv om ingenting i filen merker den som det.',
    nn: '«{text}» er oppfatta som overskrift, sjølv om ingenting i fila merkjer ho som det.',
    en: '“{text}” was taken for a heading, though nothing in the file marks it as one.',
  },
  'heading-marked-as-item': {
    nb: '«{text}» står som listepunkt i filen, men er oppfattet som overskrift.',
    nn: '«{text}» står som listepunkt i fila, men er oppfatta som overskrift.',
    en: '“{text}” is a list item in the file, but was taken for a heading.',
  },
  'hidden-text-dropped': {
    nb: 'Skjult tekst er ikke tatt med: «{text}».',
    nn: 'Skjult tekst er ikkje teken med: «{text}».',
    en: 'Hidden text was left out: “{text}”.',
  },
  'hyphen-guessed': {
    nb: 'Et ord delt ved linjeslutt er satt sammen til «{word}».',
    nn: 'Eit ord delt ved linjeslutt er sett saman til «{word}».',
    en: 'A word divided at a line end was put together as “{word}”.',
  },
  'left-out-by-hand': {
    nb: 'Utelatt for hånd ved importen: «{text}».',
    nn: 'Utelate for hand ved importen: «{text}».',
    en: 'Left out by hand at the import: “{text}”.',
  },
  'lead-in-marked-as-heading': {
    nb: 'En linje merket som overskrift er oppfattet som innledning til punktene under.',
    nn: 'Ei linje merkt som overskrift er oppfatta som innleiing til punkta under.',
    en: 'A line marked as a heading was taken for the lead-in to the points below.',
  },
  'link-target-dropped': {
    nb: 'Adressen «{text}» bak en lenke eller et bilde er ikke tatt med i teksten.',
    nn: 'Adressa «{text}» bak ei lenkje eller eit bilete er ikkje teken med i teksten.',
    en: 'The address “{text}” behind a link or an image was left out of the text.',
  },
  'markup-dropped': {
    nb: 'Koden «{text}» er ikke tatt med i teksten.',
    nn: 'Koden «{text}» er ikkje teken med i teksten.',
    en: 'The mark-up “{text}” was left out of the text.',
  },
  'newline-in-sentence': {
    nb: 'Et linjeskift står midt i en setning. Linjene er satt sammen.',
    nn: 'Eit linjeskift står midt i ei setning. Linjene er sette saman.',
    en: 'A line break stands in the middle of a sentence. The lines were put together.',
  },
  'number-in-sentence': {
    nb: 'Linjen begynner med «{number}», men tallet er oppfattet som en del av setningen.',
    nn: 'Linja byrjar med «{number}», men talet er oppfatta som ein del av setninga.',
    en: 'The line begins with “{number}”, but the number was taken for a part of the sentence.',
  },
  'number-set-by-hand': {
    nb: 'Nummeret foran «{text}» er endret for hånd fra {from} til {to}.',
    nn: 'Nummeret framfor «{text}» er endra for hand frå {from} til {to}.',
    en: 'The number before “{text}” was changed by hand from {from} to {to}.',
  },
  'numbering-duplicate': {
    nb: 'Nummeret {number} er brukt to ganger etter hverandre. Begge stedene er tatt med, med nummeret slik det står.',
    nn: 'Nummeret {number} er brukt to gonger etter kvarandre. Begge stadene er tekne med, med nummeret slik det står.',
    en: 'The number {number} is used twice in a row. Both places were kept, with the number as it stands.',
  },
  'numbering-gap': {
    nb: 'Nummereringen hopper: ventet {expected}, fant {found}.',
    nn: 'Nummereringa hoppar: venta {expected}, fann {found}.',
    en: 'The numbering jumps: expected {expected}, found {found}.',
  },
  organisation: {
    nb: 'Programmet tilhører {text}.',
    nn: 'Programmet høyrer til {text}.',
    en: 'The programme belongs to {text}.',
  },
  outcome: {
    nb: 'Vedtaket «{text}» er tatt vare på her og er ikke en del av teksten.',
    nn: 'Vedtaket «{text}» er teke vare på her og er ikkje ein del av teksten.',
    en: 'The outcome “{text}” is kept here and is no part of the text.',
  },
  'page-frame-dropped': {
    nb: 'Dette står rundt teksten (topp, bunn eller forside) og er ikke tatt med: «{text}».',
    nn: 'Dette står rundt teksten (topp, botn eller framside) og er ikkje teke med: «{text}».',
    en: 'This stands round the text (head, foot or cover) and was left out: “{text}”.',
  },
  'title-missing': {
    nb: 'Fant ingen tittel. Filnavnet er brukt som tittel.',
    nn: 'Fann ingen tittel. Filnamnet er brukt som tittel.',
    en: 'No title was found. The file name is used as the title.',
  },
  'tracked-changes': {
    nb: 'Filen har {text} sporede endringer. Teksten er lest som om alle er godtatt; teksten før endringene er tatt vare på som forrige tekst.',
    nn: 'Fila har {text} spora endringar. Teksten er lesen som om alle er godtekne; teksten før endringane er teken vare på som førre tekst.',
    en: 'The file has {text} tracked changes. The text was read as if all were accepted; the text before the changes is kept as the previous text.',
  },
  'truncated-ending': {
    nb: 'Dokumentet slutter midt i en setning: «… {text}». Resten kan mangle.',
    nn: 'Dokumentet sluttar midt i ei setning: «… {text}». Resten kan mangle.',
    en: 'The document ends in the middle of a sentence: “… {text}”. The rest may be missing.',
  },
  'unreadable-letters': {
    nb: '{count} tegn i filen kunne ikke leses og er erstattet med «�».',
    nn: '{count} teikn i fila kunne ikkje lesast og er erstatta med «�».',
    en: '{count} characters of the file could not be read and were replaced by “�”.',
  },
} as const satisfies Sentences<ReportCode>;

const isReportCode = (code: string): code is ReportCode => Object.hasOwn(reportSentences, code);

/** The words that a report keeps under a code; `null` where it has none. */
export function saidIn(
  report: readonly ReportEntry[],
  code: Extract<ReportCode, 'organisation' | 'outcome'>,
): string | null {
  const text = report.find((entry) => entry.code === code)?.params['text'];
  return typeof text === 'string' ? text : null;
}

/** One sentence for a person. A code from a newer version comes back as it is. */
export function describeReportEntry(entry: ReportEntry, language: Language): string {
  if (!isReportCode(entry.code)) return entry.code;
  return reportSentences[entry.code][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(entry.params, name) ? String(entry.params[name]) : whole,
  );
}
