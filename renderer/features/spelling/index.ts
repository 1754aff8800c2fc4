export { SpellingBar } from './SpellingBar';
export { SpellingMenu, type PointedWord } from './SpellingMenu';
export { useMarkedWords } from './useMarkedWords';
export { useSpelling, type Spelling } from './useSpelling';
