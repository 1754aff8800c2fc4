import type { Sentences } from '../core/failure';

/** Longest text that one block may get, in UTF-16 code units. A whole programme is about 20 000. */
export const LONGEST_TEXT = 100_000;

export const amendmentFailures = {
  'change-block-unknown': {
    nb: 'Forslaget gjelder en tekst som ikke finnes i «{revision}». Velg stedet på nytt.',
    nn: 'Framlegget gjeld ein tekst som ikkje finst i «{revision}». Vel staden på nytt.',
    en: 'The amendment is about a text that is not in “{revision}”. Choose the place again.',
  },
  'change-text-empty': {
    nb: 'Forslaget har ingen tekst. Skriv den nye teksten, eller velg å stryke.',
    nn: 'Framlegget har ingen tekst. Skriv den nye teksten, eller vel å stryke.',
    en: 'The amendment has no text. Write the new text, or choose to strike.',
  },
  'change-text-same': {
    nb: 'Teksten er den samme som før. Endre minst ett tegn.',
    nn: 'Teksten er den same som før. Endre minst eitt teikn.',
    en: 'The text is the same as before. Change at least one character.',
  },
  'change-text-long': {
    nb: 'Teksten er på {length} tegn; det meste et forslag kan ha på ett sted, er {most}. Del den opp.',
    nn: 'Teksten er på {length} teikn; det meste eit framlegg kan ha på éin stad, er {most}. Del han opp.',
    en: 'The text has {length} characters; the most that an amendment may have in one place is {most}. Divide it.',
  },
  'change-text-lines': {
    nb: 'Teksten har linjeskift. Skriv den i ett, eller foreslå flere punkter.',
    nn: 'Teksten har linjeskift. Skriv han i eitt, eller gjer framlegg om fleire punkt.',
    en: 'The text has line breaks. Write it in one, or propose several points.',
  },
  'change-insertion-empty': {
    nb: 'Det er ikke noe å sette inn. Skriv minst ett punkt eller avsnitt.',
    nn: 'Det er ikkje noko å setje inn. Skriv minst eitt punkt eller avsnitt.',
    en: 'There is nothing to insert. Write at least one point or paragraph.',
  },
  'change-move-nowhere': {
    nb: 'Teksten står der allerede. Velg et annet sted.',
    nn: 'Teksten står der alt. Vel ein annan stad.',
    en: 'The text stands there already. Choose another place.',
  },
  'change-move-into-itself': {
    nb: 'Et kapittel kan ikke flyttes inn i seg selv. Velg et sted utenfor kapitlet.',
    nn: 'Eit kapittel kan ikkje flyttast inn i seg sjølv. Vel ein stad utanfor kapitlet.',
    en: 'A chapter cannot be moved into itself. Choose a place outside the chapter.',
  },
  'change-split-single': {
    nb: 'Teksten er ikke delt. Del den i minst to, med tekst i hver del.',
    nn: 'Teksten er ikkje delt. Del han i minst to, med tekst i kvar del.',
    en: 'The text is not divided. Divide it into at least two, with text in each.',
  },
  'change-split-rewords': {
    nb: 'Delene er ikke den samme teksten. En deling flytter bare skillet: la ordene stå, og endre dem i et eget forslag.',
    nn: 'Delane er ikkje den same teksten. Ei deling flyttar berre skiljet: lat orda stå, og endre dei i eit eige framlegg.',
    en: 'The parts are not the same text. A division only sets the break: leave the words, and change them in an amendment of their own.',
  },
  'change-title-struck': {
    nb: 'Tittelen kan ikke strykes. Foreslå en ny tittel i stedet.',
    nn: 'Tittelen kan ikkje strykast. Gjer framlegg om ein ny tittel i staden.',
    en: 'The title cannot be struck. Propose a new title instead.',
  },
  'change-join-itself': {
    nb: 'Et punkt kan ikke slås sammen med seg selv. Velg et annet punkt.',
    nn: 'Eit punkt kan ikkje slåast saman med seg sjølv. Vel eit anna punkt.',
    en: 'A point cannot be joined with itself. Choose another point.',
  },
} as const satisfies Sentences<string>;

export type AmendmentFailureCode = keyof typeof amendmentFailures;
