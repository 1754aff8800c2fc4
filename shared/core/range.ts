/** Half-open `[start, end)`. The unit and the text it counts in belong in the name of the field that holds it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const range = (start: number, end: number): Range => ({ start, end });
