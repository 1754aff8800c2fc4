import type { merging as nb } from '../nb/merging';

export const merging: typeof nb = {
  title: 'Stader å sjå på',
  intro: 'Ingenting er borte, og ingenting ventar: avgjer når du vil.',
  none: 'Alt er avgjort.',
  why: 'Plassert her fordi nokon sletta det medan ein annan skreiv i det.',
  keptOut: 'Kapittelet var låst. Det du skreiv der, vart ikkje teke inn.',
  copy: 'Kopier orda',
  seen: 'Sett',
  keep: 'Behald',
  remove: 'Slett',
  toLookAt: (count) => (count === 1 ? '1 stad bør sjåast på' : `${count} stader bør sjåast på`),
};
