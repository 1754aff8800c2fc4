/** The pane in which an element scrolls. */
export function paneOf(element: Element): Element | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    if (/auto|scroll/u.test(getComputedStyle(at).overflowY)) return at;
  return document.scrollingElement;
}

/** What of the element's pane is in the window, in CSS pixels from its top. */
function shownPart(element: Element): { readonly top: number; readonly bottom: number } | null {
  const pane = paneOf(element)?.getBoundingClientRect();
  return pane ? { top: Math.max(0, pane.top), bottom: Math.min(window.innerHeight, pane.bottom) } : null;
}

/** Scrolls to a block if the line in it that is meant is out of sight: the editor goes by where the browser guesses that chapters stand which it has not laid out yet. */
export function bringIntoSight(block: Element, { top, bottom }: Pick<DOMRect, 'top' | 'bottom'>): void {
  const shown = shownPart(block);
  if (!shown) return;
  // A line that the browser has brought to the edge may lie a part of a pixel beyond it.
  const isInSight = shown.top - 1 < top && bottom < shown.bottom + 1;
  if (!isInSight) block.scrollIntoView({ block: 'nearest' });
}

/** The block in the middle of what one sees of the page, and how far down the window it stands. */
export function seenOn(page: Element): { readonly block: HTMLElement; readonly top: number } | null {
  const shown = shownPart(page);
  if (!shown) return null;
  const middle = (shown.top + shown.bottom) / 2;
  const reaching = (within: Element | undefined): Element | undefined =>
    [...(within?.children ?? [])].find((each) => middle <= each.getBoundingClientRect().bottom);
  const block = reaching(reaching(page));
  return block instanceof HTMLElement ? { block, top: block.getBoundingClientRect().top } : null;
}

/** Scrolls so that a block stands where it stood. */
function putBack(block: Element, top: number): void {
  paneOf(block)?.scrollBy(0, block.getBoundingClientRect().top - top);
}

/** What a person does to go on: from then on nothing is held where it stood before. */
const doings = ['keydown', 'beforeinput', 'pointerdown', 'wheel'] as const;

/** What is held in its place; the last one asked for. */
let held: AbortController | null = null;

/** Has a block stand where it is told to in each of the next frames, until a person does something or another place is asked for. */
function hold(block: Element, top: number, frames: number): void {
  held?.abort();
  const holding = new AbortController();
  held = holding;
  const letGo = (): void => holding.abort();
  for (const doing of doings)
    window.addEventListener(doing, letGo, { capture: true, passive: true, signal: holding.signal });
  const inFrames = (left: number): void => {
    requestAnimationFrame(() => {
      if (holding.signal.aborted || !block.isConnected) return;
      putBack(block, top);
      if (left > 1) inFrames(left - 1);
      else letGo();
    });
  };
  inFrames(frames);
}

/** Has a block stand at a place in the window, also after the next frames: in each the browser lays out the chapters that have come into sight, and at first guesses at them. */
export function standAt(block: Element, top: number): void {
  putBack(block, top);
  hold(block, top, 4);
}

/** Brings a block to the middle of what one sees, and keeps it there while the chapters around it are laid out. */
export function bringToMiddle(block: Element): void {
  block.scrollIntoView({ block: 'center' });
  standAt(block, block.getBoundingClientRect().top);
}

/**
 * Keeps what one sees of the page where it is, whatever the browser lays out in the next frame: a selection has it lay out every chapter that it reaches through, and
 * those above that it had only guessed at push the rest down.
 */
export function holdInSight(page: Element): void {
  const seen = seenOn(page);
  if (seen) hold(seen.block, seen.top, 1);
}
