export {
  beginReview,
  isDoubtful,
  isNumbered,
  wasDoubtful,
  type LineSpan,
  type Review,
  type ReviewBlock,
} from './review';
export { DEEPEST_LEVEL, LONGEST_NUMBER, type Correction } from './correct';
export { beginHistory, correctFurther, redo, undo, type ReviewHistory } from './history';
export { finishReview } from './finish';
