/** A title as a file name: without what some system forbids in one. */
export const asFileName = (title: string): string => title.replace(/[\\/:*?"<>|]/g, ' ').trim();
