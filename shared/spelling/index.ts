export { followPlaces } from './follow';
export { addOwnWord, isOwnWord, keepOwnWords, readOwnWords, type OwnWords } from './ownWords';
export { formsOf, spelledWords, type SpelledWord } from './words';
