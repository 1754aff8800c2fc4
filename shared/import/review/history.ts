import type { Failure } from '../../core/failure';
import { ok, type Result } from '../../core/result';
import { correct, type Correction } from './correct';
import type { ReviewFailureCode } from './failures';
import type { Review } from './review';

/** A review with its former states. They share what did not change, so that a step costs little. */
export interface ReviewHistory {
  readonly past: readonly Review[];
  readonly present: Review;
  readonly future: readonly Review[];
}

export const beginHistory = (review: Review): ReviewHistory => ({ past: [], present: review, future: [] });

export function correctFurther(
  history: ReviewHistory,
  correction: Correction,
): Result<ReviewHistory, Failure<ReviewFailureCode>> {
  const corrected = correct(history.present, correction);
  if (!corrected.ok) return corrected;
  return ok({ past: [...history.past, history.present], present: corrected.value, future: [] });
}

/** The state before the last correction; the same history where there is none. */
export function undo(history: ReviewHistory): ReviewHistory {
  const former = history.past.at(-1);
  if (former === undefined) return history;
  return { past: history.past.slice(0, -1), present: former, future: [history.present, ...history.future] };
}

/** The state that the last undo left; the same history where there is none. */
export function redo(history: ReviewHistory): ReviewHistory {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
