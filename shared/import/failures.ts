import type { Sentences } from '../core/failure';

export const importFailureCodes = ['import-empty', 'import-binary', 'import-unsupported', 'import-too-large'] as const;
/** Why a file could not be read. Nothing has been changed when one of these comes back. */
export type ImportFailureCode = (typeof importFailureCodes)[number];

export const importFailures = {
  'import-empty': {
    nb: 'Filen «{name}» inneholder ingen tekst. Velg en fil med innhold.',
    nn: 'Fila «{name}» inneheld ingen tekst. Vel ei fil med innhald.',
    en: 'The file “{name}” holds no text. Choose a file that does.',
  },
  'import-binary': {
    nb: 'Filen «{name}» er ikke en tekstfil og kan ikke leses. Lagre dokumentet som ren tekst eller Markdown, og importer det på nytt.',
    nn: 'Fila «{name}» er ikkje ei tekstfil og kan ikkje lesast. Lagre dokumentet som rein tekst eller Markdown, og importer det på nytt.',
    en: 'The file “{name}” is not a text file and cannot be read. Save the document as plain text or Markdown and import it again.',
  },
  'import-unsupported': {
    nb: 'Filen «{name}» er et {format}-dokument, som ikke kan importeres ennå. Lagre det som ren tekst eller Markdown, og importer det på nytt.',
    nn: 'Fila «{name}» er eit {format}-dokument, som ikkje kan importerast enno. Lagre det som rein tekst eller Markdown, og importer det på nytt.',
    en: 'The file “{name}” is a {format} document, which cannot be imported yet. Save it as plain text or Markdown and import it again.',
  },
  'import-too-large': {
    nb: 'Filen «{name}» er for stor ({megabytes} MB). Grensen er {limit} MB; del teksten i flere filer.',
    nn: 'Fila «{name}» er for stor ({megabytes} MB). Grensa er {limit} MB; del teksten i fleire filer.',
    en: 'The file “{name}” is too large ({megabytes} MB). The limit is {limit} MB; divide the text into several files.',
  },
} as const satisfies Sentences<ImportFailureCode>;
