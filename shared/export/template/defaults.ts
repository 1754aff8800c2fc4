import type { Language } from '../../core/failure';
import type { PaperTemplate, PartName, Template, TemplateSection } from './template';

const says = (heading: string | null, ...paragraphs: readonly string[]): TemplateSection => ({
  heading,
  startsPage: false,
  paragraphs,
  part: null,
});

const shows = (part: PartName, heading: string | null = null, ...paragraphs: readonly string[]): TemplateSection => ({
  heading,
  startsPage: false,
  paragraphs,
  part,
});

const onNewPage = (section: TemplateSection): TemplateSection => ({ ...section, startsPage: true });

const paper = (
  title: string,
  sections: readonly TemplateSection[],
  {
    coverPage = false,
    contents = false,
    facts = [],
  }: Partial<Pick<PaperTemplate, 'coverPage' | 'contents' | 'facts'>> = {},
): PaperTemplate => ({ title, coverPage, contents, facts, sections });

/** What a paper says at its head: label and value in turn. */
const told = (...rows: readonly (readonly [label: string, value: string])[]): Pick<PaperTemplate, 'facts'> => ({
  facts: rows.map(([label, value]) => ({ label, value })),
});

/** A book that is leafed through: a cover of its own and contents. */
const book = { coverPage: true, contents: true };

/** The burgundy of the association's papers; 10:1 on white. */
const organisation = { name: '', colour: '#7a1f2b', logo: null };

const nb: Template = {
  organisation,
  values: { møte: 'Landsstyret', frist: '', sak: '', avsender: 'sentralstyret' },
  papers: {
    text: paper('Program', [shows('programme')], book),
    tracked: paper('Endringer fra forrige periode', [shows('comparison')], book),
    proposal: paper('Forslaget med endringsforslag', [shows('programme')], book),
    amendments: paper('Forslagshefte', [shows('amendments'), shows('members', 'Forslag etter foreningsledd')], book),
    synopsis: paper('Synopse', [shows('comparison')]),
    voting: paper('Voteringsliste', [shows('list')]),
    'voting-delegates': paper('Voteringsliste for delegatene', [
      says(null, 'Punktene tas opp i denne rekkefølgen. Noter i siste kolonne hva du vil stemme.'),
      shows('list'),
    ]),
    innstilling: paper(
      'Innstilling',
      [
        says(
          'Bakgrunn',
          '{program} skal avløse {forrige}. Utkastet er utarbeidet på grunnlag av programmet for forrige periode, og hver endring kan spores tilbake til det.',
        ),
        shows('summary', 'Hva som er endret'),
        says(
          'Saksgang',
          'Utkastet har vært på høring blant foreningsleddene. Det er kommet inn {antallForslag} endringsforslag, og {avsender} har innstilt på hvert av dem.',
        ),
        says(
          'Innstilling til vedtak:',
          '1. {møte} vedtar {program} slik teksten foreligger i versjonen «{versjon}» (fingeravtrykk {fingeravtrykk}), med de endringene som følger av voteringen.',
          '2. Språklige feil som ikke endrer meningen, kan rettes av {avsender}.',
        ),
        onNewPage(shows('recommendations', 'Vedlegg 1: Innstilling til hvert forslag')),
        onNewPage(shows('programme', 'Vedlegg 2: Forslaget, {versjon}')),
      ],
      {
        ...book,
        ...told(['Sak', '{sak}'], ['Til', '{møte}'], ['Fra', '{avsender}'], ['Dato', '{dato}']),
      },
    ),
    decided: paper('Vedtatt program', [shows('programme')], book),
    minutes: paper(
      'Protokoll',
      [shows('results'), shows('decisions'), shows('signatures', 'Underskrifter', 'Protokollen er lest og godkjent.')],
      told(['Sak', '{sak}'], ['Møte', '{møte}'], ['Vedtatt', '{vedtatt}']),
    ),
    hearing: paper(
      'Høringsbrev',
      [
        says(null, 'Til foreningsleddene'),
        says(
          'Høring av {program}',
          '{organisasjon} sender med dette utkast til {program} på høring. Utkastet foreligger som versjonen «{versjon}», fryst {fryst}, og skal avløse {forrige}.',
          'Linjetallene i utkastet endres ikke. Vis til dem når dere foreslår ny tekst.',
        ),
        shows('summary', 'Hva som er endret siden forrige periode'),
        says(
          'Slik svarer dere',
          'Bruk svarskjemaet, eller lever forslag direkte i programmet. Skriv ett forslag for hvert punkt: hva som skal stå, og hvorfor.',
          'Fristen er {frist}. Svar som kommer senere, kan ikke regnes med i innstillingen.',
        ),
        says(null, 'Med vennlig hilsen', '{organisasjon}'),
      ],
      told(['Dato', '{dato}'], ['Svarfrist', '{frist}']),
    ),
    'answer-form': paper(
      'Svarskjema',
      [
        says(null, 'Høring av {program}, versjonen «{versjon}». Fristen er {frist}.'),
        shows('sender', 'Hvem som svarer'),
        shows('answers'),
      ],
      told(['Svarfrist', '{frist}']),
    ),
  },
};

const nn: Template = {
  organisation,
  values: nb.values,
  papers: {
    ...nb.papers,
    tracked: paper('Endringar frå førre periode', [shows('comparison')], book),
    proposal: paper('Framlegget med endringsframlegg', [shows('programme')], book),
    amendments: paper('Framleggshefte', [shows('amendments'), shows('members', 'Framlegg etter foreiningsledd')], book),
    'voting-delegates': paper('Voteringsliste for delegatane', [
      says(null, 'Punkta blir tekne opp i denne rekkjefølgja. Noter i siste kolonne kva du vil røyste.'),
      shows('list'),
    ]),
    innstilling: paper(
      'Innstilling',
      [
        says(
          'Bakgrunn',
          '{program} skal ta over etter {forrige}. Utkastet er laga på grunnlag av programmet for førre periode, og kvar endring kan sporast attende til det.',
        ),
        shows('summary', 'Kva som er endra'),
        says(
          'Saksgang',
          'Utkastet har vore på høyring blant foreiningsledda. Det er kome inn {antallForslag} endringsframlegg, og {avsender} har innstilt på kvart av dei.',
        ),
        says(
          'Innstilling til vedtak:',
          '1. {møte} vedtek {program} slik teksten ligg føre i versjonen «{versjon}» (fingeravtrykk {fingeravtrykk}), med dei endringane som følgjer av voteringa.',
          '2. Språklege feil som ikkje endrar meininga, kan rettast av {avsender}.',
        ),
        onNewPage(shows('recommendations', 'Vedlegg 1: Innstilling til kvart framlegg')),
        onNewPage(shows('programme', 'Vedlegg 2: Framlegget, {versjon}')),
      ],
      {
        ...book,
        ...told(['Sak', '{sak}'], ['Til', '{møte}'], ['Frå', '{avsender}'], ['Dato', '{dato}']),
      },
    ),
    decided: paper('Vedteke program', [shows('programme')], book),
    minutes: paper(
      'Protokoll',
      [shows('results'), shows('decisions'), shows('signatures', 'Underskrifter', 'Protokollen er lesen og godkjend.')],
      told(['Sak', '{sak}'], ['Møte', '{møte}'], ['Vedteke', '{vedtatt}']),
    ),
    hearing: paper(
      'Høyringsbrev',
      [
        says(null, 'Til foreiningsledda'),
        says(
          'Høyring av {program}',
          '{organisasjon} sender med dette utkast til {program} på høyring. Utkastet ligg føre som versjonen «{versjon}», frosen {fryst}, og skal ta over etter {forrige}.',
          'Linjetala i utkastet blir ikkje endra. Vis til dei når de gjer framlegg om ny tekst.',
        ),
        shows('summary', 'Kva som er endra sidan førre periode'),
        says(
          'Slik svarer de',
          'Bruk svarskjemaet, eller lever framlegg direkte i programmet. Skriv eitt framlegg for kvart punkt: kva som skal stå, og kvifor.',
          'Fristen er {frist}. Svar som kjem seinare, kan ikkje reknast med i innstillinga.',
        ),
        says(null, 'Med venleg helsing', '{organisasjon}'),
      ],
      told(['Dato', '{dato}'], ['Svarfrist', '{frist}']),
    ),
    'answer-form': paper(
      'Svarskjema',
      [
        says(null, 'Høyring av {program}, versjonen «{versjon}». Fristen er {frist}.'),
        shows('sender', 'Kven som svarer'),
        shows('answers'),
      ],
      told(['Svarfrist', '{frist}']),
    ),
  },
};

const en: Template = {
  organisation,
  values: { møte: 'The representative body', frist: '', sak: '', avsender: 'the board' },
  papers: {
    text: paper('Programme', [shows('programme')], book),
    tracked: paper('Changes from the previous period', [shows('comparison')], book),
    proposal: paper('The proposal with its amendments', [shows('programme')], book),
    amendments: paper('Book of amendments', [shows('amendments'), shows('members', 'Amendments by member body')], book),
    synopsis: paper('Synopsis', [shows('comparison')]),
    voting: paper('Voting list', [shows('list')]),
    'voting-delegates': paper('Voting list for delegates', [
      says(null, 'The items are taken in this order. Note in the last column how you will vote.'),
      shows('list'),
    ]),
    innstilling: paper(
      'Recommendation',
      [
        says(
          'Background',
          '{program} is to replace {forrige}. The draft is based on the programme of the previous period, and every change can be traced back to it.',
        ),
        shows('summary', 'What has changed'),
        says(
          'Process',
          'The draft has been heard by the member bodies. {antallForslag} amendments were submitted, and {avsender} has made a recommendation on each.',
        ),
        says(
          'Proposal for decision:',
          '1. {møte} adopts {program} as it stands in the revision “{versjon}” (fingerprint {fingeravtrykk}), with the changes that follow from the vote.',
          '2. Errors of language that do not change the meaning may be corrected by {avsender}.',
        ),
        onNewPage(shows('recommendations', 'Appendix 1: Recommendation on each amendment')),
        onNewPage(shows('programme', 'Appendix 2: The proposal, {versjon}')),
      ],
      {
        ...book,
        ...told(['Case', '{sak}'], ['To', '{møte}'], ['From', '{avsender}'], ['Date', '{dato}']),
      },
    ),
    decided: paper('Adopted programme', [shows('programme')], book),
    minutes: paper(
      'Minutes',
      [
        shows('results'),
        shows('decisions'),
        shows('signatures', 'Signatures', 'The minutes have been read and approved.'),
      ],
      told(['Case', '{sak}'], ['Meeting', '{møte}'], ['Decided', '{vedtatt}']),
    ),
    hearing: paper(
      'Consultation letter',
      [
        says(null, 'To the member bodies'),
        says(
          'Consultation on {program}',
          '{organisasjon} hereby sends the draft of {program} for consultation. It is the revision “{versjon}”, frozen {fryst}, and is to replace {forrige}.',
          'The line numbers of the draft do not change. Refer to them when you propose new text.',
        ),
        shows('summary', 'What has changed since the previous period'),
        says(
          'How to answer',
          'Use the answer form, or submit amendments directly in the programme. Write one amendment for each point: what it should say, and why.',
          'The deadline is {frist}. Answers that come later cannot be considered in the recommendation.',
        ),
        says(null, 'Yours sincerely', '{organisasjon}'),
      ],
      told(['Date', '{dato}'], ['Deadline', '{frist}']),
    ),
    'answer-form': paper(
      'Answer form',
      [
        says(null, 'Consultation on {program}, revision “{versjon}”. The deadline is {frist}.'),
        shows('sender', 'Who answers'),
        shows('answers'),
      ],
      told(['Deadline', '{frist}']),
    ),
  },
};

/** What papers say and look like until a secretariat has a template of its own. */
export const defaultTemplates: Readonly<Record<Language, Template>> = { nb, nn, en };
