import type { FilingStrings } from '../nb/filing';

export const filing: FilingStrings = {
  events: {
    supported: (number) => `Framlegg ${number} fekk støtte`,
    takenOver: (number) => `Framlegg ${number} teke over av ein annan`,
    corrected: (number) => `Framlegg ${number} retta`,
    grouped: (number, others) => `Framlegg ${number} er felles tekst for ${others}`,
    settled: (number) => `Framlegg ${number} skrive om til den nye teksten`,
    filingRulesSet: 'Reglane for framlegg endra',
  },
};
