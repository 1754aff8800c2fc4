export { followPlaces } from './follow';
export { isJoinedByS } from './joined';
export { namesIn } from './namesIn';
export { addOwnWord, isOwnWord, keepOwnWords, readOwnWords, type OwnWords } from './ownWords';
export { formsOf, spelledWords, type SpelledWord } from './words';
