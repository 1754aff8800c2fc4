/** The pane in which an element scrolls. */
export function paneOf(element: Element): Element | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    if (/auto|scroll/u.test(getComputedStyle(at).overflowY)) return at;
  return document.scrollingElement;
}

/** From above to below in the window, in CSS pixels from its top. */
type Height = Pick<DOMRect, 'top' | 'bottom'>;

const middleOf = ({ top, bottom }: Height): number => (top + bottom) / 2;

/** What of the element's pane is in the window. */
function shownPart(element: Element): Height | null {
  const pane = paneOf(element);
  // The document is scrolled in the window, and its own box goes along.
  if (pane === null || pane === document.scrollingElement) return pane && { top: 0, bottom: window.innerHeight };
  const { top, bottom } = pane.getBoundingClientRect();
  return { top: Math.max(0, top), bottom: Math.min(window.innerHeight, bottom) };
}

/** Where a line of a block stands; asked for again once the page has been scrolled. */
type Line = () => Height;

function isInSight(block: Element, line: Line): boolean {
  const shown = shownPart(block);
  const { top, bottom } = line();
  // A line that the browser has brought to the edge may lie a part of a pixel beyond it.
  return shown === null || (shown.top - 1 < top && bottom < shown.bottom + 1);
}

/** Of a block that is higher than what one sees, the browser shows any part: its line is brought to the middle, and stays there while the chapters around it are laid out. */
function bringLine(block: Element, line: Line): void {
  const shown = shownPart(block);
  if (shown && !isInSight(block, line))
    standAt(block, block.getBoundingClientRect().top + middleOf(shown) - middleOf(line()));
}

/** Scrolls to a block if the line in it that is meant is out of sight: the editor goes by where the browser guesses that chapters stand which it has not laid out yet. */
export function bringIntoSight(block: Element, line: Line): void {
  if (isInSight(block, line)) return;
  block.scrollIntoView({ block: 'nearest' });
  bringLine(block, line);
}

/** The block in the middle of what one sees of the page, and how far down the window it stands. */
export function seenOn(page: Element): { readonly block: HTMLElement; readonly top: number } | null {
  const shown = shownPart(page);
  if (!shown) return null;
  const middle = middleOf(shown);
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

const startOf = (block: Element): Line => {
  return () => {
    const { top } = block.getBoundingClientRect();
    return { top, bottom: top };
  };
};

/** Brings a block to the middle of what one sees, or where it is higher than that the line that is meant, by default its start; and keeps it there while the chapters around it are laid out. */
export function bringToMiddle(block: Element, line: Line = startOf(block)): void {
  block.scrollIntoView({ block: 'center' });
  bringLine(block, line);
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
