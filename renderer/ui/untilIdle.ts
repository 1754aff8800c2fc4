import { afterPaint } from './afterPaint';

/**
 * Resolves when the window has nothing else to do, or after so many milliseconds, where it is told how many. Safari cannot tell: there it is when the
 * next frame is painted.
 */
export const untilIdle = (timeout?: number): Promise<unknown> =>
  typeof requestIdleCallback === 'undefined'
    ? afterPaint()
    : new Promise((idle) => requestIdleCallback(idle, timeout === undefined ? {} : { timeout }));
