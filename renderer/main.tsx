import '@fontsource/source-serif-4/400.css';
import '@fontsource/source-serif-4/400-italic.css';
import '@fontsource/source-serif-4/600.css';
import '@fontsource/inter/400.css';
import '@fontsource/inter/600.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { invariant } from '#shared/core/invariant';
import { choosePlatform } from './platform/choose';
import { App } from './app/App';

const root = document.getElementById('root');
invariant(root, 'the page has a root element');
createRoot(root).render(<App platform={choosePlatform()} />);
