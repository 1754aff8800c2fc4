import type { Language, Sentences } from '../core/failure';

export const doubtCodes = [
  'begins-small',
  'item-broken',
  'kind-guessed',
  'lead-in-guessed',
  'lines-joined',
  'may-be-heading',
  'no-ending',
  'note-without-marker',
  'number-otherwise',
  'heading-guessed',
  'title-guessed',
  'word-joined',
] as const;
/** Why a block may be something else than what it was taken for. */
export type DoubtCode = (typeof doubtCodes)[number];

/** How sure the recogniser is of a block: of its kind, its number and where it begins and ends. */
export interface Judgement {
  /** 0–1; 1 where the format itself says so. An order of what to look at first, not a measured frequency. */
  readonly confidence: number;
  /** The weightiest reason for doubt; `null` where there is none. */
  readonly doubt: DoubtCode | null;
}

export const certain: Judgement = { confidence: 1, doubt: null };

/** Below this a person should look. */
export const DOUBTFUL_BELOW = 0.8;

export const doubtSentences = {
  'begins-small': {
    nb: 'Begynner med liten bokstav og kan høre sammen med det som står over.',
    nn: 'Byrjar med liten bokstav og kan høyre saman med det som står over.',
    en: 'Begins with a small letter and may belong to what stands above.',
  },
  'item-broken': {
    nb: 'Kan være siste del av punktet over.',
    nn: 'Kan vere siste del av punktet over.',
    en: 'May be the end of the point above.',
  },
  'kind-guessed': {
    nb: 'Kan være vanlig tekst og ikke bildetekst, adresse eller merknad.',
    nn: 'Kan vere vanleg tekst og ikkje bilettekst, adresse eller merknad.',
    en: 'May be running text and not a caption, an address or a remark.',
  },
  'lead-in-guessed': {
    nb: 'Er oppfattet som innledning til punktene under, uten kolon.',
    nn: 'Er oppfatta som innleiing til punkta under, utan kolon.',
    en: 'Was taken for the lead-in to the points below, without a colon.',
  },
  'lines-joined': {
    nb: 'Er satt sammen over et linjeskift eller en blank linje.',
    nn: 'Er sett saman over eit linjeskift eller ei blank linje.',
    en: 'Was put together over a line break or a blank line.',
  },
  'may-be-heading': {
    nb: 'Er kort og uten punktum, og kan være en overskrift.',
    nn: 'Er kort og utan punktum, og kan vere ei overskrift.',
    en: 'Is short and without a full stop, and may be a heading.',
  },
  'no-ending': {
    nb: 'Slutter uten punktum og kan gå videre i det som står under.',
    nn: 'Sluttar utan punktum og kan gå vidare i det som står under.',
    en: 'Ends without a full stop and may go on in what stands below.',
  },
  'note-without-marker': {
    nb: 'Er oppfattet som fotnote, men teksten viser ikke til den.',
    nn: 'Er oppfatta som fotnote, men teksten viser ikkje til han.',
    en: 'Was taken for a footnote, but the text does not call it.',
  },
  'number-otherwise': {
    nb: 'Tallet foran kan høre til en overskrift, et punkt eller setningen selv.',
    nn: 'Talet framfor kan høyre til ei overskrift, eit punkt eller setninga sjølv.',
    en: 'The number in front may be that of a heading, of a point or of the sentence itself.',
  },
  'heading-guessed': {
    nb: 'Er oppfattet som overskrift, selv om ingenting merker den som det.',
    nn: 'Er oppfatta som overskrift, sjølv om ingenting merkjer ho som det.',
    en: 'Was taken for a heading, though nothing marks it as one.',
  },
  'title-guessed': {
    nb: 'Er oppfattet som tittel fordi den står først.',
    nn: 'Er oppfatta som tittel fordi ho står først.',
    en: 'Was taken for the title because it stands first.',
  },
  'word-joined': {
    nb: 'Har et ord som er satt sammen over et linjeskift.',
    nn: 'Har eit ord som er sett saman over eit linjeskift.',
    en: 'Has a word that was put together over a line break.',
  },
} as const satisfies Sentences<DoubtCode>;

export const describeDoubt = (code: DoubtCode, language: Language): string => doubtSentences[code][language];
