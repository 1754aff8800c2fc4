export const timeline = {
  whoWrote: 'Hvem skrev dette, når',
  chooseBlock: 'Sett markøren i et punkt for å se hvem som skrev det.',
  noLife: 'Ingen har endret dette siden historikken begynte.',
  sittings: 'Endringer og versjoner',
  nameVersion: 'Navn på en versjon',
  keepVersion: 'Ta vare på',
  none: 'Her kommer det som skrives, med navn og tid, kort tid etter at det er skrevet.',
  before: 'Slik det var da historikken begynte',
  unkept: 'Skrevet uten at historikken vet av hvem',
  you: 'Du',
  unknown: 'Ukjent',
  blocks: (count: number) => (count === 1 ? '1 punkt eller avsnitt' : `${count} punkter og avsnitt`),
  showAll: (count: number) => `Vis alle ${count}`,
  title: 'Teksten slik den var',
  scrub: 'Tidspunkt',
  against: 'Sammenlign med',
  now: 'Slik den er nå',
  changed: (count: number) =>
    count === 0
      ? 'Ingen forskjell.'
      : count === 1
        ? '1 punkt eller avsnitt er annerledes.'
        : `${count} punkter og avsnitt er annerledes.`,
  changes: 'Forskjeller',
  formOnly: 'Bare formen er endret: fet, kursiv, lenker, fotnoter eller type.',
  cameAlong: 'Ord som ikke er merket, sto i et annet punkt eller avsnitt før.',
  stoodElsewhere: 'I et annet punkt eller avsnitt, der ordene sto da.',
  moved: 'Flyttet.',
  movedChapter: 'Flyttet, med det som står under.',
  moveBack: 'Flytt tilbake',
  restoreBlock: 'Hent tilbake denne ordlyden',
  bringBackBlock: 'Hent tilbake',
  restoreAll: 'Hent tilbake hele teksten',
  restoreHint:
    'Å hente tilbake er en ny endring: det som er skrevet siden, ligger fortsatt i historikken, og Ctrl+Z angrer.',
};
