export const merging = {
  title: 'Steder å se på',
  intro:
    'Dette ble slettet av én mens en annen skrev i det. Ingenting er borte, og ingenting venter: bestem når du vil.',
  none: 'Alt er avgjort.',
  why: 'Plassert her fordi noen slettet det mens en annen skrev i det.',
  keep: 'Behold',
  remove: 'Slett',
  toLookAt: (count: number) => (count === 1 ? '1 sted bør ses på' : `${count} steder bør ses på`),
};
