/** What a style says, its ancestors included. */
export interface Style {
  readonly name: string;
  /** Names of the style and its ancestors, nearest first, lower case. */
  readonly lineage: readonly string[];
  readonly list: string | null;
  /** From 0. */
  readonly listLevel: number | null;
  /** Depth in the outline from 0; 9 is running text; `null` where nothing is said. */
  readonly outline: number | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly hidden: boolean;
  readonly raised: boolean;
  /** Left indent in twentieths of a point. */
  readonly indent: number;
}

export const plainStyle: Style = {
  name: '',
  lineage: [],
  list: null,
  listLevel: null,
  outline: null,
  bold: false,
  italic: false,
  hidden: false,
  raised: false,
  indent: 0,
};
