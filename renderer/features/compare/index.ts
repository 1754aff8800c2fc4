import { lazyView } from '../../ui/lazyView';
import './compare.css';

export { touchedSince, type Comparison } from './comparison';
export { ChangesPanel } from './ChangesPanel';
export type { CompareView } from './ComparePage';
export { everything, stopsOf, type ChangeFilter } from './filters';
export { useLiveComparison, type Comparing } from './live/useLiveComparison';
export { useComparedTexts } from './useComparedTexts';
export { WordingCard } from './WordingCard';

export const ComparePage = lazyView(async () => (await import('./ComparePage')).ComparePage);
