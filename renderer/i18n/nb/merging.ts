export const merging = {
  title: 'Steder å se på',
  intro: 'Ingenting er borte, og ingenting venter: bestem når du vil.',
  none: 'Alt er avgjort.',
  why: 'Plassert her fordi noen slettet det mens en annen skrev i det.',
  keptOut: 'Kapitlet var låst. Det du skrev der, ble ikke tatt inn.',
  copy: 'Kopier ordene',
  seen: 'Sett',
  keep: 'Behold',
  remove: 'Slett',
  toLookAt: (count: number) => (count === 1 ? '1 sted bør ses på' : `${count} steder bør ses på`),
};
