import type { Language } from '../core/failure';
import type { Timestamp } from '../core/sources';
import type { BlockKind } from '../domain/block';
import type { View } from './views';

/**
 * What happened to a piece of text. `movedFrom` is struck where it stood and `movedTo` new where it now stands.
 * Law E2: without `inserted` and `movedTo` the runs are the old text, without `deleted` and `movedFrom` the new text.
 */
export type Mark = 'kept' | 'inserted' | 'deleted' | 'movedFrom' | 'movedTo';

export const isStruck = (mark: Mark): boolean => mark === 'deleted' || mark === 'movedFrom';
export const isAdded = (mark: Mark): boolean => mark === 'inserted' || mark === 'movedTo';

/** The mark of a diff's token. */
export const marksBySign = { '=': 'kept', '-': 'deleted', '+': 'inserted' } as const satisfies Record<string, Mark>;

/** Who made a change and when, as a word processor shows it. */
export interface Authorship {
  readonly author: string;
  readonly at: Timestamp;
}

export interface Run {
  readonly text: string;
  readonly mark: Mark;
  readonly strong?: boolean;
  readonly italic?: boolean;
  /** Where the words lead outside of the paper: one of the addresses that `safeLink` lets through. */
  readonly address?: string;
  /** `text` is a footnote's marker: printed raised, and no part of the block's text. */
  readonly reference?: boolean;
  /** The anchor in this paper that the text leads to. In print the page it stands on is told as well. */
  readonly link?: string;
  /** The anchor of the block that the words refer to: they are its number, on the screen a link as well. */
  readonly refersTo?: string;
  /** Whose change it is; where it is not given, the paper's `changesBy`. */
  readonly by?: Authorship;
}

/** What somebody says about a paragraph, beside the text: a rationale, a recommendation. */
export interface Comment extends Authorship {
  /** What it is: «Begrunnelse», «Innstilling». Empty where the words need no name. */
  readonly label: string;
  readonly text: string;
}

/** One printed line of a block that is shown with line numbers. */
export interface PrintedLine {
  readonly number: number;
  /** The line's words with their trailing space; all lines together are the runs of the block. */
  readonly runs: readonly Run[];
}

/** What a block is: decides style and numbering. */
export interface BlockShape {
  readonly kind: BlockKind;
  readonly level: number | null;
  /** As counted or printed: «3», «1.1», «•». */
  readonly number: string | null;
  /** True when `number` follows from the place, so that a word processor may count it. */
  readonly counted: boolean;
}

/** A block of the programme, or a part of one where it was split. */
export interface ProgrammeParagraph {
  readonly type: 'programme';
  readonly shape: BlockShape;
  /** The shape before, where the block was kept but its kind or level was changed. */
  readonly previousShape: BlockShape | null;
  readonly runs: readonly Run[];
  /** What happened to the paragraph's end: an `inserted` one splits, a `deleted` one joins. */
  readonly end: Mark;
  /** Whose change `end` is; where it is not given, the paper's `changesBy`. */
  readonly endBy?: Authorship;
  /** Pairs what was moved away with what it became: the paragraphs `movedFrom` and those `movedTo` of one move have the same. */
  readonly move?: string;
  readonly comments?: readonly Comment[];
  /** `null` where lines are not numbered. */
  readonly lines: readonly PrintedLine[] | null;
  /** Unique in the document; `null` for what nobody links to. */
  readonly anchor: string | null;
  /** A remark set apart beside the text: «Flyttet til kap. 3 pkt. 2». Not part of the text. */
  readonly remark: string | null;
}

/** A heading of the paper itself, e.g. of one amendment. Level 1 is below the title. */
export interface PaperHeading {
  readonly type: 'heading';
  readonly level: number;
  readonly text: string;
  readonly anchor: string | null;
  /** True where it begins a new page: an appendix. */
  readonly startsPage?: boolean;
  /** What the thumb index shows at the edge of the page from here on, until the next: «3». */
  readonly thumb?: string;
}

export interface Prose {
  readonly type: 'prose';
  /**
   * `lead` and `instruction` («I linje 14 endres:») stay with what follows; `note` is small print; `apart` begins something new without a
   * heading of its own, and stands with air above it.
   */
  readonly role: 'body' | 'lead' | 'instruction' | 'note' | 'apart';
  readonly runs: readonly Run[];
  readonly comments?: readonly Comment[];
}

/** Labels and values in two columns. */
export interface Facts {
  readonly type: 'facts';
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

/** Marked programme text set apart from what is said about it. */
export interface Quotation {
  readonly type: 'quotation';
  /** It stays on the page of what follows. */
  readonly keepsWithNext?: boolean;
  readonly paragraphs: readonly ProgrammeParagraph[];
}

export type CellBlock = ProgrammeParagraph | Prose;

export interface Table {
  readonly type: 'table';
  readonly columns: readonly {
    readonly label: string;
    /** Share of the width; the shares of a table need not sum to anything. */
    readonly share: number;
    /** Its empty cells are boxes to write in: a count, or an answer in words. */
    readonly box?: 'count' | 'answer';
  }[];
  /** Each row has one cell for each column. */
  readonly rows: readonly (readonly (readonly CellBlock[])[])[];
}

/** What a picture is made of. A drawing holds no script and asks for nothing from elsewhere: whoever makes a `Picture` sees to that. */
export type PictureData =
  { readonly format: 'svg'; readonly source: string } | { readonly format: 'png'; readonly base64: string };

export interface Picture {
  readonly data: PictureData;
  /** What it shows, in words, for those who cannot see it. Never empty. */
  readonly alternative: string;
  /** As it is printed, in millimetres; a picture that is wider than the text is made smaller as a whole. */
  readonly width: number;
  readonly height: number;
}

export interface PictureBlock {
  readonly type: 'picture';
  readonly picture: Picture;
  readonly caption: string | null;
}

export type ExportBlock = ProgrammeParagraph | PaperHeading | Prose | Facts | Quotation | Table | PictureBlock;

/** Whose papers they are, as every page shows. */
export interface Organisation {
  /** Empty where it is not set: then nothing is printed in its place. */
  readonly name: string;
  /** Of rules, numbers and headings, as `#rrggbb`; dark enough to be read on white. */
  readonly colour: string;
  readonly logo: Picture | null;
}

/** What stands on every page beside the text. The page's own number, «side 3 av 12», stands at the right of the foot. */
export interface PageFurniture {
  /** At the head of every page but the first: left and right. */
  readonly header: readonly [string, string];
  /** At the left of the foot: revision, its short hash, and the date of the print. */
  readonly footer: string;
}

/** A whole paper, ready to be written in any format. Deterministic: nothing in it comes from a clock. */
export interface ExportDocument {
  readonly view: View;
  readonly language: Language;
  readonly author: string;
  readonly generatedAt: Timestamp;
  /** The programme's title, for properties and running heads. */
  readonly title: string;
  /** What the paper is: «Forslagshefte». */
  readonly paper: string;
  readonly revisionName: string;
  /** The first characters of the revision's hash, by which a print can be told from another. */
  readonly shortHash: string;
  readonly organisation: Organisation;
  readonly furniture: PageFurniture;
  readonly cover: {
    /** True for a page of its own, which always shows the paper's `title`; else the cover stands at the head of the first page. */
    readonly ownPage: boolean;
    /** `null` where the title is itself a block of the text. */
    readonly title: string | null;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
  };
  /** A list of the headings, each a link to its place. */
  readonly contents: boolean;
  readonly landscape: boolean;
  /**
   * Which marks a word processor is to show as changes that can be accepted and rejected: those of the programme's text, or those of what is quoted.
   * All others are painted.
   */
  readonly tracked: 'text' | 'quotations' | null;
  /** Who is named as the author of tracked changes, where the change itself does not say. */
  readonly changesBy: Authorship;
  /** How a word processor should number its lines; `null` for no line numbers. */
  readonly lineNumbers: { readonly start: number; readonly restart: 'never' | 'chapter' } | null;
  readonly blocks: readonly ExportBlock[];
}

export const plain = (text: string): readonly Run[] => (text === '' ? [] : [{ text, mark: 'kept' }]);

/** The text that remains when one side of the marks is read. */
export const readRuns = (runs: readonly Run[], side: 'previous' | 'current'): string =>
  runs
    .filter(({ mark, reference }) => reference !== true && !(side === 'previous' ? isAdded(mark) : isStruck(mark)))
    .map(({ text }) => text)
    .join('');

/**
 * The runs as they are shown where an end of paragraph cannot be marked by itself: a sign where a paragraph was divided or joined.
 * A paragraph that is new or struck as a whole needs none.
 */
export function visibleRuns({ runs, end }: ProgrammeParagraph): readonly Run[] {
  const side = (mark: Mark): 'added' | 'struck' | null => (isAdded(mark) ? 'added' : isStruck(mark) ? 'struck' : null);
  const isWhole = runs.every(({ mark }) => side(mark) === side(end));
  if (end === 'kept' || isWhole) return runs;
  // The space that stood (or stands) where the paragraph was divided says nothing beside the sign.
  const last = runs.at(-1);
  const isDivider = last?.text === ' ' && side(last.mark) !== side(end) && last.mark !== 'kept';
  return [...(isDivider ? runs.slice(0, -1) : runs), { text: '\u00a0¶', mark: end }];
}
