/** The phases of a revision, in order; the domain's words in the interface are in `messages`. */
export const phases = ['draft', 'hearing', 'recommended', 'amending', 'voting', 'adopted'] as const;
export type Phase = (typeof phases)[number];
