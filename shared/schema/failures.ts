import type { Sentences } from '../core/failure';

export const schemaFailures = {
  'program-unrecognised': {
    nb: 'Filen er ikke en programfil. Velg en fil som slutter på .program, eller importer teksten.',
    nn: 'Fila er ikkje ei programfil. Vel ei fil som sluttar på .program, eller importer teksten.',
    en: 'The file is not a programme file. Choose one that ends in .program, or import the text.',
  },
  'program-unreadable': {
    nb: 'Programfilen er ødelagt og kan ikke pakkes ut. Hent en eldre kopi.',
    nn: 'Programfila er øydelagd og kan ikkje pakkast ut. Hent ein eldre kopi.',
    en: 'The programme file is damaged and cannot be unpacked. Fetch an older copy.',
  },
  'program-newer': {
    nb: 'Programfilen er laget av en nyere utgave (format {version}) enn denne kan lese. Oppdater Programrevisjon og åpne filen igjen.',
    nn: 'Programfila er laga av ei nyare utgåve (format {version}) enn denne kan lese. Oppdater Programrevisjon og opne fila igjen.',
    en: 'The programme file was made by a newer release (format {version}) than this one can read. Update Programrevisjon and open it again.',
  },
  'program-part-damaged': {
    nb: 'Delen «{part}» av programfilen er ødelagt eller mangler. Hent en eldre kopi av filen.',
    nn: 'Delen «{part}» av programfila er øydelagd eller manglar. Hent ein eldre kopi av fila.',
    en: 'The part “{part}” of the programme file is damaged or missing. Fetch an older copy of the file.',
  },
  'program-too-large': {
    nb: 'Programfilen pakkes ut til mer enn et program kan være, og blir ikke åpnet. Hent filen på nytt fra den som sendte den.',
    nn: 'Programfila blir pakka ut til meir enn eit program kan vere, og blir ikkje opna. Hent fila på nytt frå den som sende ho.',
    en: 'The programme file unpacks to more than a programme can be and is not opened. Get it again from whoever sent it.',
  },
  'not-adopted': {
    nb: 'Programmet er ikke vedtatt ennå, så det kan ikke være grunnlag for neste periode. Sett fasen til «Vedtatt» først.',
    nn: 'Programmet er ikkje vedteke enno, så det kan ikkje vere grunnlag for neste periode. Set fasen til «Vedteke» først.',
    en: 'The programme is not adopted yet, so it cannot be the basis of the next period. Set the phase to “Adopted” first.',
  },
} as const satisfies Sentences<string>;

export type ProgrammeFileFailureCode = keyof typeof schemaFailures;
