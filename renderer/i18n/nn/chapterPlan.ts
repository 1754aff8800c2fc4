import type { chapterPlan as nb } from '../nb/chapterPlan';

export const chapterPlan: typeof nb = {
  open: (chapter) => `Plan for ${chapter}`,
  intro: 'Planen blir delt med alle som skriv i programmet. Han er ingen del av teksten og kjem ikkje med i papira.',
  responsible: 'Ansvarleg',
  responsibleHint: 'Utvalet eller personen som har kapittelet.',
  due: 'Frist',
  wordTarget: 'Om lag kor mange ord',
  wordsNow: (words, characters) => `Kapittelet har ${words} ord (${characters} teikn) no.`,
  badTarget: 'Skriv eit heilt tal, til dømes 400, eller lat feltet stå tomt.',
  save: 'Lagre planen',
  wordsOf: (words, target) => `${words} av ${target} ord`,
  dueOn: (day) => `frist ${day}`,
  filter: 'Vis kapittel',
  filters: {
    all: 'Alle',
    changed: 'Med endringar',
    amended: 'Med opne framlegg',
    due: 'Med frist',
    over: 'Over ordmålet',
    locked: 'Låste',
  },
  noneMatch: 'Ingen kapittel passar til utvalet.',
};
