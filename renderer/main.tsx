import '@fontsource/source-serif-4/400.css';
import '@fontsource/source-serif-4/400-italic.css';
import '@fontsource/source-serif-4/600.css';
import '@fontsource/inter/400.css';
import '@fontsource/inter/600.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/highContrast.css';
import { createRoot } from 'react-dom/client';
import { invariant } from '#shared/core/invariant';
import { choosePlatform } from './platform/choose';
import { App } from './app/App';
import { keepUndoInItsField } from './ui/undoInField';

/** What the first screens are set in. Asked for before there is anything to set, they are here when it is laid out, and that is done once. */
const firstFonts = [
  '400 1em Inter',
  '600 1em Inter',
  '400 1em "Source Serif 4"',
  'italic 400 1em "Source Serif 4"',
  '600 1em "Source Serif 4"',
];
// One that does not come is replaced by the next of its family.
for (const font of firstFonts) void document.fonts.load(font).catch(() => undefined);

keepUndoInItsField();

const root = document.getElementById('root');
invariant(root, 'the page has a root element');
createRoot(root).render(<App platform={choosePlatform()} />);
