import type { ReuseReason } from '#shared/reuse';
import type { SourceRole } from '#shared/domain/source';

/** Other texts of the work, and which sentences were taken from them. */
export const sources = {
  title: 'Kilder',
  command: 'Kilder: andre tekster som programmet bygger på',
  intro:
    'Legg til tekster som programmet bygger på: prinsipprogrammet, et høringssvar, et notat eller et eldre program. Da vises det hvilke setninger som er hentet derfra. Kildene lagres i programmet.',
  none: 'Ingen kilder er lagt til ennå.',
  list: 'Kilder som er lagt til',
  add: 'Legg til kilde …',
  open: 'Kilder …',
  reading: (name: string) => `Leser «${name}» …`,
  known: (name: string) => `«${name}» er allerede lagt til.`,
  remove: 'Fjern',
  removeNamed: (name: string) => `Fjern «${name}»`,
  removed: (name: string) => `«${name}» er fjernet.`,
  undo: 'Angre',
  role: (name: string) => `Hva «${name}» er`,
  roles: { text: 'En annen tekst', period: 'Programmet for en tidligere periode' } satisfies Record<SourceRole, string>,
  count: (sentences: number) =>
    sentences === 0
      ? 'Ingen setninger i utkastet er hentet herfra.'
      : `${sentences} ${sentences === 1 ? 'setning' : 'setninger'} i utkastet er hentet herfra`,
  finding: 'Leter etter setninger som er hentet herfra …',
  more: (count: number) => `og ${count} til`,
  close: 'Ferdig',
  card: {
    title: 'Gjenbrukt fra andre tekster',
    from: (name: string) => `Gjenbrukt fra ${name}`,
    nothing: 'Ingen setninger her er hentet fra kildene.',
    notFrom: 'Ikke herfra',
    refused: 'ikke herfra',
    takeBack: 'Opphev',
    reasons: {
      same: 'ordrett',
      mood: 'bare måten er endret',
      reworded: 'omskrevet',
      phrase: 'en del av setningen',
    } satisfies Record<ReuseReason, string>,
  },
};

export type SourcesStrings = typeof sources;
