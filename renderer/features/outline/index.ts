export { Outline } from './Outline';
export { chapterItems, type ChapterItem } from './chapterItems';
