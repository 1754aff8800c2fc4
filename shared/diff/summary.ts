import type { Language } from '../core/failure';
import type { Alignment } from './change';

/** How many changes of each sort. A moved change counts under `moved` as well as under its kind. */
export interface Summary {
  readonly unchanged: number;
  readonly reworded: number;
  readonly moved: number;
  readonly split: number;
  readonly joined: number;
  readonly inserted: number;
  readonly deleted: number;
}

export function summarise({ changes }: Alignment): Summary {
  const summary = { unchanged: 0, reworded: 0, moved: 0, split: 0, joined: 0, inserted: 0, deleted: 0 };
  for (const { kind, moved } of changes) {
    summary[kind]++;
    if (moved) summary.moved++;
  }
  return summary;
}

/** One form for one, and one for more: «1 ny», «6 nye». */
type Forms = readonly [one: string, more: string];

const words: Readonly<Record<Language, Readonly<Record<keyof Summary, Forms>>>> = {
  nb: {
    unchanged: ['uendret', 'uendret'],
    reworded: ['omskrevet', 'omskrevet'],
    moved: ['flyttet', 'flyttet'],
    split: ['delt', 'delt'],
    joined: ['slått sammen', 'slått sammen'],
    inserted: ['ny', 'nye'],
    deleted: ['strøket', 'strøket'],
  },
  nn: {
    unchanged: ['uendra', 'uendra'],
    reworded: ['omskriven', 'omskrivne'],
    moved: ['flytta', 'flytta'],
    split: ['delt', 'delte'],
    joined: ['slått saman', 'slått saman'],
    inserted: ['ny', 'nye'],
    deleted: ['stroken', 'strokne'],
  },
  en: {
    unchanged: ['unchanged', 'unchanged'],
    reworded: ['reworded', 'reworded'],
    moved: ['moved', 'moved'],
    split: ['split', 'split'],
    joined: ['joined', 'joined'],
    inserted: ['new', 'new'],
    deleted: ['deleted', 'deleted'],
  },
};

const order = ['unchanged', 'reworded', 'moved', 'split', 'joined', 'inserted', 'deleted'] as const;

/** «71 uendret, 20 omskrevet, 3 flyttet, 1 delt, 1 slått sammen, 6 nye, 4 strøket»: what there is none of is left out,
 *  but for the unchanged. */
export const describeSummary = (summary: Summary, language: Language): string =>
  order
    .filter((part) => part === 'unchanged' || summary[part] > 0)
    .map((part) => `${summary[part]} ${words[language][part][summary[part] === 1 ? 0 : 1]}`)
    .join(', ');
