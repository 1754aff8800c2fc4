import type { findBar as nb } from '../nb/findBar';

export const findBar: typeof nb = {
  label: 'Find and replace',
  find: 'Find',
  replaceWith: 'Replace with',
  next: 'Next hit',
  previous: 'Previous hit',
  wholeWord: 'Whole words',
  matchCase: 'Match case',
  replace: 'Replace',
  replaceAll: (count) => (count === 0 ? 'Replace all' : `Replace all ${count}`),
  none: 'No hits',
  position: (at, count) => `${at} of ${count}`,
  replaced: (count) => (count === 1 ? 'Replaced in one place' : `Replaced in ${count} places`),
  close: 'Close find',
};
