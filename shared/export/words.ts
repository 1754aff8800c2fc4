import type { DecisionResult, ProgrammeOutcome, RecommendationKind } from '../amendment/amendment';
import type { Language } from '../core/failure';
import type { Timestamp } from '../core/sources';
import type { MajorityKind } from '../voting';

/** How new and struck text is told apart: by lines and brackets, by the signs of Markdown, or as changes that a word processor has recorded. */
export type MarksAre = 'bracketed' | 'emphasised' | 'recorded';

/** The words printed on the papers. */
export interface PaperWords {
  readonly revision: string;
  readonly frozenAt: string;
  /** The day of a draft, which nobody has frozen. */
  readonly draftAsOf: string;
  readonly fingerprint: string;
  readonly comparedWith: string;
  readonly printedBy: string;
  readonly page: string;
  readonly of: string;
  readonly contents: string;
  readonly summary: string;
  readonly amendment: string;
  readonly amendments: string;
  readonly proposer: string;
  readonly rationale: string;
  readonly recommendation: string;
  readonly decision: string;
  readonly place: string;
  readonly item: string;
  readonly against: string;
  readonly fallsIf: string;
  readonly sameAs: string;
  readonly votesFor: string;
  readonly votesAgainst: string;
  readonly abstained: string;
  readonly previous: string;
  readonly proposed: string;
  readonly remark: string;
  readonly noAmendments: string;
  readonly noDecisions: string;
  readonly unplaced: string;
  readonly textGone: string;
  readonly textChanged: string;
  readonly covered: string;
  readonly filedAgainst: (revision: string) => string;
  readonly amends: (number: string) => string;
  readonly replacedText: string;
  readonly wouldRead: string;
  readonly items: string;
  readonly nothingToVoteOn: string;
  readonly newBlock: string;
  readonly struckBlock: string;
  readonly reworded: string;
  readonly split: string;
  readonly joined: string;
  readonly moved: string;
  readonly retyped: string;
  readonly movedTo: string;
  readonly movedFrom: string;
  readonly sentenceMovedTo: string;
  readonly sentenceMovedFrom: string;
  readonly because: string;
  readonly unanimous: string;
  readonly adoptedChanged: string;
  readonly enBloc: string;
  readonly despite: string;
  /** What the meeting decided about the programme as a whole. */
  readonly wholeProgramme: { readonly label: string; readonly outcomes: Readonly<Record<ProgrammeOutcome, string>> };
  readonly counted: (votesFor: number, votesAgainst: number, abstained: number) => string;
  readonly present: (count: number) => string;
  readonly majority: Readonly<Record<MajorityKind, string>>;
  readonly contradiction: string;
  readonly counts: string;
  readonly adoptedWording: string;
  readonly corrections: string;
  readonly lineNote: string;
  /** How marked text is to be read, in the paper's own format. */
  readonly markNotes: Readonly<Record<MarksAre, string>>;
  readonly nothingProposed: string;
  readonly chapter: string;
  readonly noBody: string;
  readonly pageShort: string;
  readonly myNotes: string;
  readonly change: string;
  readonly reason: string;
  readonly name: string;
  readonly organisation: string;
  readonly contact: string;
  readonly date: string;
  readonly signature: string;
  readonly agree: string;
  readonly disagree: string;
  readonly newText: string;
  readonly front: string;
  readonly noPrevious: string;
  readonly coveredBy: (number: string) => string;
  readonly recommendations: Readonly<Record<RecommendationKind, string>>;
  readonly results: Readonly<Record<DecisionResult, string>>;
}

const nb: PaperWords = {
  revision: 'Versjon',
  frozenAt: 'Fryst',
  draftAsOf: 'Utkast per',
  fingerprint: 'Fingeravtrykk',
  comparedWith: 'Sammenlignet med',
  printedBy: 'Laget av',
  page: 'side',
  of: 'av',
  contents: 'Innhold',
  summary: 'Endringer',
  amendment: 'Forslag',
  amendments: 'Antall forslag',
  proposer: 'Forslagsstiller',
  rationale: 'Begrunnelse',
  recommendation: 'Innstilling',
  decision: 'Vedtak',
  place: 'Sted',
  item: 'Nr.',
  against: 'Står mot',
  fallsIf: 'Faller hvis disse vedtas',
  sameAs: 'Likelydende',
  votesFor: 'For',
  votesAgainst: 'Mot',
  abstained: 'Avh.',
  previous: 'Forrige periode',
  proposed: 'Forslag til ny tekst',
  remark: 'Merknad',
  noAmendments: 'Det er ikke kommet inn noen forslag.',
  noDecisions: 'Det er ikke fattet noen vedtak ennå.',
  unplaced: 'Kan ikke plasseres i teksten',
  textGone: 'Teksten finnes ikke lenger',
  textChanged: 'Teksten er endret',
  covered: 'Teksten har allerede denne endringen.',
  filedAgainst: (revision) => `Stedet gjelder versjonen «${revision}».`,
  amends: (number) => `Endring i forslag ${number}.`,
  replacedText: 'Innstilt tekst',
  wouldRead: 'Teksten blir',
  items: 'Voteringspunkter',
  nothingToVoteOn: 'Ingen forslag venter på votering.',
  newBlock: 'Nytt',
  struckBlock: 'Strøket',
  reworded: 'Omskrevet',
  split: 'Delt',
  joined: 'Slått sammen',
  moved: 'Flyttet',
  retyped: 'Endret form',
  movedTo: 'Flyttet herfra',
  movedFrom: 'Flyttet hit',
  sentenceMovedTo: 'Setning flyttet herfra',
  sentenceMovedFrom: 'Setning flyttet hit',
  because: 'som følge av forslag',
  unanimous: 'Enstemmig',
  adoptedChanged: 'Vedtatt med endret tekst',
  enBloc: 'Samlet votering',
  despite: 'vedtatt selv om det ikke lot seg føre inn som det står',
  wholeProgramme: {
    label: 'Programmet som helhet',
    outcomes: { reject: 'Avvist', postpone: 'Utsatt', referBack: 'Sendt tilbake' },
  },
  counted: (votesFor, votesAgainst, abstained) => `${votesFor} for, ${votesAgainst} mot, ${abstained} avholdende`,
  present: (count) => `${count} til stede`,
  majority: {
    simple: 'alminnelig flertall',
    absolute: 'absolutt flertall',
    twoThirds: 'to tredels flertall',
    fraction: 'kvalifisert flertall',
  },
  counts: 'Opptelling',
  contradiction: 'Møtets vedtak er et annet enn opptellingen gir.',
  adoptedWording: 'Vedtatt tekst',
  corrections: 'Rettelser i vedtatt tekst',
  lineNote: 'Linjetallene gjelder denne versjonen og endres ikke.',
  markNotes: {
    bracketed: 'Ny tekst er understreket. [Strøket tekst] er gjennomstreket og står i klammer.',
    emphasised: 'Ny tekst er uthevet. Strøket tekst er gjennomstreket.',
    recorded:
      'Ny og strøket tekst er registrerte endringer: hver av dem kan godtas eller avvises og sier hvem som foreslår den.',
  },
  nothingProposed: 'Ingen forslag er kommet inn til denne versjonen.',
  chapter: 'Kapittel',
  noBody: 'Uten foreningsledd',
  pageShort: 's.',
  myNotes: 'Notat',
  change: 'Endring',
  reason: 'Grunn',
  name: 'Navn',
  organisation: 'Foreningsledd',
  contact: 'E-post eller telefon',
  date: 'Sted og dato',
  signature: 'Underskrift',
  agree: 'Støttes',
  disagree: 'Endres',
  newText: 'Forslag til ny tekst og begrunnelse',
  front: 'Før første kapittel',
  noPrevious: 'Det er ikke valgt noe program for forrige periode å sammenligne med.',
  coveredBy: (number) => `Ivaretatt av forslag ${number}`,
  recommendations: {
    adopt: 'Vedtas',
    reject: 'Avvises',
    adoptWithChanges: 'Vedtas med endringer',
    refer: 'Oversendes sentralstyret',
    coveredBy: 'Ivaretatt av et annet forslag',
    none: 'Ingen innstilling',
  },
  results: {
    adopted: 'Vedtatt',
    rejected: 'Falt',
    withdrawn: 'Trukket',
    referred: 'Oversendt sentralstyret',
    fallen: 'Bortfalt',
    void: 'Bortfalt fordi teksten ikke lenger finnes',
  },
};

const nn: PaperWords = {
  ...nb,
  revision: 'Versjon',
  frozenAt: 'Frosen',
  draftAsOf: 'Utkast per',
  comparedWith: 'Samanlikna med',
  printedBy: 'Laga av',
  contents: 'Innhald',
  summary: 'Endringar',
  amendment: 'Framlegg',
  amendments: 'Talet på framlegg',
  proposer: 'Framlagt av',
  rationale: 'Grunngjeving',
  recommendation: 'Innstilling',
  place: 'Stad',
  against: 'Står mot',
  fallsIf: 'Fell om desse blir vedtekne',
  sameAs: 'Likelydande',
  previous: 'Førre periode',
  proposed: 'Framlegg til ny tekst',
  noAmendments: 'Det har ikkje kome inn framlegg.',
  noDecisions: 'Det er ikkje gjort vedtak enno.',
  unplaced: 'Kan ikkje plasserast i teksten',
  textGone: 'Teksten finst ikkje lenger',
  textChanged: 'Teksten er endra',
  covered: 'Teksten har alt denne endringa.',
  filedAgainst: (revision) => `Staden gjeld versjonen «${revision}».`,
  amends: (number) => `Endring i framlegg ${number}.`,
  replacedText: 'Innstilt tekst',
  wouldRead: 'Teksten blir',
  items: 'Voteringspunkt',
  nothingToVoteOn: 'Ingen framlegg ventar på votering.',
  newBlock: 'Nytt',
  struckBlock: 'Stroke',
  reworded: 'Omskrive',
  split: 'Delt',
  joined: 'Slått saman',
  moved: 'Flytta',
  retyped: 'Endra form',
  movedTo: 'Flytta herifrå',
  movedFrom: 'Flytta hit',
  sentenceMovedTo: 'Setning flytta herifrå',
  sentenceMovedFrom: 'Setning flytta hit',
  because: 'som følgje av framlegg',
  unanimous: 'Samrøystes',
  adoptedChanged: 'Vedteke med endra tekst',
  enBloc: 'Samla røysting',
  despite: 'vedteke sjølv om det ikkje lét seg føre inn som det står',
  wholeProgramme: {
    label: 'Programmet som heilskap',
    outcomes: { reject: 'Avvist', postpone: 'Utsett', referBack: 'Sendt tilbake' },
  },
  counted: (votesFor, votesAgainst, abstained) => `${votesFor} for, ${votesAgainst} mot, ${abstained} avhaldande`,
  present: (count) => `${count} til stades`,
  majority: {
    simple: 'alminneleg fleirtal',
    absolute: 'absolutt fleirtal',
    twoThirds: 'to tredels fleirtal',
    fraction: 'kvalifisert fleirtal',
  },
  counts: 'Oppteljing',
  contradiction: 'Vedtaket til møtet er eit anna enn oppteljinga gir.',
  adoptedWording: 'Vedteken tekst',
  corrections: 'Rettingar i vedteken tekst',
  lineNote: 'Linjetala gjeld denne versjonen og blir ikkje endra.',
  markNotes: {
    bracketed: 'Ny tekst er understreka. [Stroken tekst] er gjennomstreka og står i klammer.',
    emphasised: 'Ny tekst er utheva. Stroken tekst er gjennomstreka.',
    recorded:
      'Ny og stroken tekst er registrerte endringar: kvar av dei kan godtakast eller avvisast og seier kven som gjer framlegg om ho.',
  },
  nothingProposed: 'Ingen framlegg er komne inn til denne versjonen.',
  noBody: 'Utan foreiningsledd',
  change: 'Endring',
  name: 'Namn',
  organisation: 'Foreiningsledd',
  date: 'Stad og dato',
  agree: 'Blir støtta',
  disagree: 'Blir endra',
  newText: 'Framlegg om ny tekst og grunngjeving',
  front: 'Før første kapittel',
  noPrevious: 'Det er ikkje valt noko program for førre periode å samanlikne med.',
  coveredBy: (number) => `Teke vare på av framlegg ${number}`,
  recommendations: {
    adopt: 'Blir vedteke',
    reject: 'Blir avvist',
    adoptWithChanges: 'Blir vedteke med endringar',
    refer: 'Blir sendt over til sentralstyret',
    coveredBy: 'Teke vare på av eit anna framlegg',
    none: 'Inga innstilling',
  },
  results: {
    adopted: 'Vedteke',
    rejected: 'Falle',
    withdrawn: 'Trekt',
    referred: 'Sendt over til sentralstyret',
    fallen: 'Bortfalle',
    void: 'Bortfalle fordi teksten ikkje finst lenger',
  },
};

const en: PaperWords = {
  revision: 'Revision',
  frozenAt: 'Frozen',
  draftAsOf: 'Draft as of',
  fingerprint: 'Fingerprint',
  comparedWith: 'Compared with',
  printedBy: 'Made by',
  page: 'page',
  of: 'of',
  contents: 'Contents',
  summary: 'Changes',
  amendment: 'Amendment',
  amendments: 'Amendments',
  proposer: 'Proposer',
  rationale: 'Rationale',
  recommendation: 'Recommendation',
  decision: 'Decision',
  place: 'Place',
  item: 'No.',
  against: 'Against',
  fallsIf: 'Falls if these are adopted',
  sameAs: 'Same as',
  votesFor: 'For',
  votesAgainst: 'Against',
  abstained: 'Abst.',
  previous: 'Previous period',
  proposed: 'Proposed text',
  remark: 'Remark',
  noAmendments: 'No amendments were submitted.',
  noDecisions: 'Nothing has been decided yet.',
  unplaced: 'Cannot be placed in the text',
  textGone: 'The text no longer exists',
  textChanged: 'The text has changed',
  covered: 'The text has this change already.',
  filedAgainst: (revision) => `The place is that of revision “${revision}”.`,
  amends: (number) => `Amends amendment ${number}.`,
  replacedText: 'Recommended text',
  wouldRead: 'The text becomes',
  items: 'Items to vote on',
  nothingToVoteOn: 'No amendments are waiting for a vote.',
  newBlock: 'New',
  struckBlock: 'Struck',
  reworded: 'Reworded',
  split: 'Split',
  joined: 'Joined',
  moved: 'Moved',
  retyped: 'Changed form',
  movedTo: 'Moved from here',
  movedFrom: 'Moved here',
  sentenceMovedTo: 'Sentence moved from here',
  sentenceMovedFrom: 'Sentence moved here',
  because: 'following amendment',
  unanimous: 'Unanimous',
  adoptedChanged: 'Adopted with changed text',
  enBloc: 'En bloc',
  despite: 'adopted although it could not be carried out as it stands',
  wholeProgramme: {
    label: 'The programme as a whole',
    outcomes: { reject: 'Rejected', postpone: 'Postponed', referBack: 'Sent back' },
  },
  counted: (votesFor, votesAgainst, abstained) => `${votesFor} for, ${votesAgainst} against, ${abstained} abstained`,
  present: (count) => `${count} present`,
  majority: {
    simple: 'simple majority',
    absolute: 'absolute majority',
    twoThirds: 'two thirds',
    fraction: 'qualified majority',
  },
  counts: 'Count',
  contradiction: 'What the meeting decided is not what the count gives.',
  adoptedWording: 'Adopted text',
  corrections: 'Corrections of the adopted text',
  lineNote: 'The line numbers belong to this revision and do not change.',
  markNotes: {
    bracketed: 'New text is underlined. [Struck text] is crossed out and stands in brackets.',
    emphasised: 'New text is in bold. Struck text is crossed out.',
    recorded: 'New and struck text are recorded changes: each can be accepted or rejected and says who proposes it.',
  },
  nothingProposed: 'No amendments to this revision were submitted.',
  chapter: 'Chapter',
  noBody: 'Without a member body',
  pageShort: 'p.',
  myNotes: 'Notes',
  change: 'Change',
  reason: 'Reason',
  name: 'Name',
  organisation: 'Member body',
  contact: 'E-mail or telephone',
  date: 'Place and date',
  signature: 'Signature',
  agree: 'Supported',
  disagree: 'To change',
  newText: 'Proposed text and reason',
  front: 'Before the first chapter',
  noPrevious: 'No programme of the previous period is chosen to compare with.',
  coveredBy: (number) => `Taken care of by amendment ${number}`,
  recommendations: {
    adopt: 'Adopt',
    reject: 'Reject',
    adoptWithChanges: 'Adopt with changes',
    refer: 'Refer to the board',
    coveredBy: 'Taken care of by another amendment',
    none: 'No recommendation',
  },
  results: {
    adopted: 'Adopted',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    referred: 'Referred to the board',
    fallen: 'Fallen',
    void: 'Void: the text no longer exists',
  },
};

export const paperWords: Readonly<Record<Language, PaperWords>> = { nb, nn, en };

const months: Readonly<Record<Language, readonly string[]>> = {
  nb: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  nn: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** «28. mai 2027», from the date that the timestamp begins with. */
export function printDate(timestamp: Timestamp, language: Language): string {
  const [year, month, day] = timestamp.slice(0, 10).split('-');
  const name = months[language][Number(month) - 1];
  if (year === undefined || day === undefined || name === undefined) return timestamp;
  return `${Number(day)}${language === 'en' ? '' : '.'} ${name} ${year}`;
}
