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
  /** `null` where neither it nor its ancestors say anything. */
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  /** Letters are so because the style has a name and is used for every paragraph of its sort: no emphasis. */
  readonly houseBold: boolean;
  readonly houseItalic: boolean;
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
  bold: null,
  italic: null,
  houseBold: false,
  houseItalic: false,
  hidden: false,
  raised: false,
  indent: 0,
};
