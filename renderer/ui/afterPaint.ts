/** Resolves when what was just set is on the screen; soon all the same where nothing is painted, as in a window behind others. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => resolve();
    setTimeout(done, 60);
    requestAnimationFrame(() => setTimeout(done, 0));
  });
