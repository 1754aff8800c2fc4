import type { ChangeSize } from '../../features/compare/changeSize';
import type { Tone } from '#shared/comparison';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The views that hold one text against another. */
export const comparing = {
  views: {
    label: 'Vis som',
    synopsis: 'Synopse',
    overview: 'Oversiktsbilde',
    account: 'Oppsummering',
    quiet: 'Stille strykninger',
  },
  from: 'Fra',
  to: 'Til',
  openOther: 'Åpne et annet program',
  closeOther: (name: string) => `Fjern ${name} fra sammenligningen`,
  sameText: 'Velg to ulike tekster.',
  needsTwo:
    'Det finnes ingen tekst å sammenligne utkastet med. Åpne programmet fra forrige periode, så vises endringene her.',
  working: 'Sammenligner …',
  stop: 'Avbryt sammenligningen',
  stopped: 'Sammenligningen er avbrutt.',
  resume: 'Sammenlign',
  filters: {
    kind: 'Slag',
    anyKind: 'Alle slag',
    chapter: 'Kapittel',
    anyChapter: 'Alle kapitler',
    beforeChapters: 'Før første kapittel',
    committee: 'Ansvarlig',
    anyCommittee: 'Alle ansvarlige',
    size: 'Størrelse',
    anySize: 'Alle størrelser',
    sizes: { small: 'Inntil tre ord', medium: 'Fire til femten ord', large: 'Mer enn femten ord' } satisfies Record<
      ChangeSize,
      string
    >,
    none: 'Ingen endringer passer til utvalget.',
    reset: 'Vis alle',
    shown: (shown: number, all: number) => `${shown} av ${plural(all, 'endring', 'endringer')}`,
    more: (count: number) => `Vis ${plural(count, 'endring', 'endringer')} til`,
  },
  synopsis: {
    onlyChanged: 'Bare det som er endret',
    remarkFor: (place: string) => `Merknad til ${place}`,
    addRemark: 'Skriv merknad',
    remarkHint: 'Trykkes i synopsen. Lagres mens du skriver.',
    movedFrom: (place: string) => `fra ${place}`,
    movedTo: (place: string) => `til ${place}`,
  },
  overview: {
    title: (names: readonly string[]) => `Hva som ble av hvert punkt: ${names.join(' → ')}`,
    hint: 'Piltastene går fra endring til endring, Enter går til stedet i teksten.',
    picture: 'Oversiktsbilde',
    asTable: 'Vis som tabell',
    saveSvg: 'Lagre som SVG',
    savePng: 'Lagre som PNG',
    saved: (name: string) => `Bildet er lagret som «${name}».`,
    pngFailed: 'Bildet kunne ikke gjøres om til PNG. Lagre det som SVG i stedet.',
    before: 'Før',
    fate: 'Hva som skjedde',
    now: 'Nå',
    tones: {
      unchanged: 'uendret',
      reworded: 'omskrevet',
      moved: 'flyttet',
      divided: 'delt eller slått sammen',
      retyped: 'endret type',
      inserted: 'nytt',
      deleted: 'strøket',
    } satisfies Record<Tone, string>,
  },
  account: {
    whole: 'Hele programmet',
    chapters: 'Kapittel for kapittel',
    copy: 'Kopier oppsummeringen',
    more: (count: number) => `Vis ${plural(count, 'kapittel', 'kapitler')} til`,
  },
  quiet: {
    intro:
      'Små endringer i tekst som ellers står, de viktigste først. Listen lages etter faste regler, og sier ikke om endringen var ment.',
    none: 'Ingen stille strykninger: ingen nektelser, forpliktelser, tall eller enkeltord er borte fra tekst som ellers står.',
    list: 'Stille strykninger',
    count: (count: number) => plural(count, 'stille endring', 'stille endringer'),
  },
  card: {
    title: 'Forrige ordlyd',
    isNew: 'Dette er nytt. Det sto ikke i forrige periode.',
    isSame: 'Dette står likt i forrige periode.',
    struckBefore: 'Strøket her',
    close: 'Lukk',
  },
  life: {
    open: 'Følg gjennom periodene',
    title: (since: string) => `Fulgt siden ${since}`,
    fewer: 'Åpne et eldre program under «Side ved side» for å følge punktet lenger tilbake.',
  },
  sideBySide: 'Side ved side',
};

export type ComparingStrings = typeof comparing;
