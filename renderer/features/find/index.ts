import { lazyView } from '../../ui/lazyView';
import './find.css';

export type { Command } from './Palette';
export { FindBar } from './FindBar';
export { TypographyDialog } from './TypographyDialog';

export const Palette = lazyView(async () => (await import('./Palette')).Palette);
