import type { LineageStrings } from '../nb/lineage';

export const lineage: LineageStrings = {
  title: 'Origin',
  isNew: 'New in this period.',
  byHand: 'linked by hand',
  notFrom: 'not from here',
  link: 'Link to the previous period …',
  unlink: 'Undo the link',
  takeBack: 'Take back',
  choose: 'Link here',
  search: 'Search the previous period',
  suggestions: 'Suggestions',
  found: 'Found',
  nothing: 'Nothing in the previous period is like it. Search for some words from there.',
  nothingFound: 'No point of the previous period has these words.',
  close: 'Done',
  reasons: {
    sameWords: 'alike in words',
    samePlace: 'stood in the same place',
    sameChapter: 'stood in the same chapter',
  },
  alike: (percent: number) => `${percent}%`,
};
