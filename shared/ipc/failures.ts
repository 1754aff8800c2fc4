import type { Sentences } from '../core/failure';

/** What the machine (files, journal, typesetting, sharing) can answer instead of a value. */
export const platformFailureCodes = [
  'ipc-untrusted-sender',
  'ipc-unknown-channel',
  'ipc-invalid-request',
  'ipc-handler-stopped',
  'file-not-found',
  'folder-not-found',
  'file-not-allowed',
  'file-disk-full',
  'print-failed',
  'file-too-large',
  'file-unreadable',
  'file-unwritable',
  'file-changed-elsewhere',
  'file-grant-unknown',
  'journal-unwritable',
  'journal-unreadable',
  'journal-in-use-elsewhere',
  'settings-unreadable',
  'settings-unwritable',
  'typeset-stopped',
  'typeset-too-slow',
  'typeset-needs-server',
  'spelling-no-dictionary',
  'spelling-stopped',
  'sharing-not-here',
  'sharing-did-not-start',
] as const;
export type PlatformFailureCode = (typeof platformFailureCodes)[number];

export const platformFailures = {
  'ipc-untrusted-sender': {
    nb: 'Et vindu som ikke hører til programmet, ba om tilgang til maskinen og ble avvist.',
    nn: 'Eit vindauge som ikkje høyrer til programmet, bad om tilgang til maskina og vart avvist.',
    en: 'A window that does not belong to the program asked for access to the machine and was refused.',
  },
  'ipc-unknown-channel': {
    nb: 'Vinduet ba om noe programmet ikke kjenner («{channel}»). Start programmet på nytt.',
    nn: 'Vindauget bad om noko programmet ikkje kjenner («{channel}»). Start programmet på nytt.',
    en: 'The window asked for something the program does not know (“{channel}”). Restart the program.',
  },
  'ipc-invalid-request': {
    nb: 'Vinduet sendte en forespørsel som ikke kan leses («{channel}»). Start programmet på nytt.',
    nn: 'Vindauget sende ein førespurnad som ikkje kan lesast («{channel}»). Start programmet på nytt.',
    en: 'The window sent a request that cannot be read (“{channel}”). Restart the program.',
  },
  'ipc-handler-stopped': {
    nb: 'Noe gikk galt i programmet («{channel}»). Det du har skrevet, er ikke rørt. Prøv igjen.',
    nn: 'Noko gjekk gale i programmet («{channel}»). Det du har skrive, er ikkje rørt. Prøv igjen.',
    en: 'Something went wrong in the program (“{channel}”). What you have written is untouched. Try again.',
  },
  'file-not-found': {
    nb: 'Filen «{name}» finnes ikke. Kontroller at den ikke er flyttet eller slettet.',
    nn: 'Fila «{name}» finst ikkje. Kontroller at ho ikkje er flytta eller sletta.',
    en: 'The file “{name}” does not exist. Check that it has not been moved or deleted.',
  },
  'folder-not-found': {
    nb: 'Mappen som «{name}» skulle lagres i, finnes ikke. Ingenting ble lagret. Velg en annen mappe.',
    nn: 'Mappa som «{name}» skulle lagrast i, finst ikkje. Ingenting vart lagra. Vel ei anna mappe.',
    en: 'The folder that “{name}” was to be saved in does not exist. Nothing was saved. Choose another folder.',
  },
  'file-not-allowed': {
    nb: 'Du har ikke tilgang til «{name}». Velg et annet sted, eller be om tilgang.',
    nn: 'Du har ikkje tilgang til «{name}». Vel ein annan stad, eller be om tilgang.',
    en: 'You do not have access to “{name}”. Choose another place, or ask for access.',
  },
  'print-failed': {
    nb: 'Utskriften ble ikke noe av ({reason}). Se etter om en skriver er koblet til, eller lagre papiret som PDF.',
    nn: 'Utskrifta vart det ikkje noko av ({reason}). Sjå etter om ein skrivar er kopla til, eller lagre papiret som PDF.',
    en: 'Nothing was printed ({reason}). See that a printer is connected, or save the paper as PDF.',
  },
  'file-disk-full': {
    nb: 'Disken er full, og «{name}» ble ikke lagret. Den forrige utgaven er hel. Frigjør plass, og lagre igjen.',
    nn: 'Disken er full, og «{name}» vart ikkje lagra. Den førre utgåva er heil. Frigjer plass, og lagre igjen.',
    en: 'The disk is full and “{name}” was not saved. The former version is whole. Free some space and save again.',
  },
  'file-too-large': {
    nb: 'Filen «{name}» er for stor ({megabytes} MB). Den største som kan åpnes, er {limit} MB.',
    nn: 'Fila «{name}» er for stor ({megabytes} MB). Den største som kan opnast, er {limit} MB.',
    en: 'The file “{name}” is too large ({megabytes} MB). The largest that can be opened is {limit} MB.',
  },
  'file-unreadable': {
    nb: 'Filen «{name}» kan ikke leses ({reason}).',
    nn: 'Fila «{name}» kan ikkje lesast ({reason}).',
    en: 'The file “{name}” cannot be read ({reason}).',
  },
  'file-unwritable': {
    nb: '«{name}» ble ikke lagret ({reason}). Den forrige utgaven er hel. Prøv et annet sted.',
    nn: '«{name}» vart ikkje lagra ({reason}). Den førre utgåva er heil. Prøv ein annan stad.',
    en: '“{name}” was not saved ({reason}). The former version is whole. Try another place.',
  },
  'file-changed-elsewhere': {
    nb: 'Noen andre har lagret i «{name}» siden den ble åpnet her. Åpne filen på nytt, så kommer begges tekst med, og lagre igjen. Eller bruk «Lagre som».',
    nn: 'Nokon andre har lagra i «{name}» sidan ho vart opna her. Opne fila på nytt, så kjem teksten frå begge med, og lagre igjen. Eller bruk «Lagre som».',
    en: 'Somebody else has saved “{name}” since it was opened here. Open the file again to have the text of both, and save again. Or use “Save as”.',
  },
  'file-grant-unknown': {
    nb: 'Programmet har ikke lenger tilgang til filen. Velg den på nytt med «Lagre som».',
    nn: 'Programmet har ikkje lenger tilgang til fila. Vel henne på nytt med «Lagre som».',
    en: 'The program no longer has access to the file. Choose it again with “Save as”.',
  },
  'journal-unwritable': {
    nb: 'Den siste endringen er ikke lagret på disken ({reason}). Lagre programmet som fil nå.',
    nn: 'Den siste endringa er ikkje lagra på disken ({reason}). Lagre programmet som fil no.',
    en: 'The last change is not stored on the disk ({reason}). Save the programme as a file now.',
  },
  'journal-unreadable': {
    nb: 'Loggen over ulagrede endringer kan ikke leses ({reason}).',
    nn: 'Loggen over ulagra endringar kan ikkje lesast ({reason}).',
    en: 'The log of unsaved changes cannot be read ({reason}).',
  },
  'journal-in-use-elsewhere': {
    nb: 'Programmet er åpent i et annet vindu også; loggen ryddes når bare ett er igjen.',
    nn: 'Programmet er ope i eit anna vindauge òg; loggen blir rydda når berre eitt er att.',
    en: 'The programme is open in another window too; the log is tidied when only one remains.',
  },
  'settings-unreadable': {
    nb: 'Innstillingene kan ikke leses ({reason}). Standardverdiene brukes.',
    nn: 'Innstillingane kan ikkje lesast ({reason}). Standardverdiane blir brukte.',
    en: 'The settings cannot be read ({reason}). The defaults are used.',
  },
  'settings-unwritable': {
    nb: 'Innstillingen ble ikke lagret ({reason}).',
    nn: 'Innstillinga vart ikkje lagra ({reason}).',
    en: 'The setting was not saved ({reason}).',
  },
  'typeset-stopped': {
    nb: 'PDF-en ble ikke laget, fordi setteriet stanset. Prøv igjen.',
    nn: 'PDF-en vart ikkje laga, fordi setjeriet stansa. Prøv igjen.',
    en: 'The PDF was not made, because the typesetter stopped. Try again.',
  },
  'typeset-too-slow': {
    nb: 'PDF-en ble ikke ferdig på {seconds} sekunder. Prøv med et kortere dokument.',
    nn: 'PDF-en vart ikkje ferdig på {seconds} sekund. Prøv med eit kortare dokument.',
    en: 'The PDF was not finished in {seconds} seconds. Try a shorter document.',
  },
  'typeset-needs-server': {
    nb: 'I nettleseren lages PDF av tjeneren, og den svarer ikke. Koble til på nytt, eller bruk skrivebordsprogrammet.',
    nn: 'I nettlesaren blir PDF laga av tenaren, og han svarer ikkje. Kople til på nytt, eller bruk skrivebordsprogrammet.',
    en: 'In the browser the server makes the PDF, and it does not answer. Reconnect, or use the desktop program.',
  },
  'spelling-no-dictionary': {
    nb: 'Stavekontrollen mangler ordlisten for dette språket ({language}). Teksten er ikke kontrollert; alt annet virker.',
    nn: 'Stavekontrollen manglar ordlista for dette språket ({language}). Teksten er ikkje kontrollert; alt anna verkar.',
    en: 'The spelling check lacks the dictionary for this language ({language}). The text is not checked; all else works.',
  },
  'spelling-stopped': {
    nb: 'Stavekontrollen stanset. Teksten din er ikke rørt. Slå stavekontrollen av og på for å prøve igjen.',
    nn: 'Stavekontrollen stansa. Teksten din er ikkje rørt. Slå stavekontrollen av og på for å prøve igjen.',
    en: 'The spelling check stopped. Your text is untouched. Turn the spelling check off and on to try again.',
  },
  'sharing-not-here': {
    nb: 'Deling startes fra skrivebordsprogrammet eller en tjener, ikke fra nettleseren.',
    nn: 'Deling blir starta frå skrivebordsprogrammet eller ein tenar, ikkje frå nettlesaren.',
    en: 'Sharing is started from the desktop program or a server, not from the browser.',
  },
  'sharing-did-not-start': {
    nb: 'Delingen startet ikke ({reason}). Prøv igjen.',
    nn: 'Delinga starta ikkje ({reason}). Prøv igjen.',
    en: 'Sharing did not start ({reason}). Try again.',
  },
} as const satisfies Sentences<PlatformFailureCode>;
