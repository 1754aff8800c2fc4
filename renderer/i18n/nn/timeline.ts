import type { timeline as nb } from '../nb/timeline';

export const timeline: typeof nb = {
  whoWrote: 'Kven skreiv dette, når',
  chooseBlock: 'Set markøren i eit punkt for å sjå kven som skreiv det.',
  noLife: 'Ingen har endra dette sidan historikken byrja.',
  sittings: 'Endringar og versjonar',
  nameVersion: 'Namn på ein versjon',
  keepVersion: 'Ta vare på',
  none: 'Her kjem det som blir skrive, med namn og tid, kort tid etter at det er skrive.',
  before: 'Slik det var då historikken byrja',
  unkept: 'Skrive utan at historikken veit av kven',
  you: 'Du',
  unknown: 'Ukjend',
  blocks: (count) => (count === 1 ? '1 punkt eller avsnitt' : `${count} punkt og avsnitt`),
  showAll: (count) => `Vis alle ${count}`,
  title: 'Teksten slik han var',
  scrub: 'Tidspunkt',
  against: 'Samanlikn med',
  now: 'Slik han er no',
  changed: (count) =>
    count === 0
      ? 'Ingen skilnad.'
      : count === 1
        ? '1 punkt eller avsnitt er annleis.'
        : `${count} punkt og avsnitt er annleis.`,
  changes: 'Skilnader',
  formOnly: 'Berre forma er endra: feit, kursiv, lenkjer, fotnotar eller type.',
  cameAlong: 'Ord som ikkje er merkte, stod i eit anna punkt eller avsnitt før.',
  stoodElsewhere: 'I eit anna punkt eller avsnitt, der orda stod då.',
  moved: 'Flytta.',
  movedChapter: 'Flytta, med det som står under.',
  moveBack: 'Flytt tilbake',
  restoreBlock: 'Hent tilbake denne ordlyden',
  bringBackBlock: 'Hent tilbake',
  restoreAll: 'Hent tilbake heile teksten',
  restoreHint:
    'Å hente tilbake er ei ny endring: det som er skrive sidan, ligg framleis i historikken, og Ctrl+Z angrar.',
};
