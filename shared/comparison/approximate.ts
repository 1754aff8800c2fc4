import type { Language } from '../core/failure';

/** What is said where an alignment is not `exact` (diff SPEC, D7). */
export const approximateMarks: Readonly<Record<Language, string>> = {
  nb: 'Tekstene er lange og svært ulike: noen merker kan være større enn de måtte være.',
  nn: 'Tekstane er lange og svært ulike: nokre merke kan vere større enn dei måtte vere.',
  en: 'The texts are long and very different: some marks may be larger than they had to be.',
};
