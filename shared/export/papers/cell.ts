import { plain, type CellBlock } from '../document';

/** A cell with one paragraph for each text; what is empty is left out. */
export const cell = (...texts: readonly string[]): readonly CellBlock[] =>
  texts.filter((text) => text !== '').map((text) => ({ type: 'prose', role: 'body', runs: plain(text) }));
