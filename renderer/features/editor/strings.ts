import type { Language } from '#shared/core/failure';
import type { BlockStatus } from './marks';

interface EditorStrings {
  readonly label: string;
  readonly empty: string;
  readonly start: string;
  readonly move: string;
  readonly rescued: string;
  readonly keep: string;
  readonly remove: string;
  readonly struckHere: string;
  readonly amendments: (count: number) => string;
  /** Nothing for none. */
  readonly comments: (count: number) => string;
  /** Nothing for none. */
  readonly footnotes: (numbers: readonly string[]) => string;
  readonly line: (number: number) => string;
  readonly status: Readonly<Record<BlockStatus, string>>;
  /** The same with a sign, as short as the margin asks. */
  readonly badge: Readonly<Record<BlockStatus, string>>;
}

export const editorStrings: Readonly<Record<Language, EditorStrings>> = {
  nb: {
    label: 'Programteksten',
    empty: 'Programmet har ingen tekst ennå.',
    start: 'Begynn å skrive',
    move: 'Flytt (dra, eller Alt+↑ og Alt+↓)',
    rescued: 'Noen slettet dette mens en annen skrev i det.',
    keep: 'Behold',
    remove: 'Slett',
    struckHere: 'Strøket her',
    amendments: (count) => (count === 1 ? '1 åpent forslag' : `${count} åpne forslag`),
    comments: (count) => (count === 0 ? '' : count === 1 ? '1 kommentar' : `${count} kommentarer`),
    footnotes: (numbers) => (numbers.length === 0 ? '' : `Fotnote ${numbers.join(', ')}`),
    line: (number) => `Linje ${number}`,
    status: {
      unchanged: '',
      reworded: 'Omskrevet',
      moved: 'Flyttet',
      split: 'Delt',
      joined: 'Slått sammen',
      inserted: 'Nytt',
      retyped: 'Endret type eller nivå',
    },
    badge: {
      unchanged: '',
      reworded: '✎ omskrevet',
      moved: '⇅ flyttet',
      split: '⑂ delt',
      joined: '⑃ samlet',
      inserted: '+ nytt',
      retyped: '¶ type',
    },
  },
  nn: {
    label: 'Programteksten',
    empty: 'Programmet har ingen tekst enno.',
    start: 'Byrj å skrive',
    move: 'Flytt (dra, eller Alt+↑ og Alt+↓)',
    rescued: 'Nokon sletta dette medan ein annan skreiv i det.',
    keep: 'Behald',
    remove: 'Slett',
    struckHere: 'Strøke her',
    amendments: (count) => (count === 1 ? '1 ope forslag' : `${count} opne forslag`),
    comments: (count) => (count === 0 ? '' : count === 1 ? '1 kommentar' : `${count} kommentarar`),
    footnotes: (numbers) => (numbers.length === 0 ? '' : `Fotnote ${numbers.join(', ')}`),
    line: (number) => `Linje ${number}`,
    status: {
      unchanged: '',
      reworded: 'Omskrive',
      moved: 'Flytta',
      split: 'Delt',
      joined: 'Slått saman',
      inserted: 'Nytt',
      retyped: 'Endra type eller nivå',
    },
    badge: {
      unchanged: '',
      reworded: '✎ omskrive',
      moved: '⇅ flytta',
      split: '⑂ delt',
      joined: '⑃ samla',
      inserted: '+ nytt',
      retyped: '¶ type',
    },
  },
  en: {
    label: 'The text of the programme',
    empty: 'The programme has no text yet.',
    start: 'Start writing',
    move: 'Move (drag, or Alt+↑ and Alt+↓)',
    rescued: 'Someone deleted this while someone else was writing in it.',
    keep: 'Keep',
    remove: 'Delete',
    struckHere: 'Struck here',
    amendments: (count) => (count === 1 ? '1 open amendment' : `${count} open amendments`),
    comments: (count) => (count === 0 ? '' : count === 1 ? '1 comment' : `${count} comments`),
    footnotes: (numbers) => (numbers.length === 0 ? '' : `Footnote ${numbers.join(', ')}`),
    line: (number) => `Line ${number}`,
    status: {
      unchanged: '',
      reworded: 'Reworded',
      moved: 'Moved',
      split: 'Split',
      joined: 'Joined',
      inserted: 'New',
      retyped: 'Kind or level changed',
    },
    badge: {
      unchanged: '',
      reworded: '✎ reworded',
      moved: '⇅ moved',
      split: '⑂ split',
      joined: '⑃ joined',
      inserted: '+ new',
      retyped: '¶ form',
    },
  },
};

export type { EditorStrings };
