import { listedIn } from '../listed';
import { asSentence, type together as nb } from '../nb/together';

const listed = listedIn('nn');

export const together: typeof nb = {
  lockTitle: (chapter) => `Lås ${chapter}`,
  lockIntro:
    'Berre du og dei du kryssar av, kan skrive i kapitlet til det blir opna att. Alle andre kan lese, kommentere og føreslå annan tekst.',
  lockReason: 'Kven låser det, og kvifor',
  lockReasonHint: 'Til dømes: Fagutvalet skriv ferdig til fredag.',
  lockPeople: 'Desse kan også skrive',
  lock: 'Lås kapitlet',
  lockChapter: (chapter) => `Lås kapittel ${chapter}`,
  open: (chapter) => `Opne kapittel ${chapter} for alle`,
  you: 'deg',
  someone: 'nokon',
  lockedShort: (name) => `Låst av ${name}`,
  locked: (name, reason) => (reason === '' ? `Låst av ${name}` : `Låst av ${name}: ${reason}`),
  keptOut: (name, reason) =>
    `Kapitlet er låst av ${name}. ${asSentence(reason)}Spør ${name} om å opne det, eller skriv ein kommentar eller eit tekstframlegg.`,
  overruled: (name, chapter) => `${name} har òg låst «${chapter}». Det er den låsen som gjeld, og din er borte.`,
  writesShort: (names) => `${names.length === 1 ? names[0] : names.length} skriv`,
  writes: (names) => `${listed(names)} skriv her no`,
  came: (name) => `${name} har kome inn.`,
  left: (name) => `${name} har gått.`,
  commented: (name) => `Ny kommentar frå ${name}.`,
  areHere: (names) => `${listed(names)} er her`,
  follow: (name) => `Følg ${name}`,
  followAnother: 'Følg ein av dei andre',
  following: (name) => `Du følgjer ${name}.`,
  isInView: (name, view) => `${name} ser på «${view}».`,
  stopFollowing: 'Slutt (Esc)',
};
