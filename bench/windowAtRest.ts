import type { Page } from '@playwright/test';

/** Waits until the window has had nothing to do for some frames after each other. */
export const untilAtRest = (page: Page, frames: number): Promise<void> =>
  page.evaluate(async (wanted) => {
    for (let quiet = 0; quiet < wanted;) {
      const idle = await new Promise<boolean>((resolve) =>
        requestIdleCallback(({ didTimeout }) => resolve(!didTimeout), { timeout: 500 }),
      );
      quiet = idle ? quiet + 1 : 0;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, frames);

/** Begins to note, anew, the tasks of 50 ms or more, during which no key is heard. */
export const watchLongTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const all: number[] = [];
    Object.assign(window, { longTasks: all });
    new PerformanceObserver((list) => all.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });

/** Their milliseconds since `watchLongTasks`. */
export const longTasks = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => Reflect.get(window, 'longTasks') as number[]);

/** The milliseconds of all of them since the page was opened. */
export const longTasksSoFar = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const watching = new PerformanceObserver((list) => resolve(list.getEntries().map(({ duration }) => duration)));
        watching.observe({ type: 'longtask', buffered: true });
        setTimeout(() => resolve([]), 1_000);
      }),
  );
