import { listedIn } from '../listed';

const listed = listedIn('nb');

/** What someone gave as a reason, with a full stop and a space after it; nothing for none. */
export const asSentence = (reason: string): string => (reason === '' ? '' : `${reason.replace(/[.!?]?$/u, '.')} `);

export const together = {
  lockTitle: (chapter: string) => `Lås ${chapter}`,
  lockIntro:
    'Bare du og de du krysser av, kan skrive i kapitlet til det åpnes igjen. Alle andre kan lese, kommentere og foreslå annen tekst.',
  lockReason: 'Hvem låser det, og hvorfor',
  lockReasonHint: 'For eksempel: Fagutvalget skriver ferdig til fredag.',
  lockPeople: 'Disse kan også skrive',
  lock: 'Lås kapitlet',
  lockChapter: (chapter: string) => `Lås kapittel ${chapter}`,
  open: (chapter: string) => `Åpne kapittel ${chapter} for alle`,
  you: 'deg',
  someone: 'noen',
  lockedShort: (name: string) => `Låst av ${name}`,
  locked: (name: string, reason: string) => (reason === '' ? `Låst av ${name}` : `Låst av ${name}: ${reason}`),
  keptOut: (name: string, reason: string) =>
    `Kapitlet er låst av ${name}. ${asSentence(reason)}Spør ${name} om å åpne det, eller skriv en kommentar eller et tekstforslag.`,
  overruled: (name: string, chapter: string) =>
    `${name} har også låst «${chapter}». Det er den låsen som gjelder, og din er borte.`,
  writesShort: (names: readonly string[]) => `${names.length === 1 ? names[0] : names.length} skriver`,
  writes: (names: readonly string[]) => `${listed(names)} skriver her nå`,
  came: (name: string) => `${name} er kommet inn.`,
  left: (name: string) => `${name} har gått.`,
  commented: (name: string) => `Ny kommentar fra ${name}.`,
  areHere: (names: readonly string[]) => `${listed(names)} er her`,
  follow: (name: string) => `Følg ${name}`,
  followAnother: 'Følg en av de andre',
  following: (name: string) => `Du følger ${name}.`,
  isInView: (name: string, view: string) => `${name} ser på «${view}».`,
  stopFollowing: 'Slutt (Esc)',
};
