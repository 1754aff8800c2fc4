import type { SourcesStrings } from '../nb/sources';

export const sources: SourcesStrings = {
  title: 'Sources',
  command: 'Sources: other texts that the programme builds on',
  intro:
    'Add texts that the programme builds on: the principle programme, a hearing answer, a note or an older programme. The sentences that come from them are then shown. Sources are kept in the programme.',
  none: 'No sources have been added yet.',
  list: 'Sources added',
  add: 'Add a source …',
  open: 'Sources …',
  reading: (name: string) => `Reading “${name}” …`,
  known: (name: string) => `“${name}” has been added already.`,
  remove: 'Remove',
  removeNamed: (name: string) => `Remove “${name}”`,
  removed: (name: string) => `“${name}” has been removed.`,
  undo: 'Undo',
  role: (name: string) => `What “${name}” is`,
  roles: { text: 'Another text', period: 'The programme of an earlier period' },
  count: (sentences: number) =>
    sentences === 0
      ? 'No sentences of the draft come from here.'
      : `${sentences} ${sentences === 1 ? 'sentence' : 'sentences'} of the draft come from here`,
  finding: 'Looking for sentences that come from here …',
  more: (count: number) => `and ${count} more`,
  close: 'Done',
  card: {
    title: 'Reused from other texts',
    from: (name: string) => `Reused from ${name}`,
    nothing: 'No sentences here come from the sources.',
    notFrom: 'Not from here',
    refused: 'not from here',
    takeBack: 'Take back',
    reasons: {
      same: 'word for word',
      mood: 'only the mood is changed',
      reworded: 'reworded',
      phrase: 'a part of the sentence',
    },
  },
};
