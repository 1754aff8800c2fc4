import { lazyView } from '../../ui/lazyView';
import './lineage.css';

export { LineageCard } from './LineageCard';
export { ReuseCard } from './ReuseCard';
export { useReuse } from './useReuse';
export type { ReuseView } from './reuse';

export const SourcesDialog = lazyView(async () => (await import('./SourcesDialog')).SourcesDialog);
