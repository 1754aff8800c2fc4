import type { chapterPlan as nb } from '../nb/chapterPlan';

export const chapterPlan: typeof nb = {
  open: (chapter) => `Plan for ${chapter}`,
  intro: 'The plan is shared with everyone who writes in the programme. It is no part of the text and of the papers.',
  responsible: 'Responsible',
  responsibleHint: 'The committee or person who has the chapter.',
  due: 'Due',
  wordTarget: 'About how many words',
  wordsNow: (words, characters) => `The chapter has ${words} words (${characters} characters) now.`,
  badTarget: 'Write a whole number, such as 400, or leave the field empty.',
  save: 'Save the plan',
  wordsOf: (words, target) => `${words} of ${target} words`,
  dueOn: (day) => `due ${day}`,
  filter: 'Show chapters',
  filters: {
    all: 'All',
    changed: 'Changed',
    amended: 'With open amendments',
    due: 'With a due date',
    over: 'Over the target',
    locked: 'Locked',
  },
  noneMatch: 'No chapters match.',
};
