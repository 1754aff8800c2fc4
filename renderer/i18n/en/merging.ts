import type { merging as nb } from '../nb/merging';

export const merging: typeof nb = {
  title: 'Places to look at',
  intro: 'Nothing is lost, and nothing waits: decide when you like.',
  none: 'Everything is settled.',
  why: 'Placed here because someone deleted it while someone else was writing in it.',
  keptOut: 'The chapter was locked. What you wrote there was not taken in.',
  copy: 'Copy the words',
  seen: 'Seen',
  keep: 'Keep',
  remove: 'Delete',
  toLookAt: (count) => (count === 1 ? '1 place to look at' : `${count} places to look at`),
};
