import type { BlockRange } from '#shared/schema/draft';
import type { Binding } from './binding';

const FOUND = 'editor-found';
const FOUND_HERE = 'editor-found-here';

/** Paints the places that were searched for; they are no part of the text, nor of the selection. The caller asks again when the text changes. */
export function paintFound(binding: Binding, places: readonly BlockRange[], current: number): void {
  if (typeof Highlight === 'undefined') return;
  const [found, here] = [new Highlight(), new Highlight()];
  places.forEach(({ block, rangeInText }, index) => {
    const painted = binding.domRange(block, rangeInText);
    if (painted) (index === current ? here : found).add(painted);
  });
  here.priority = 1;
  for (const [name, highlight] of [
    [FOUND, found],
    [FOUND_HERE, here],
  ] as const) {
    if (highlight.size === 0) CSS.highlights.delete(name);
    else CSS.highlights.set(name, highlight);
  }
}
