/** Resolves when what was just set is on the screen; soon all the same where nothing is painted, as in a window behind others. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => resolve();
    setTimeout(done, 60);
    requestAnimationFrame(() => setTimeout(done, 0));
  });

/** What people do, and see the answer to in the next frame. */
const doings = ['keydown', 'beforeinput', 'compositionend', 'pointerdown', 'pointerup', 'click', 'paste', 'drop'];

/** `undefined` before anybody has asked: until then nobody listens to what is done. */
let owed: Promise<void> | null | undefined;

function owe(): void {
  owed ??= afterPaint().then(() => {
    owed = null;
  });
}

/** Resolves when the answer to what a person did last is on the screen: at once where nothing was done since the last paint. */
export function afterOwedPaint(): Promise<void> {
  if (owed === undefined) {
    for (const doing of doings) window.addEventListener(doing, owe, { capture: true });
    owe();
  }
  return owed ?? Promise.resolve();
}
