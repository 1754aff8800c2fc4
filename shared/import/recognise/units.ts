import type { SourceLine } from '../readers/sourceLine';
import { assemble, withNotes } from './assemble';
import { continues, hangsUnder, type Continuation } from './continuation';
import { findFootnotes } from './footnotes';
import { findPageFurniture } from './pageFurniture';
import { findHyphenHabits } from './joinText';
import { splitMarker, type Marker } from './marker';
import { SURE } from './numbering';
import { acceptMarkers } from './openings';
import { endsSentence, startsLower, type Regularities } from './regularities';
import type { Remark } from './remark';
import { LOOK_AHEAD, type FlowLine, type Group, type Opening, type Unit } from './unit';

/** Gathers lines into units: where paragraphs, items, headings and notes begin and end. */
export function gatherUnits(
  source: readonly SourceLine[],
  habits: Regularities,
): { readonly units: readonly Unit[]; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = [];
  const furniture = findPageFurniture(source);
  const footnotes = findFootnotes(source);
  const flow: FlowLine[] = footnotes.lines.map((line, i) => {
    const note = footnotes.noteOfLine[i] ?? null;
    return note === null && !furniture.has(i)
      ? { line, note, furniture: false, ...splitMarker(line) }
      : { line, note, furniture: note === null, marker: null, body: line.text };
  });
  for (const { number, line } of footnotes.withoutMarker)
    remarks.push({ code: 'footnote-without-marker', severity: 'warning', line, params: { number } });
  const text = flow.filter((item) => item.note === null && !item.furniture);
  const accepted = acceptMarkers(text, habits, remarks);

  const groups: Group[] = [];
  let before: FlowLine | null = null;
  const goOnAfterBlank = itemsGoOnAfterBlank(text, accepted);
  for (const [i, item] of text.entries()) {
    const opening = accepted[i] ?? null;
    const joined = before !== null && opening === null ? continuationOf(before, item, groups.at(-1), habits) : null;
    const group = groups.at(-1);
    if (
      goOnAfterBlank &&
      opening === null &&
      joined?.joins === false &&
      group !== undefined &&
      group.marker !== null &&
      itemGoesOn(text, accepted, i, group.marker)
    ) {
      group.lines.push({ item, joined: { joins: true, odd: 'blank-in-sentence' } });
    } else if (joined?.joins === true && group !== undefined) group.lines.push({ item, joined });
    else {
      groups.push({
        lines: [{ item, joined: null }],
        marker: opening?.marker ?? null,
        role: opening?.role ?? null,
        margin: opening?.margin ?? SURE,
      });
    }
    before = item;
  }

  const habitsOfHyphens = findHyphenHabits(
    groups.flatMap((group) =>
      group.lines.flatMap((entry, i) => {
        const previous = group.lines[i - 1]?.item.line.text ?? '';
        return previous.endsWith('-') ? [[previous, entry.item.line.text] as const] : [];
      }),
    ),
    textsOf(flow),
  );

  const units = groups.flatMap((group) => assemble(group, habitsOfHyphens, remarks));
  return { units: withNotes(units, flow), remarks };
}

/** The document breaks its items with blank lines: seen twice where a small letter leaves no doubt. */
function itemsGoOnAfterBlank(text: readonly FlowLine[], accepted: readonly (Opening | null)[]): boolean {
  let seen = 0;
  for (const [i, item] of text.entries()) {
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
function itemGoesOn(
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

function* textsOf(flow: readonly FlowLine[]): Iterable<string> {
  for (const item of flow) yield item.line.text;
}

/** A numbered heading goes on only where it must; everything else as the lines say. */
function continuationOf(
  before: FlowLine,
  item: FlowLine,
  group: Group | undefined,
  habits: Regularities,
): Continuation {
  const head = group?.lines[0]?.item.line;
  if (group !== undefined && head !== undefined && group.marker !== null && group.role !== 'heading')
    if (hangsUnder(head, before.line, item.line))
      return { joins: true, odd: startsLower(item.line.text) || habits.wrapped ? null : 'newline-in-sentence' };
  const joined = continues(before.line, item.line, habits);
  if (
    group?.role === 'heading' &&
    !item.line.continues &&
    joined.joins &&
    (item.line.blanksBefore > 0 || !startsLower(item.line.text))
  )
    return { joins: false, odd: null };
  return joined;
}
