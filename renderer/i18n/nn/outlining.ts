import type { outlining as nbOutlining } from '../nb/outlining';

/** Folding of the outline. */
export const outlining: typeof nbOutlining = {
  foldAll: 'Fald saman alle',
  unfoldAll: 'Vis alle nivå',
  under: (chapter) => `Underkapittel i ${chapter}`,
};
