import type { FootnoteRef } from '../../domain/block';
import type { FormatRun } from '../../domain/formats';
import type { SourceLine } from '../readers/sourceLine';
import type { Continuation } from './continuation';
import type { Marker } from './marker';
import type { ReportCode } from '../report';
import type { NumberRole } from './numbering';

/** Lines that are one block, before it is known what kind of block. */
export interface Unit {
  readonly text: string;
  readonly refs: readonly FootnoteRef[];
  /** How its letters are set, as the lines have it. */
  readonly formats: readonly FormatRun[];
  readonly fromLine: number;
  readonly toLine: number;
  readonly blanksBefore: number;
  /** The first line of the unit, with its hints. */
  readonly first: SourceLine;
  readonly lineCount: number;
  readonly marker: Marker | null;
  /** What the number at its head is; `null` where there is none. */
  readonly role: NumberRole | null;
  /** By how much that reading of the number won; see `decideNumbers`. */
  readonly margin: number;
  /** What was guessed where its lines were put together. */
  readonly seams: readonly ReportCode[];
  /** Number of the footnote whose body this is. */
  readonly note: string | null;
  /** Stands beside the text: running heads and feet, numbers of pages, captions, links in the middle of a sentence. */
  readonly aside: boolean;
}

/** What follows in the text, notes and what stands beside it apart. At most the matter of a page lies between. */
export function nextInText(units: readonly Unit[], i: number): Unit | undefined {
  for (let at = i + 1; at < Math.min(units.length, i + LOOK_AHEAD); at++) {
    const next = units[at];
    if (next !== undefined && !next.aside && next.note === null) return next;
  }
  return undefined;
}

/** A line on its way to a unit, its marker taken off. */
export interface FlowLine {
  readonly line: SourceLine;
  readonly marker: Marker | null;
  readonly body: string;
  readonly note: string | null;
  /** Index of the line with which what stands beside the text began; `null` for lines of the text and of notes. */
  readonly aside: number | null;
}

/** Lines that belong together, and what opened them. */
export interface Group {
  readonly lines: { readonly item: FlowLine; readonly joined: Continuation | null }[];
  readonly marker: Marker | null;
  readonly role: NumberRole | null;
  readonly margin: number;
}

/** What a line opens a unit with: an accepted marker, and the role of its number. */
export interface Opening {
  readonly marker: Marker | null;
  readonly role: NumberRole | null;
  readonly margin: number;
}

/** Farthest that the next item is looked for, in lines. */
export const LOOK_AHEAD = 12;

/** Longest a heading gets, in characters: two lines of print, or three short ones. */
export const LONGEST_HEADING = 160;

export const looksLikeHeading = (text: string): boolean =>
  text.length <= LONGEST_HEADING &&
  /^["'«“(]?(?:[\p{Lu}\d]|\p{Ll}\p{Lu})/u.test(text) &&
  (!/[.!;:,…]["'»”’)\]]{0,3}$/.test(text) || /(?:^| )(?:m\.m|m\.fl|mv|osv|o\.l|etc)\.$/.test(text)) &&
  /\p{L}/u.test(text);
