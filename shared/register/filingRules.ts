import type { Timestamp } from '../core/sources';
import type { Phase } from '../domain/phases';

/** «17» through the whole programme, or «3-2» within the chapter that the amendment is about. */
export const numberingSchemes = ['continuous', 'chapter'] as const;
export type NumberingScheme = (typeof numberingSchemes)[number];

/** How amendments are filed in this programme. Rules H19–H21 of SPEC.md. */
export interface FilingRules {
  readonly numbering: NumberingScheme;
  /** Stands before every number: «F» makes «F17». May be empty. */
  readonly prefix: string;
  /** Until when amendments come in time, by phase; a phase without one has no deadline. */
  readonly deadlines: Readonly<Partial<Record<Phase, Timestamp>>>;
  /** A proposal by someone who is no member of landsstyret needs the support of one who is. */
  readonly supportNeeded: boolean;
}

/** What counts until the secretariat has said otherwise. */
export const usualFilingRules: FilingRules = {
  numbering: 'continuous',
  prefix: '',
  deadlines: {},
  supportNeeded: true,
};

/** How an instant is written where it is compared with others: in UTC, to the millisecond. */
export const UTC_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Longest prefix, in UTF-16 code units: a number stands in every list and margin. */
export const LONGEST_PREFIX = 12;
