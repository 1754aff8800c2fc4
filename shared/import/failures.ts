import type { Sentences } from '../core/failure';

export const importFailureCodes = [
  'import-empty',
  'import-binary',
  'import-unsupported',
  'import-too-large',
  'import-damaged',
  'import-encrypted',
  'import-unpacks-too-large',
  'import-not-a-program-file',
  'import-scanned',
  'import-too-many-pages',
  'import-without-authors',
] as const;
/** Why a file could not be read. Nothing has been changed when one of these comes back. */
export type ImportFailureCode = (typeof importFailureCodes)[number];

export const importFailures = {
  'import-without-authors': {
    nb: 'Filen «{name}» viser ikke hvem som har endret hva. Send den som Word-dokument (.docx) med sporede endringer.',
    nn: 'Fila «{name}» viser ikkje kven som har endra kva. Send henne som Word-dokument (.docx) med spora endringar.',
    en: 'The file “{name}” does not tell who changed what. Send it as a Word document (.docx) with tracked changes.',
  },
  'import-empty': {
    nb: 'Filen «{name}» inneholder ingen tekst. Velg en fil med innhold.',
    nn: 'Fila «{name}» inneheld ingen tekst. Vel ei fil med innhald.',
    en: 'The file “{name}” holds no text. Choose a file that does.',
  },
  'import-binary': {
    nb: 'Filen «{name}» er ikke en tekstfil og kan ikke leses. Lagre dokumentet som Word (.docx), OpenDocument (.odt) eller ren tekst, og importer det på nytt.',
    nn: 'Fila «{name}» er ikkje ei tekstfil og kan ikkje lesast. Lagre dokumentet som Word (.docx), OpenDocument (.odt) eller rein tekst, og importer det på nytt.',
    en: 'The file “{name}” is not a text file and cannot be read. Save the document as Word (.docx), OpenDocument (.odt) or plain text and import it again.',
  },
  'import-unsupported': {
    nb: 'Filen «{name}» er et {format}-dokument, som ikke kan importeres ennå. Lagre det som Word (.docx), OpenDocument (.odt) eller ren tekst, og importer det på nytt.',
    nn: 'Fila «{name}» er eit {format}-dokument, som ikkje kan importerast enno. Lagre det som Word (.docx), OpenDocument (.odt) eller rein tekst, og importer det på nytt.',
    en: 'The file “{name}” is a {format} document, which cannot be imported yet. Save it as Word (.docx), OpenDocument (.odt) or plain text and import it again.',
  },
  'import-too-large': {
    nb: 'Filen «{name}» er for stor ({megabytes} MB). Grensen er {limit} MB; del teksten i flere filer.',
    nn: 'Fila «{name}» er for stor ({megabytes} MB). Grensa er {limit} MB; del teksten i fleire filer.',
    en: 'The file “{name}” is too large ({megabytes} MB). The limit is {limit} MB; divide the text into several files.',
  },
  'import-damaged': {
    nb: 'Filen «{name}» er skadet eller ufullstendig og kan ikke leses. Åpne den i programmet den ble laget i, lagre den på nytt og importer den igjen.',
    nn: 'Fila «{name}» er skadd eller ufullstendig og kan ikkje lesast. Opne ho i programmet ho vart laga i, lagre ho på nytt og importer ho igjen.',
    en: 'The file “{name}” is damaged or incomplete and cannot be read. Open it in the program that made it, save it again and import it again.',
  },
  'import-encrypted': {
    nb: 'Filen «{name}» er beskyttet med passord og kan ikke leses. Fjern passordet i programmet den ble laget i, og importer den på nytt.',
    nn: 'Fila «{name}» er verna med passord og kan ikkje lesast. Fjern passordet i programmet ho vart laga i, og importer ho på nytt.',
    en: 'The file “{name}” is protected by a password and cannot be read. Remove the password in the program that made it and import it again.',
  },
  'import-unpacks-too-large': {
    nb: 'Filen «{name}» pakker ut til mer enn et program kan være, og er ikke lest. Sjekk at det er riktig fil, eller lagre bare teksten i en ny fil.',
    nn: 'Fila «{name}» pakkar ut til meir enn eit program kan vere, og er ikkje lesen. Sjekk at det er rett fil, eller lagre berre teksten i ei ny fil.',
    en: 'The file “{name}” unpacks to more than a programme can be and was not read. Check that it is the right file, or save only its text in a new file.',
  },
  'import-scanned': {
    nb: 'Filen «{name}» er skannet: sidene er bilder uten tekst. Åpne den i et program som kjenner igjen tekst (OCR), eller be om dokumentet den ble skrevet ut fra.',
    nn: 'Fila «{name}» er skanna: sidene er bilete utan tekst. Opne ho i eit program som kjenner att tekst (OCR), eller be om dokumentet ho vart skriven ut frå.',
    en: 'The file “{name}” is scanned: its pages are pictures without text. Open it in a program that recognises text (OCR), or ask for the document it was printed from.',
  },
  'import-too-many-pages': {
    nb: 'Filen «{name}» har flere sider enn et program kan ha, og er ikke lest. Sjekk at det er riktig fil, eller skriv ut bare sidene med programmet til en ny PDF.',
    nn: 'Fila «{name}» har fleire sider enn eit program kan ha, og er ikkje lesen. Sjekk at det er rett fil, eller skriv ut berre sidene med programmet til ein ny PDF.',
    en: 'The file “{name}” has more pages than a programme can have and was not read. Check that it is the right file, or print only the pages of the programme to a new PDF.',
  },
  'import-not-a-program-file': {
    nb: 'Filen «{name}» er ikke en programfil, eller den er ødelagt. Åpne en annen kopi av programmet. Er filen et annet dokument, gi den riktig filendelse (for eksempel .txt eller .docx) og importer den på nytt.',
    nn: 'Fila «{name}» er ikkje ei programfil, eller ho er øydelagd. Opne ein annan kopi av programmet. Er fila eit anna dokument, gje ho rett filending (til dømes .txt eller .docx) og importer ho på nytt.',
    en: 'The file “{name}” is not a programme file, or it is damaged. Open another copy of the programme. If the file is another document, give it its right extension (such as .txt or .docx) and import it again.',
  },
} as const satisfies Sentences<ImportFailureCode>;
