export { FindBar } from './FindBar';
export { Palette, type Command } from './Palette';
export { TypographyDialog } from './TypographyDialog';
