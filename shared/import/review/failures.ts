import type { Sentences } from '../../core/failure';

/** Why a correction was not made, or a review cannot be used as it is. */
export const reviewFailures = {
  'review-block-unknown': {
    nb: 'Dette avsnittet finnes ikke lenger. Velg et annet i listen.',
    nn: 'Dette avsnittet finst ikkje lenger. Vel eit anna i lista.',
    en: 'This part is no longer there. Choose another in the list.',
  },
  'review-nothing-before': {
    nb: 'Det står ingenting foran dette som det kan slås sammen med. Velg et avsnitt lenger ned.',
    nn: 'Det står ingenting framfor dette som det kan slåast saman med. Vel eit avsnitt lenger nede.',
    en: 'Nothing stands before this that it could be joined with. Choose a part further down.',
  },
  'review-nothing-to-split': {
    nb: 'Her er det ingenting å dele. Flytt markøren inn i teksten med piltastene eller et klikk, og del på nytt.',
    nn: 'Her er det ingenting å dele. Flytt markøren inn i teksten med piltastane eller eit klikk, og del på nytt.',
    en: 'There is nothing to split here. Move the caret into the text with the arrow keys or a click, and split again.',
  },
  'review-number-elsewhere': {
    nb: 'Bare overskrifter, punkter og fotnoter har nummer. Gjør dette til en av delene først.',
    nn: 'Berre overskrifter, punkt og fotnotar har nummer. Gjer dette til ein av delane først.',
    en: 'Only headings, points and footnotes have a number. Make this one of them first.',
  },
  'review-number-too-long': {
    nb: 'Nummeret er for langt. Skriv høyst {most} tegn.',
    nn: 'Nummeret er for langt. Skriv høgst {most} teikn.',
    en: 'The number is too long. Write at most {most} characters.',
  },
  'review-nothing-left': {
    nb: 'Alt er utelatt, så det er ingenting å lage et program av. Ta med minst ett avsnitt igjen.',
    nn: 'Alt er utelate, så det er ingenting å lage eit program av. Ta med minst eitt avsnitt igjen.',
    en: 'Everything is left out, so there is nothing to make a programme of. Take in at least one part again.',
  },
} as const satisfies Sentences<string>;

export type ReviewFailureCode = keyof typeof reviewFailures;
