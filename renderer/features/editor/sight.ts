/** The pane in which an element scrolls. */
export function paneOf(element: Element): Element | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    if (/auto|scroll/u.test(getComputedStyle(at).overflowY)) return at;
  return document.scrollingElement;
}

/** Scrolls to a block if the line in it that is meant is out of sight: the editor goes by where the browser guesses that chapters stand which it has not laid out yet. */
export function bringIntoSight(block: Element, { top, bottom }: Pick<DOMRect, 'top' | 'bottom'>): void {
  const pane = paneOf(block)?.getBoundingClientRect();
  if (!pane) return;
  // A line that the browser has brought to the edge may lie a part of a pixel beyond it.
  const isInSight = Math.max(0, pane.top) - 1 < top && bottom < Math.min(window.innerHeight, pane.bottom) + 1;
  if (!isInSight) block.scrollIntoView({ block: 'nearest' });
}

/**
 * Keeps what one sees of the page where it is, whatever the browser lays out in the next frame: a selection has it lay out every chapter that it reaches through, and
 * those above that it had only guessed at push the rest down.
 */
export function holdInSight(page: Element): void {
  const pane = paneOf(page);
  if (!pane) return;
  const { left, width, top, bottom } = pane.getBoundingClientRect();
  const middle = (Math.max(0, top) + Math.min(window.innerHeight, bottom)) / 2;
  const seen = document.elementFromPoint(left + width / 2, middle);
  if (seen === null || seen === page || !page.contains(seen)) return;
  const before = seen.getBoundingClientRect().top;
  requestAnimationFrame(() => pane.scrollBy(0, seen.getBoundingClientRect().top - before));
}
