/** A piece of text as the page shows it, in one font. Coordinates in points from the upper left corner; `y` is the baseline. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the letters. */
  readonly size: number;
  /** Name of the font as the file gives it («ABCDEF+Calibri-Bold»). */
  readonly font: string;
}

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
}

/** Runs on one baseline with no wide gap between them. */
export interface Segment {
  readonly runs: readonly TextRun[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Size of most of its letters. */
  readonly size: number;
}

/** A line of a column, in reading order. */
export interface PlacedLine {
  readonly page: PdfPage;
  readonly segments: readonly Segment[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Edges of the column that it stands in. */
  readonly columnLeft: number;
  readonly columnRight: number;
  /** The first line of its column. */
  readonly startsColumn: boolean;
}
