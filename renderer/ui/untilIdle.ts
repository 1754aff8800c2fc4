/** Resolves when the window has nothing else to do, or after so many milliseconds, where it is told how many. */
export const untilIdle = (timeout?: number): Promise<unknown> =>
  new Promise((idle) => requestIdleCallback(idle, timeout === undefined ? {} : { timeout }));
