const heard = new WeakMap<Element, (entry: IntersectionObserverEntry) => void>();
const observers = new Map<string, IntersectionObserver>();

/** One for all that is watched at the same distance. `scrollMargin` reaches beyond the edge of the pane that scrolls, `rootMargin` beyond the window's. */
function startObserving(margin: string): IntersectionObserver {
  const settings: IntersectionObserverInit & { scrollMargin: string } = { rootMargin: margin, scrollMargin: margin };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) heard.get(entry.target)?.(entry);
  }, settings);
  observers.set(margin, observer);
  return observer;
}

/** Tells when an element comes nearer to the screen than `margin` (CSS length), and when it goes. Yields what ends it. */
export function watchNear(
  element: Element,
  margin: string,
  hear: (entry: IntersectionObserverEntry) => void,
): () => void {
  const observer = observers.get(margin) ?? startObserving(margin);
  heard.set(element, hear);
  observer.observe(element);
  return () => observer.unobserve(element);
}
