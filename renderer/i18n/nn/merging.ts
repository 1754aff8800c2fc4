import type { merging as nb } from '../nb/merging';

export const merging: typeof nb = {
  title: 'Stader å sjå på',
  intro:
    'Dette vart sletta av éin medan ein annan skreiv i det. Ingenting er borte, og ingenting ventar: avgjer når du vil.',
  none: 'Alt er avgjort.',
  why: 'Plassert her fordi nokon sletta det medan ein annan skreiv i det.',
  keep: 'Behald',
  remove: 'Slett',
  toLookAt: (count) => (count === 1 ? '1 stad bør sjåast på' : `${count} stader bør sjåast på`),
};
