/** Where a block comes from in the previous period, and how a person says so. */
export const lineage = {
  title: 'Opphav',
  isNew: 'Nytt i denne perioden.',
  byHand: 'koblet for hånd',
  notFrom: 'ikke herfra',
  link: 'Koble til forrige periode …',
  unlink: 'Løs koblingen',
  takeBack: 'Opphev',
  choose: 'Koble hit',
  search: 'Søk i forrige periode',
  suggestions: 'Forslag',
  found: 'Treff',
  nothing: 'Ingenting i forrige periode ligner. Søk etter noen ord derfra.',
  nothingFound: 'Ingen punkter i forrige periode har disse ordene.',
  close: 'Ferdig',
  reasons: {
    sameWords: 'ligner i ordene',
    samePlace: 'sto på samme sted',
    sameChapter: 'sto i samme kapittel',
  },
  alike: (percent: number) => `${percent} %`,
};

export type LineageStrings = typeof lineage;
