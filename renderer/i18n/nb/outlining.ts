/** Folding of the outline. */
export const outlining = {
  foldAll: 'Fold sammen alle',
  unfoldAll: 'Vis alle nivåer',
  under: (chapter: string) => `Underkapitler i ${chapter}`,
};
