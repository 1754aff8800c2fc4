import type { SourceLine } from '../readers/sourceLine';
import type { Marker } from './marker';
import { endsSentence, startsLower } from './edges';
import { LOOK_AHEAD, type FlowLine, type Opening } from './unit';

/** The document breaks its items with blank lines: seen twice where a small letter leaves no doubt. */
export function itemsGoOnAfterBlank(text: readonly FlowLine[], accepted: readonly (Opening | null)[]): boolean {
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    const item = text[i];
    if (item === undefined) continue;
    const before = text[i - 1];
    if (accepted[i - 1]?.marker?.kind !== 'bullet' || accepted[i] !== null || before === undefined) continue;
    if (
      item.line.mark === null &&
      item.line.startsBlock !== true &&
      item.line.blanksBefore > 0 &&
      startsLower(item.line.text) &&
      !endsSentence(before.line.text)
    )
      seen++;
  }
  return seen >= 2;
}

/** After a blank line comes text that the next bullet follows without one: it belongs to the item before, whatever letter it begins with. */
export function itemGoesOn(
  text: readonly FlowLine[],
  accepted: readonly (Opening | null)[],
  index: number,
  marker: Marker,
): boolean {
  const line = text[index]?.line;
  if (
    marker.kind !== 'bullet' ||
    line === undefined ||
    line.blanksBefore !== 1 ||
    line.tabbed ||
    line.startsPage ||
    line.startsBlock === true ||
    line.mark !== null
  )
    return false;
  for (let at = index + 1; at < Math.min(text.length, index + LOOK_AHEAD); at++) {
    const next = text[at];
    if (next === undefined || next.line.blanksBefore > 0 || next.line.tabbed) return false;
    const opening = accepted[at] ?? null;
    if (opening !== null) {
      const leadsIn = text[at - 1]?.line.text.endsWith(':') ?? false;
      return !leadsIn && opening.marker?.kind === 'bullet' && opening.marker.printed === marker.printed;
    }
  }
  return false;
}

/**
 * Straight under an item, and a blank line and the next bullet of the same kind below it: in a list whose items stand apart, such a line belongs to
 * the item, whatever it begins with.
 */
export function standsInItem(
  text: readonly FlowLine[],
  accepted: readonly (Opening | null)[],
  index: number,
  head: FlowLine,
  marker: Marker,
): boolean {
  const line = text[index]?.line;
  if (marker.kind !== 'bullet' || line === undefined || !isPlainBelow(line) || head.line.blanksBefore === 0)
    return false;
  for (let at = index + 1; at < Math.min(text.length, index + LOOK_AHEAD); at++) {
    const next = text[at];
    if (next === undefined) return false;
    const opening = accepted[at] ?? null;
    if (opening !== null) {
      const closed = !(text[at - 1]?.line.text.endsWith(':') ?? false);
      return (
        closed &&
        next.line.blanksBefore > 0 &&
        opening.marker?.kind === 'bullet' &&
        opening.marker.printed === marker.printed
      );
    }
    if (!isPlainBelow(next.line)) return false;
  }
  return false;
}

const isPlainBelow = (line: SourceLine): boolean =>
  line.blanksBefore === 0 && !line.tabbed && !line.startsPage && line.startsBlock !== true && line.mark === null;
