import type { Sentences } from '../core/failure';

export const chainFailures = {
  'chain-broken': {
    nb: 'Historikken holder ikke: hendelse {seq} av {of} er endret, fjernet eller flyttet siden den ble skrevet. Hent en eldre kopi av filen.',
    nn: 'Historikken held ikkje: hending {seq} av {of} er endra, fjerna eller flytta sidan ho vart skriven. Hent ein eldre kopi av fila.',
    en: 'The history does not hold: entry {seq} of {of} was changed, removed or moved after it was written. Fetch an older copy of the file.',
  },
  'chain-revision-missing': {
    nb: 'Historikken holder ikke: hendelse {seq} viser til en versjon som ikke finnes i filen. Hent en eldre kopi av filen.',
    nn: 'Historikken held ikkje: hending {seq} viser til ein versjon som ikkje finst i fila. Hent ein eldre kopi av fila.',
    en: 'The history does not hold: entry {seq} refers to a revision that is not in the file. Fetch an older copy of the file.',
  },
  'chain-revision-altered': {
    nb: 'Historikken holder ikke: teksten i versjonen som hendelse {seq} viser til, er endret etterpå. Hent en eldre kopi av filen.',
    nn: 'Historikken held ikkje: teksten i versjonen som hending {seq} viser til, er endra etterpå. Hent ein eldre kopi av fila.',
    en: 'The history does not hold: the text of the revision that entry {seq} refers to was changed afterwards. Fetch an older copy of the file.',
  },
  'revision-altered': {
    nb: 'Versjonen «{name}» er endret etter at den ble fryst. Hent en eldre kopi av filen.',
    nn: 'Versjonen «{name}» er endra etter at han vart frosen. Hent ein eldre kopi av fila.',
    en: 'The revision “{name}” was changed after it was frozen. Fetch an older copy of the file.',
  },
  'revision-stray': {
    nb: 'Ingen hendelse viser til versjonen «{name}»: slutten av historikken kan være tatt bort. Sammenlign med kvitteringene, og hent en eldre kopi av filen.',
    nn: 'Inga hending viser til versjonen «{name}»: slutten av historikken kan vere teken bort. Samanlikn med kvitteringane, og hent ein eldre kopi av fila.',
    en: 'No entry refers to the revision “{name}”: the end of the history may have been taken away. Compare with the receipts, and fetch an older copy of the file.',
  },
} as const satisfies Sentences<string>;

export type ChainFailureCode = keyof typeof chainFailures;

export const authorityFailures = {
  'nothing-changed': {
    nb: 'Teksten er den samme som i «{name}». Endre noe først, eller gi versjonen et annet navn.',
    nn: 'Teksten er den same som i «{name}». Endre noko først, eller gi versjonen eit anna namn.',
    en: 'The text is the same as in “{name}”. Change something first, or give the revision another name.',
  },
  'name-missing': {
    nb: 'Versjonen mangler navn. Skriv et, for eksempel «Høringsutkast».',
    nn: 'Versjonen manglar namn. Skriv eit, til dømes «Høyringsutkast».',
    en: 'The revision has no name. Write one, such as “Consultation draft”.',
  },
  'text-empty': {
    nb: 'Teksten er tom. Det må være minst ett avsnitt før den kan fryses.',
    nn: 'Teksten er tom. Det må vere minst eitt avsnitt før han kan frysast.',
    en: 'The text is empty. There must be at least one paragraph before it can be frozen.',
  },
  'nothing-frozen': {
    nb: 'Ingen versjon er fryst ennå. Frys utkastet før det behandles endringsforslag.',
    nn: 'Ingen versjon er frosen enno. Frys utkastet før endringsframlegg blir handsama.',
    en: 'No revision is frozen yet. Freeze the draft before amendments are dealt with.',
  },
  'base-unknown': {
    nb: 'Forslaget gjelder en versjon som ikke finnes i dette programmet. Åpne den versjonen som er sendt ut, og skriv forslaget mot den.',
    nn: 'Framlegget gjeld ein versjon som ikkje finst i dette programmet. Opne den versjonen som er send ut, og skriv framlegget mot han.',
    en: 'The amendment is against a revision that is not part of this programme. Open the revision that was sent out and write it against that.',
  },
  'decisions-closed': {
    nb: 'Programmet er vedtatt, og teksten endres ikke av flere vedtak. Sett fasen tilbake til votering først.',
    nn: 'Programmet er vedteke, og teksten blir ikkje endra av fleire vedtak. Set fasen tilbake til votering først.',
    en: 'The programme is adopted, and no more decisions change its text. Set the phase back to voting first.',
  },
  'amendments-closed': {
    nb: 'Programmet er vedtatt og tar ikke imot flere endringsforslag.',
    nn: 'Programmet er vedteke og tek ikkje imot fleire endringsframlegg.',
    en: 'The programme is adopted and takes no more amendments.',
  },
  'amendment-empty': {
    nb: 'Forslaget endrer ingenting. Skriv hva som skal endres.',
    nn: 'Framlegget endrar ingenting. Skriv kva som skal endrast.',
    en: 'The amendment changes nothing. Write what is to be changed.',
  },
  'amendment-exists': {
    nb: 'Det finnes alt et forslag med kjennetegnet «{amendment}». Gi det nye et annet.',
    nn: 'Det finst alt eit framlegg med kjennemerket «{amendment}». Gi det nye eit anna.',
    en: 'There already is an amendment with the id “{amendment}”. Give the new one another.',
  },
  'amendment-unknown': {
    nb: 'Det finnes ikke noe forslag «{amendment}» i programmet. Se etter kjennetegnet i listen over forslag.',
    nn: 'Det finst ikkje noko framlegg «{amendment}» i programmet. Sjå etter kjennemerket i lista over framlegg.',
    en: 'There is no amendment “{amendment}” in the programme. Look up its id in the list of amendments.',
  },
  'amendment-decided': {
    nb: 'Forslag {number} er alt avgjort. Et vedtak kan ikke gjøres om her.',
    nn: 'Framlegg {number} er alt avgjort. Eit vedtak kan ikkje gjerast om her.',
    en: 'Amendment {number} is already decided. A decision cannot be undone here.',
  },
  'amendment-repeated': {
    nb: 'Forslag {number} står to ganger i listen. La det stå én gang.',
    nn: 'Framlegg {number} står to gonger i lista. La det stå éin gong.',
    en: 'Amendment {number} stands twice in the list. Leave it once.',
  },
  'amendment-unplaceable': {
    nb: 'Forslag {number} kan ikke plasseres i den nyeste teksten: stedet det gjelder, er endret. Se på det for hånd, eller la det falle.',
    nn: 'Framlegg {number} kan ikkje plasserast i den nyaste teksten: staden det gjeld, er endra. Sjå på det for hand, eller lat det falle.',
    en: 'Amendment {number} cannot be placed in the newest text: the place it concerns has changed. Look at it by hand, or let it fall.',
  },
  'decisions-contradict': {
    nb: 'Forslag {number} faller når forslag {because} vedtas; begge kan ikke vedtas. Rett opp listen over vedtak.',
    nn: 'Framlegg {number} fell når framlegg {because} blir vedteke; begge kan ikkje vedtakast. Rett opp lista over vedtak.',
    en: 'Amendment {number} falls when amendment {because} is adopted; both cannot be adopted. Correct the list of decisions.',
  },
  'override-reason-missing': {
    nb: 'Forslag {number} skal vedtas selv om det ikke går sammen med noe annet, eller ikke har noen plass i teksten. Skriv hvorfor; det står i protokollen.',
    nn: 'Framlegg {number} skal vedtakast sjølv om det ikkje går saman med noko anna, eller ikkje har nokon plass i teksten. Skriv kvifor; det står i protokollen.',
    en: 'Amendment {number} is to be adopted although it does not go together with another, or has no place in the text. Write why; it is told in the minutes.',
  },
  'tally-invalid': {
    nb: 'Opptellingen for forslag {number} kan ikke stemme: tallene må være hele, fra null og opp, og ikke flere enn de som er til stede. Rett tallene.',
    nn: 'Oppteljinga for framlegg {number} kan ikkje stemme: tala må vere heile, frå null og opp, og ikkje fleire enn dei som er til stades. Rett tala.',
    en: 'The count for amendment {number} cannot be right: whole numbers from zero up, and no more than are present. Correct the numbers.',
  },
  'recommended-text-missing': {
    nb: 'Innstillingen til forslag {number} er «vedtas med endret tekst», men den endrede teksten mangler. Skriv den, eller velg å vedta forslaget slik det ble levert.',
    nn: 'Innstillinga til framlegg {number} er «blir vedteke med endra tekst», men den endra teksten manglar. Skriv han, eller vel å vedta framlegget slik det vart levert.',
    en: 'The recommendation on amendment {number} is to adopt a changed text, but that text is missing. Write it, or choose to adopt the amendment as it was filed.',
  },
  'recommended-cover-missing': {
    nb: 'Innstillingen sier at forslag {number} er ivaretatt av et annet forslag. Velg hvilket.',
    nn: 'Innstillinga seier at framlegg {number} er teke vare på av eit anna framlegg. Vel kva for eit.',
    en: 'The recommendation says that amendment {number} is taken care of by another. Choose which one.',
  },
  'recommendations-none': {
    nb: 'Det er ingen innstillinger å publisere. Skriv minst én.',
    nn: 'Det er ingen innstillingar å publisere. Skriv minst éi.',
    en: 'There are no recommendations to publish. Write at least one.',
  },
  'vote-rule-unusable': {
    nb: 'Etter denne regelen kan ingenting vedtas. Velg en brøk som er større enn null og høyst en hel, og et quorum fra null og opp.',
    nn: 'Etter denne regelen kan ingenting bli vedteke. Vel ein brøk som er større enn null og høgst ein heil, og eit quorum frå null og opp.',
    en: 'Nothing can be adopted by this rule. Choose a fraction above nothing and at most one, and a quorum from zero up.',
  },
  'vote-empty': {
    nb: 'Det er ingenting å stemme over. Velg minst ett forslag.',
    nn: 'Det er ingenting å røyste over. Vel minst eitt framlegg.',
    en: 'There is nothing to vote on. Choose at least one amendment.',
  },
  'nothing-decided': {
    nb: 'Ingenting er vedtatt ennå. Rett i utkastet i stedet, og frys det på nytt.',
    nn: 'Ingenting er vedteke enno. Rett i utkastet i staden, og frys det på nytt.',
    en: 'Nothing is decided yet. Correct the draft instead, and freeze it again.',
  },
  'text-correction-empty': {
    nb: 'Det er ingenting å rette. Endre minst ett tegn.',
    nn: 'Det er ingenting å rette. Endre minst eitt teikn.',
    en: 'There is nothing to correct. Change at least one character.',
  },
  'unfinished-unknown': {
    nb: 'Punktet «{item}» på listen over det som må ferdigstilles, finnes ikke eller er alt avsluttet.',
    nn: 'Punktet «{item}» på lista over det som må gjerast ferdig, finst ikkje eller er alt avslutta.',
    en: 'The item “{item}” on the list of what must be finished does not exist or is settled already.',
  },
  'programme-not-standing': {
    nb: 'Programmet kan ikke settes til vedtatt: møtet vedtok forslag {number}, som gjelder programmet som helhet. Legg fram en ny tekst, eller ta vedtaket tilbake.',
    nn: 'Programmet kan ikkje setjast til vedteke: møtet vedtok framlegg {number}, som gjeld programmet som heilskap. Legg fram ein ny tekst, eller ta vedtaket tilbake.',
    en: 'The programme cannot be set to adopted: the meeting adopted amendment {number}, which is about the programme as a whole. Lay a new text before it, or take the decision back.',
  },
  'text-unfinished': {
    nb: 'Programmet kan ikke settes til vedtatt ennå: {count} steder i teksten må ferdigstilles eller godtas først. Se «Vedtatt tekst».',
    nn: 'Programmet kan ikkje setjast til vedteke enno: {count} stader i teksten må gjerast ferdige eller godtakast først. Sjå «Vedteken tekst».',
    en: 'The programme cannot be set to adopted yet: {count} places in the text must be finished or accepted first. See “Adopted text”.',
  },
  'take-back-late': {
    nb: 'Det siste vedtaket kan ikke angres: ingenting er vedtatt, eller noe er bygd på det siden. Rett teksten i stedet.',
    nn: 'Det siste vedtaket kan ikkje angrast: ingenting er vedteke, eller noko er bygd på det sidan. Rett teksten i staden.',
    en: 'The latest decision cannot be taken back: nothing is decided, or something was built on it since. Correct the text instead.',
  },
  'parent-undecided': {
    nb: 'Forslag {number} er en endring i forslag {parent}, som ikke er vedtatt. Vedta forslag {parent} først, eller begge sammen.',
    nn: 'Framlegg {number} er ei endring i framlegg {parent}, som ikkje er vedteke. Vedta framlegg {parent} først, eller begge saman.',
    en: 'Amendment {number} amends amendment {parent}, which is not adopted. Adopt amendment {parent} first, or both together.',
  },
  'parent-nested': {
    nb: 'Forslag {number} er selv en endring i et annet forslag. Skriv endringen til hovedforslaget.',
    nn: 'Framlegg {number} er sjølv ei endring i eit anna framlegg. Skriv endringa til hovudframlegget.',
    en: 'Amendment {number} itself amends another one. Write the change to the main amendment.',
  },
  'support-given': {
    nb: 'Du står alt bak forslag {number}.',
    nn: 'Du står alt bak framlegg {number}.',
    en: 'You already stand behind amendment {number}.',
  },
  'takeover-open': {
    nb: 'Forslag {number} er ikke trukket. Det kan tas over når forslagsstilleren har trukket det.',
    nn: 'Framlegg {number} er ikkje trekt. Det kan takast over når forslagsstillaren har trekt det.',
    en: 'Amendment {number} is not withdrawn. It can be taken over when its proposer has withdrawn it.',
  },
  'correction-empty': {
    nb: 'Rettingen endrer ingenting i forslag {number}. Skriv det som skal stå.',
    nn: 'Rettinga endrar ingenting i framlegg {number}. Skriv det som skal stå.',
    en: 'The correction changes nothing in amendment {number}. Write what it should say.',
  },
  'settle-outdated': {
    nb: 'Teksten er endret igjen siden du så på forslag {number}. Se på den nye teksten og avgjør på nytt.',
    nn: 'Teksten er endra igjen sidan du såg på framlegg {number}. Sjå på den nye teksten og avgjer på nytt.',
    en: 'The text has changed again since you looked at amendment {number}. Look at the new text and settle it again.',
  },
  'settle-no-conflict': {
    nb: 'Forslag {number} passer til den nyeste teksten som det er. Det er ikke noe å avgjøre.',
    nn: 'Framlegg {number} passar til den nyaste teksten som det er. Det er ikkje noko å avgjere.',
    en: 'Amendment {number} fits the newest text as it is. There is nothing to settle.',
  },
  'rules-prefix': {
    nb: 'Bokstavene foran nummeret kan bare være bokstaver, tall, punktum og bindestrek, og høyst {most} tegn.',
    nn: 'Bokstavane framfor nummeret kan berre vere bokstavar, tal, punktum og bindestrek, og høgst {most} teikn.',
    en: 'What stands before the number can only be letters, digits, full stops and hyphens, at most {most} characters.',
  },
  'rules-deadline': {
    nb: 'En av fristene er ikke et klokkeslett. Velg dato og klokkeslett på nytt.',
    nn: 'Ein av fristane er ikkje eit klokkeslett. Vel dato og klokkeslett på nytt.',
    en: 'One of the deadlines is not a time. Choose date and time again.',
  },
  'rules-same': {
    nb: 'Reglene er slik allerede.',
    nn: 'Reglane er slik allereie.',
    en: 'The rules are like that already.',
  },
  'phase-same': {
    nb: 'Programmet er alt i denne fasen.',
    nn: 'Programmet er alt i denne fasen.',
    en: 'The programme is already in this phase.',
  },
} as const satisfies Sentences<string>;

export type AuthorityFailureCode = keyof typeof authorityFailures;

export const registerFailures = { ...chainFailures, ...authorityFailures } as const satisfies Sentences<string>;
export type RegisterFailureCode = keyof typeof registerFailures;
