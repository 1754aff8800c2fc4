import type { Shortcut } from '../../ui/shortcuts';

/** References to other points, footnotes. */
export const references = {
  insert: 'Henvisning til et punkt',
  title: 'Sett inn henvisning',
  label: 'Hvor skal den vise?',
  hint: 'Skriv et nummer eller noen ord. Henvisningen følger punktet når det flytter seg.',
  replaces: (words: string) => `Henvisningen settes inn i stedet for «${words}».`,
  none: 'Ingenting i utkastet passer. Prøv færre ord.',
  hits: (count: number) => (count === 1 ? '1 treff' : `${count} treff`),
  footnote: 'Fotnote',
  follow: 'Gå dit henvisningen viser',
  needsCaret: 'Sett markøren i teksten først.',
  gone: 'Henvisningen viser til noe som er slettet. Velg et nytt mål, eller ta den bort.',
};

/** What each shortcut does. */
export const shortcutMeanings: Readonly<Record<Shortcut, string>> = {
  split: 'Del punktet eller avsnittet',
  join: 'Først i et punkt: slå sammen med det forrige. Etter et fotnotetegn: slett fotnoten',
  move: 'Flytt punktet eller kapitlet opp / ned',
  level: 'Dypere / høyere nivå',
  undo: 'Angre / gjør om (bare det du selv har gjort)',
  formats: 'Fet / kursiv',
  link: 'Lenke',
  reference: 'Henvisning til et punkt',
  footnote: 'Fotnote',
  follow: 'Gå dit henvisningen eller fotnotetegnet viser, og tilbake fra en fotnote',
  palette: 'Søk og handlinger',
  find: 'Søk og erstatt i utkastet',
  hits: 'Neste / forrige treff',
  spelling: 'Stavekontroll: neste ukjente ord',
  changes: 'Neste / forrige endring',
  wording: 'Forrige ordlyd der du står',
  marks: 'Endringsmerker: av, streker, ord',
  sideBySide: 'Vis side ved side',
  comment: 'Kommenter de valgte ordene',
  comments: 'Neste / forrige kommentar',
  take: 'Ta inn forslaget ved markøren',
  save: 'Lagre fil / lagre som',
  regions: 'Neste / forrige område: innhold, tekst, panel',
  freeze: 'Frys en versjon',
  export: 'Eksporter eller skriv ut',
  share: 'Del',
  help: 'Denne oversikten',
};
