import type { LineageStrings } from '../nb/lineage';

export const lineage: LineageStrings = {
  title: 'Opphav',
  isNew: 'Nytt i denne perioden.',
  byHand: 'kopla for hand',
  notFrom: 'ikkje herifrå',
  link: 'Kople til førre periode …',
  unlink: 'Løys koplinga',
  takeBack: 'Opphev',
  choose: 'Kople hit',
  search: 'Søk i førre periode',
  suggestions: 'Framlegg',
  found: 'Treff',
  nothing: 'Ingenting i førre periode liknar. Søk etter nokre ord derifrå.',
  nothingFound: 'Ingen punkt i førre periode har desse orda.',
  close: 'Ferdig',
  reasons: {
    sameWords: 'liknar i orda',
    samePlace: 'stod på same staden',
    sameChapter: 'stod i same kapittelet',
  },
  alike: (percent: number) => `${percent} %`,
};
