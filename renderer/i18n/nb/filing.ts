/** Who files amendments, until when, and what becomes of them before the vote. */
export const filing = {
  events: {
    supported: (number: string) => `Forslag ${number} fikk støtte`,
    takenOver: (number: string) => `Forslag ${number} tatt over av en annen`,
    corrected: (number: string) => `Forslag ${number} rettet`,
    grouped: (number: string, others: string) => `Forslag ${number} er felles tekst for ${others}`,
    settled: (number: string) => `Forslag ${number} skrevet om til den nye teksten`,
    filingRulesSet: 'Reglene for forslag endret',
  },
};

export type FilingStrings = typeof filing;
