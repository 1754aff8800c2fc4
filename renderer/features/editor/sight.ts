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
