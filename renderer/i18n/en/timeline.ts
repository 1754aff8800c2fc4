import type { timeline as nb } from '../nb/timeline';

export const timeline: typeof nb = {
  whoWrote: 'Who wrote this, and when',
  chooseBlock: 'Set the cursor in a point to see who wrote it.',
  noLife: 'Nobody has changed this since the history began.',
  sittings: 'Changes and versions',
  nameVersion: 'Name of a version',
  keepVersion: 'Keep it',
  none: 'What is written comes here, with name and time, shortly after it was written.',
  before: 'As it was when the history began',
  unkept: 'Written; the history does not know by whom',
  you: 'You',
  unknown: 'Unknown',
  blocks: (count) => (count === 1 ? '1 point or paragraph' : `${count} points and paragraphs`),
  showAll: (count) => `Show all ${count}`,
  title: 'The text as it was',
  scrub: 'Moment',
  against: 'Compare with',
  now: 'As it is now',
  changed: (count) =>
    count === 0
      ? 'No difference.'
      : count === 1
        ? '1 point or paragraph differs.'
        : `${count} points and paragraphs differ.`,
  changes: 'Differences',
  formOnly: 'Only the form has changed: bold, italic, links, footnotes or kind.',
  cameAlong: 'Words that are not marked stood in another point or paragraph before.',
  stoodElsewhere: 'In another point or paragraph, where the words stood then.',
  moved: 'Moved.',
  movedChapter: 'Moved, with what stands under it.',
  moveBack: 'Move it back',
  restoreBlock: 'Bring this wording back',
  bringBackBlock: 'Bring it back',
  restoreAll: 'Bring the whole text back',
  restoreHint: 'Bringing back is a new change: what was written since stays in the history, and Ctrl+Z undoes it.',
};
