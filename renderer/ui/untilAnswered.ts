import { afterPaint } from './afterPaint';

/** What people do, and see the answer to in the next frame. */
const doings = ['keydown', 'beforeinput', 'compositionend', 'pointerdown', 'pointerup', 'click', 'paste', 'drop'];

/** So soon after a letter the next one is of the same stretch: the views beside the text follow when it pauses. */
const PAUSE_MS = 150;
/** Whoever writes on and on sees them follow all the same. */
export const LONGEST_BEHIND_MS = 1_500;

let lastLetterAt = -Infinity;
/** When the stretch began that is being written, or was last followed. */
let stretchFrom = -Infinity;

/** Resolves when the writing pauses; at once where a letter comes alone, as they do for whoever writes slowly. */
async function untilPause(): Promise<void> {
  for (;;) {
    const now = performance.now();
    const left = lastLetterAt + PAUSE_MS - now;
    if (lastLetterAt === stretchFrom || left <= 0) return;
    if (now - stretchFrom >= LONGEST_BEHIND_MS) {
      stretchFrom = now;
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, left));
  }
}

/** `undefined` before anybody has asked: until then nobody listens to what is done. */
let owed: Promise<void> | null | undefined;

function owe(event?: Event): void {
  if (event?.type === 'beforeinput') {
    const now = performance.now();
    if (now - lastLetterAt > PAUSE_MS) stretchFrom = now;
    lastLetterAt = now;
  }
  owed ??= afterPaint()
    .then(untilPause)
    .then(() => {
      owed = null;
    });
}

/**
 * Resolves when the answer to what a person did last is on the screen, and they are not in the midst of writing more: at once where nothing was done since. A view beside
 * the text costs two frames a letter; it would not be read at that speed.
 */
export function untilAnswered(): Promise<void> {
  if (owed === undefined) {
    for (const doing of doings) window.addEventListener(doing, owe, { capture: true });
    owe();
  }
  return owed ?? Promise.resolve();
}
