import './find.css';

export { FindBar } from './FindBar';
export { useHitKeys, type Search } from './useHitKeys';
// Never fetched later: one types on at once, and the first letter must not end up in the text.
export { Palette, type Command } from './Palette';
export { occurrences } from './occurrences';
export { TypographyDialog } from './TypographyDialog';
