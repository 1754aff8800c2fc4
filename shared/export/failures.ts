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
  'template-unreadable': {
    nb: 'Malen kan ikke leses: filen er ikke en mal herfra. Velg en fil som er lagret med «Lagre malen».',
    nn: 'Malen kan ikkje lesast: fila er ikkje ein mal herifrå. Vel ei fil som er lagra med «Lagre malen».',
    en: 'The template cannot be read: the file is no template of this program. Choose a file that was saved with “Save template”.',
  },
  'template-misshapen': {
    nb: 'Malen kan ikke brukes: «{where}» har feil form ({detail}). Rett det, eller lagre en ny mal å gå ut fra.',
    nn: 'Malen kan ikkje brukast: «{where}» har feil form ({detail}). Rett det, eller lagre ein ny mal å gå ut frå.',
    en: 'The template cannot be used: “{where}” has the wrong form ({detail}). Correct it, or save a new template to start from.',
  },
  'template-colour-pale': {
    nb: 'Fargen {colour} er for lys til å leses på hvitt papir (kontrast {contrast}, minst 4,5). Velg en mørkere.',
    nn: 'Fargen {colour} er for lys til å lesast på kvitt papir (kontrast {contrast}, minst 4,5). Vel ein mørkare.',
    en: 'The colour {colour} is too pale to be read on white paper (contrast {contrast}, at least 4.5). Choose a darker one.',
  },
  'template-logo-active': {
    nb: 'Logoen kan ikke brukes: tegningen er ikke en ren SVG, den kjører noe eller henter noe utenfra. Lagre den på nytt som ren SVG eller PNG.',
    nn: 'Logoen kan ikkje brukast: teikninga er ikkje ein rein SVG, ho køyrer noko eller hentar noko utanfrå. Lagre ho på nytt som rein SVG eller PNG.',
    en: 'The logo cannot be used: the drawing is no plain SVG, it runs something or fetches something from elsewhere. Save it again as plain SVG or PNG.',
  },
  'template-unknown-placeholder': {
    nb: 'Malen for «{paper}» bruker {{placeholder}}, som ikke finnes. Disse finnes: {known}.',
    nn: 'Malen for «{paper}» bruker {{placeholder}}, som ikkje finst. Desse finst: {known}.',
    en: 'The template for “{paper}” uses {{placeholder}}, which does not exist. These do: {known}.',
  },
  'template-part-missing': {
    nb: 'Malen for «{paper}» mangler delen «{part}», som papiret handler om. Ta den med igjen.',
    nn: 'Malen for «{paper}» manglar delen «{part}», som papiret handlar om. Ta han med att.',
    en: 'The template for “{paper}” lacks the part “{part}”, which the paper is about. Take it in again.',
  },
  'template-part-foreign': {
    nb: 'Malen for «{paper}» bruker delen «{part}», som hører til et annet papir. Dette papiret har {parts}.',
    nn: 'Malen for «{paper}» bruker delen «{part}», som høyrer til eit anna papir. Dette papiret har {parts}.',
    en: 'The template for “{paper}” uses the part “{part}”, which belongs to another paper. This one has {parts}.',
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
