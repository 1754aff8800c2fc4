import type { Sentences } from '../core/failure';

export const syncFailures = {
  'invitation-invalid': {
    nb: 'Invitasjonen gjelder ikke, eller er trukket tilbake. Be sekretariatet om en ny.',
    nn: 'Invitasjonen gjeld ikkje, eller er trekt tilbake. Be sekretariatet om ein ny.',
    en: 'The invitation is not valid or was withdrawn. Ask the secretariat for a new one.',
  },
  'not-allowed': {
    nb: 'Invitasjonen din gir ikke rett til dette. Spør sekretariatet.',
    nn: 'Invitasjonen din gir ikkje rett til dette. Spør sekretariatet.',
    en: 'Your invitation does not allow this. Ask the secretariat.',
  },
  'programme-unknown': {
    nb: 'Programmet finnes ikke på denne serveren. Sjekk adressen, eller del programmet herfra først.',
    nn: 'Programmet finst ikkje på denne tenaren. Sjekk adressa, eller del programmet herifrå først.',
    en: 'The programme is not on this server. Check the address, or share it from here first.',
  },
  'address-unknown': {
    nb: 'Adressen finnes ikke på denne serveren.',
    nn: 'Adressa finst ikkje på denne tenaren.',
    en: 'There is no such address on this server.',
  },
  'origin-refused': {
    nb: 'Forespørselen kom fra et annet nettsted og ble avvist.',
    nn: 'Førespurnaden kom frå ein annan nettstad og vart avvist.',
    en: 'The request came from another site and was refused.',
  },
  'request-too-large': {
    nb: 'Det som ble sendt, er større enn serveren tar imot ({limitMegabytes} MB). Del det opp.',
    nn: 'Det som vart sendt, er større enn tenaren tek imot ({limitMegabytes} MB). Del det opp.',
    en: 'What was sent is larger than the server accepts ({limitMegabytes} MB). Divide it.',
  },
  'request-invalid': {
    nb: 'Serveren forsto ikke forespørselen ({what}). Ingenting er endret.',
    nn: 'Tenaren forstod ikkje førespurnaden ({what}). Ingenting er endra.',
    en: 'The server did not understand the request ({what}). Nothing was changed.',
  },
  'too-many-requests': {
    nb: 'Det kom for mange forespørsler på kort tid. Vent litt og prøv igjen.',
    nn: 'Det kom for mange førespurnader på kort tid. Vent litt og prøv igjen.',
    en: 'Too many requests came in a short time. Wait a little and try again.',
  },
  'registers-differ': {
    nb: 'Historikken i filen og historikken på serveren er forskjellige fra hendelse {seq}. Åpne programmet fra serveren, og legg inn endringene der.',
    nn: 'Historikken i fila og historikken på tenaren er ulike frå hending {seq}. Opne programmet frå tenaren, og legg inn endringane der.',
    en: 'The history in the file and the history on the server differ from entry {seq}. Open the programme from the server and make the changes there.',
  },
  'name-taken': {
    nb: 'Personen står alt i navnelisten med et annet navn. Be sekretariatet rette det.',
    nn: 'Personen står alt i namnelista med eit anna namn. Be sekretariatet rette det.',
    en: 'The person already stands in the directory under another name. Ask the secretariat to correct it.',
  },
  'person-erased': {
    nb: 'Personen er slettet fra navnelisten. Legg inn personen på nytt under eget navn hvis det var en feil.',
    nn: 'Personen er sletta frå namnelista. Legg inn personen på nytt under eige namn om det var ein feil.',
    en: 'The person was erased from the directory. Add the person anew if that was a mistake.',
  },
  'invitation-unknown': {
    nb: 'Invitasjonen finnes ikke, eller er alt trukket tilbake. Hent listen på nytt.',
    nn: 'Invitasjonen finst ikkje, eller er alt trekt tilbake. Hent lista på nytt.',
    en: 'There is no such invitation, or it was withdrawn already. Fetch the list again.',
  },
  'invitation-own': {
    nb: 'Dette er invitasjonen du selv bruker. Be en annen i sekretariatet trekke den tilbake.',
    nn: 'Dette er invitasjonen du sjølv bruker. Be ein annan i sekretariatet trekkje han tilbake.',
    en: 'This is the invitation that you use yourself. Ask someone else in the secretariat to withdraw it.',
  },
  'room-damaged': {
    nb: 'Lagret innhold i «{room}» er skadet fra oppføring {seq}. Hent en sikkerhetskopi av datamappen.',
    nn: 'Lagra innhald i «{room}» er skadd frå oppføring {seq}. Hent ein tryggleikskopi av datamappa.',
    en: 'Stored content of “{room}” is damaged from record {seq}. Restore a backup of the data folder.',
  },
  'update-damaged': {
    nb: 'En lagret endring er skadet ({reason}). Den er ikke tatt i bruk. Hent en sikkerhetskopi.',
    nn: 'Ei lagra endring er skadd ({reason}). Ho er ikkje teken i bruk. Hent ein tryggleikskopi.',
    en: 'A stored change is damaged ({reason}). It was not used. Restore a backup.',
  },
  'data-folder-in-use': {
    nb: 'Datamappen «{folder}» brukes alt av en annen server. Stopp den, eller velg en annen mappe.',
    nn: 'Datamappa «{folder}» er alt i bruk av ein annan tenar. Stopp han, eller vel ei anna mappe.',
    en: 'The data folder “{folder}” is already used by another server. Stop it, or choose another folder.',
  },
  'data-folder-unusable': {
    nb: 'Datamappen «{folder}» kan ikke brukes ({reason}). Velg en mappe du har skriverett til.',
    nn: 'Datamappa «{folder}» kan ikkje brukast ({reason}). Vel ei mappe du har skriverett til.',
    en: 'The data folder “{folder}” cannot be used ({reason}). Choose a folder you may write to.',
  },
  'port-in-use': {
    nb: 'Port {port} er opptatt. Stopp det som bruker den, eller velg en annen med --port.',
    nn: 'Port {port} er oppteken. Stopp det som brukar han, eller vel ein annan med --port.',
    en: 'Port {port} is taken. Stop what uses it, or choose another with --port.',
  },
  'server-failed': {
    nb: 'Noe gikk galt på serveren. Ingenting er endret. Prøv igjen, og si fra til den som driver den hvis det gjentar seg.',
    nn: 'Noko gjekk gale på tenaren. Ingenting er endra. Prøv igjen, og sei frå til den som driv han om det skjer igjen.',
    en: 'Something went wrong on the server. Nothing was changed. Try again, and tell whoever runs it if it happens again.',
  },
  'server-unreachable': {
    nb: 'Serveren «{url}» svarer ikke. Det du skriver, lagres på denne maskinen. Sjekk nettet og prøv igjen.',
    nn: 'Tenaren «{url}» svarar ikkje. Det du skriv, blir lagra på denne maskina. Sjekk nettet og prøv igjen.',
    en: 'The server “{url}” does not answer. What you write is kept on this machine. Check the network and try again.',
  },
  'server-answer-invalid': {
    nb: 'Serveren «{url}» svarte noe programmet ikke forstår. Sjekk at adressen er riktig.',
    nn: 'Tenaren «{url}» svarte noko programmet ikkje forstår. Sjekk at adressa er rett.',
    en: 'The server “{url}” gave an answer that is not understood. Check that the address is right.',
  },
  'entry-awaited': {
    nb: 'Serveren har ført det inn som hendelse {seq}, men den er ikke kommet hit ennå. Ikke send på nytt; den kommer når nettet er tilbake.',
    nn: 'Tenaren har ført det inn som hending {seq}, men ho er ikkje komen hit enno. Ikkje send på nytt; ho kjem når nettet er tilbake.',
    en: 'The server has recorded it as entry {seq}, but it has not arrived here yet. Do not send it again; it comes when the network is back.',
  },
  'journal-empty': {
    nb: 'Det ligger ikke noe lagret av dette programmet på denne maskinen. Åpne filen.',
    nn: 'Det ligg ikkje noko lagra av dette programmet på denne maskina. Opne fila.',
    en: 'Nothing of this programme is kept on this machine. Open the file.',
  },
} as const satisfies Sentences<string>;

export type SyncFailureCode = keyof typeof syncFailures;
