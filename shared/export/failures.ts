import type { Sentences } from '../core/failure';

export const exportFailures = {
  'export-unsupported-pair': {
    nb: '«{view}» kan ikke skrives som {format}. Velg {supported}.',
    nn: '«{view}» kan ikkje skrivast som {format}. Vel {supported}.',
    en: '“{view}” cannot be written as {format}. Choose {supported}.',
  },
  'export-no-baseline': {
    nb: 'Det er ikke valgt noe program for forrige periode å sammenligne med. Velg det først.',
    nn: 'Det er ikkje valt noko program for førre periode å samanlikne med. Vel det først.',
    en: 'No programme of the previous period is chosen to compare with. Choose it first.',
  },
  'typesetting-failed': {
    nb: 'PDF-en kunne ikke settes: {detail}. Meld fra med papirets navn; de andre formatene virker.',
    nn: 'PDF-en kunne ikkje setjast: {detail}. Meld frå med namnet på papiret; dei andre formata verkar.',
    en: 'The PDF could not be typeset: {detail}. Report it with the name of the paper; the other formats work.',
  },
  'typesetting-unavailable': {
    nb: 'Denne installasjonen mangler PDF-setteren ({detail}). Installer programmet på nytt, eller velg et annet format.',
    nn: 'Denne installasjonen manglar PDF-setjaren ({detail}). Installer programmet på nytt, eller vel eit anna format.',
    en: 'This installation lacks the PDF typesetter ({detail}). Install the program again, or choose another format.',
  },
} as const satisfies Sentences<string>;

export type ExportFailureCode = keyof typeof exportFailures;
