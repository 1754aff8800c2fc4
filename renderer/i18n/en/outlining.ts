import type { outlining as nbOutlining } from '../nb/outlining';

/** Folding of the outline. */
export const outlining: typeof nbOutlining = {
  foldAll: 'Fold all',
  unfoldAll: 'Show all levels',
  under: (chapter) => `Subchapters of ${chapter}`,
};
