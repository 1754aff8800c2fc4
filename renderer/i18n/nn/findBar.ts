import type { findBar as nb } from '../nb/findBar';

export const findBar: typeof nb = {
  label: 'Søk og byt ut',
  find: 'Søk etter',
  replaceWith: 'Byt ut med',
  next: 'Neste treff',
  previous: 'Førre treff',
  wholeWord: 'Heile ord',
  matchCase: 'Skil store og små bokstavar',
  replace: 'Byt ut',
  replaceAll: (count) => (count === 0 ? 'Byt ut alle' : `Byt ut alle ${count}`),
  none: 'Ingen treff',
  position: (at, count) => `${at} av ${count}`,
  replaced: (count) => (count === 1 ? 'Bytte ut éin stad' : `Bytte ut ${count} stader`),
  close: 'Lukk søk',
};
