import type { SourcesStrings } from '../nb/sources';

export const sources: SourcesStrings = {
  title: 'Kjelder',
  command: 'Kjelder: andre tekstar som programmet byggjer på',
  intro:
    'Legg til tekstar som programmet byggjer på: prinsipprogrammet, eit høyringssvar, eit notat eller eit eldre program. Då blir det vist kva setningar som er henta derifrå. Kjeldene blir lagra i programmet.',
  none: 'Ingen kjelder er lagde til enno.',
  list: 'Kjelder som er lagde til',
  add: 'Legg til kjelde …',
  open: 'Kjelder …',
  reading: (name: string) => `Les «${name}» …`,
  known: (name: string) => `«${name}» er allereie lagd til.`,
  remove: 'Fjern',
  removeNamed: (name: string) => `Fjern «${name}»`,
  removed: (name: string) => `«${name}» er fjerna.`,
  undo: 'Angre',
  role: (name: string) => `Kva «${name}» er`,
  roles: { text: 'Ein annan tekst', period: 'Programmet for ein tidlegare periode' },
  count: (sentences: number) =>
    sentences === 0
      ? 'Ingen setningar i utkastet er henta herifrå.'
      : `${sentences} ${sentences === 1 ? 'setning' : 'setningar'} i utkastet er henta herifrå`,
  finding: 'Leitar etter setningar som er henta herifrå …',
  more: (count: number) => `og ${count} til`,
  close: 'Ferdig',
  card: {
    title: 'Gjenbrukt frå andre tekstar',
    from: (name: string) => `Gjenbrukt frå ${name}`,
    nothing: 'Ingen setningar her er henta frå kjeldene.',
    notFrom: 'Ikkje herifrå',
    refused: 'ikkje herifrå',
    takeBack: 'Opphev',
    reasons: {
      same: 'ordrett',
      mood: 'berre måten er endra',
      reworded: 'omskriven',
      phrase: 'ein del av setninga',
    },
  },
};
