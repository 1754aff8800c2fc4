import type { Sentences } from '../core/failure';

export const returnedFailures = {
  'returned-no-changes': {
    nb: 'Filen «{name}» har ingen sporede endringer, så det er ingen forslag i den. Slå på sporing i Word, eller les den inn som ny tekst.',
    nn: 'Fila «{name}» har ingen spora endringar, så det er ingen framlegg i henne. Slå på sporing i Word, eller les henne inn som ny tekst.',
    en: 'The file “{name}” has no tracked changes, so there are no proposals in it. Turn tracking on in Word, or read it in as a new text.',
  },
  'returned-other-text': {
    nb: 'Filen «{name}» er ikke versjonen «{revision}»: bare {known} av {all} deler av teksten er de samme. Finn versjonen den er skrevet til.',
    nn: 'Fila «{name}» er ikkje versjonen «{revision}»: berre {known} av {all} delar av teksten er dei same. Finn versjonen ho er skriven til.',
    en: 'The file “{name}” is not the revision “{revision}”: only {known} of {all} parts of the text are the same. Find the revision it was written to.',
  },
} as const satisfies Sentences<string>;

export type ReturnedFailureCode = keyof typeof returnedFailures;
