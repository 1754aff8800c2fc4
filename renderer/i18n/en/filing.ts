import type { FilingStrings } from '../nb/filing';

export const filing: FilingStrings = {
  events: {
    supported: (number) => `Amendment ${number} was supported`,
    takenOver: (number) => `Amendment ${number} taken over by another`,
    corrected: (number) => `Amendment ${number} corrected`,
    grouped: (number, others) => `Amendment ${number} is the joint text for ${others}`,
    settled: (number) => `Amendment ${number} rewritten for the new text`,
    filingRulesSet: 'Rules for amendments changed',
  },
};
