import type { Chance } from './chance';

/** How a document is printed: what real files differ in. */
export interface PrintStyle {
  /** Characters to a line; `null` where a paragraph is one line. */
  readonly width: number | null;
  /** Each line of a paragraph is followed by a blank one; blocks are divided by more. */
  readonly blankBetweenLines: boolean;
  readonly blanksBetweenBlocks: 1 | 2;
  /** Spaces at the ends of wrapped lines and of blocks. */
  readonly trailing: readonly [wrapped: string, ending: string];
  /** Words are divided where they may be. */
  readonly divides: boolean;
  /** `none`: nothing marks a heading. */
  readonly headings: 'none' | 'dotted' | 'bare' | 'tabbed' | 'kapittel';
  readonly subheadings: 'none' | 'numbered' | 'plain';
  readonly marker: '•' | '-' | '–' | '*' | '\uf0b7' | 'o' | '▪' | '1.' | '1)' | 'a)';
  readonly hangs: boolean;
  readonly closedPoints: boolean;
  readonly blankBetweenPoints: boolean;
  readonly notes: boolean;
  /** Lines to a page; `null` where nothing tells of pages. */
  readonly pageLength: number | null;
  readonly runningHead: boolean;
  readonly table: boolean;
  readonly box: boolean;
  /** Captions between the paragraphs, opening in capitals. */
  readonly captions: boolean;
  /** Addresses at the foot of pages. */
  readonly links: boolean;
  /** A table of dates whose rows have become lines. */
  readonly dates: boolean;
}

export function styleFrom(chance: Chance): PrintStyle {
  const width = chance.hits(0.25) ? null : 62 + chance.below(42);
  const paged = width !== null && chance.hits(0.45);
  return {
    width,
    blankBetweenLines: width !== null && !paged && chance.hits(0.2),
    blanksBetweenBlocks: chance.hits(0.2) ? 2 : 1,
    trailing: chance.from<readonly [string, string]>([
      ['', ''],
      [' ', '  '],
      [' ', ' '],
    ]),
    divides: width !== null && chance.hits(0.4),
    headings: chance.from(['none', 'dotted', 'bare', 'tabbed', 'kapittel', 'none', 'dotted']),
    subheadings: chance.from(['none', 'none', 'numbered', 'plain']),
    marker: chance.from(['•', '-', '–', '*', '\uf0b7', 'o', '▪', '1.', '1.', '1)', 'a)']),
    hangs: chance.hits(0.4),
    closedPoints: chance.hits(0.6),
    blankBetweenPoints: chance.hits(0.3),
    notes: width !== null && chance.hits(0.35),
    pageLength: paged ? 34 + chance.below(20) : null,
    runningHead: chance.hits(0.5),
    table: chance.hits(0.2),
    box: chance.hits(0.2),
    captions: width !== null && chance.hits(0.3),
    links: paged && chance.hits(0.4),
    dates: chance.hits(0.2),
  };
}
