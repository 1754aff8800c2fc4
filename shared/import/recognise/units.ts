import type { SourceLine } from '../readers/sourceLine';
import { findAsides } from './asides';
import { assemble, inOrderOfTheFile, notesOf } from './assemble';
import { findContents } from './contents';
import { continues, hangsUnder, type Continuation } from './continuation';
import { findFootnotes } from './footnotes';
import { findPageFurniture } from './pageFurniture';
import { findHyphenHabits } from './joinText';
import { splitMarker } from './marker';
import { SURE } from './numbering';
import { acceptMarkers } from './openings';
import { itemGoesOn, itemsGoOnAfterBlank, standsInItem } from './items';
import { endsSentence, startsLower, startsUpper } from './edges';
import { type Regularities } from './regularities';
import type { Remark } from './remark';
import { looksLikeHeading, type FlowLine, type Group, type Unit } from './unit';

/** Gathers lines into units: where paragraphs, items, headings and notes begin and end. */
export function gatherUnits(
  source: readonly SourceLine[],
  habits: Regularities,
): { readonly units: readonly Unit[]; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = [];
  const furniture = findPageFurniture(source);
  const footnotes = findFootnotes(source);
  const contents = findContents(source);
  const isTaken = (i: number): boolean =>
    furniture.has(i) || contents.has(i) || (footnotes.noteOfLine[i] ?? null) !== null;
  const asides = findAsides(footnotes.lines, isTaken, habits);
  const flow: FlowLine[] = footnotes.lines.map((line, i) => {
    const note = footnotes.noteOfLine[i] ?? null;
    const aside = note !== null ? null : furniture.has(i) || contents.has(i) ? i : (asides.get(i) ?? null);
    const { marker, body } = note === null && aside === null ? splitMarker(line) : { marker: null, body: line.text };
    return { line, note, aside, marker, body };
  });
  for (const { number, line } of footnotes.withoutMarker)
    remarks.push({ code: 'footnote-without-marker', severity: 'warning', line, params: { number } });
  const text = flow.filter((item) => item.note === null && item.aside === null);
  const overPage = followsPageMatter(flow, furniture);
  const accepted = acceptMarkers(text, habits, remarks);

  const groups: Group[] = [];
  let before: FlowLine | null = null;
  const goOnAfterBlank = itemsGoOnAfterBlank(text, accepted);
  for (let i = 0; i < text.length; i++) {
    const item = text[i];
    if (item === undefined) continue;
    const opening = accepted[i] ?? null;
    const group = groups.at(-1);
    const joined =
      before === null || opening !== null || group === undefined
        ? apart
        : continuationOf(
            before,
            overPage.has(item) ? closedUp(item) : item,
            accepted[i + 1] === null ? text[i + 1] : undefined,
            (accepted[i + 1] ?? null) !== null,
            group,
            habits,
          );
    const head = group?.lines[0]?.item;
    const inItem =
      opening === null &&
      !joined.joins &&
      head !== undefined &&
      group?.marker != null &&
      ((goOnAfterBlank && itemGoesOn(text, accepted, i, group.marker)) ||
        standsInItem(text, accepted, i, head, group.marker));
    if (inItem)
      group.lines.push({ item, joined: { joins: true, odd: item.line.blanksBefore > 0 ? 'blank-in-sentence' : null } });
    else if (joined.joins && group !== undefined) group.lines.push({ item, joined });
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
  const besides = groupsBeside(flow);

  const habitsOfHyphens = findHyphenHabits(
    [...dividedIn(groups), ...dividedIn(besides)],
    flow.map(({ line }) => line.text),
  );

  const units = groups.flatMap((group) => assemble(group, habitsOfHyphens, remarks));
  const besideText = besides
    .flatMap((group) => assemble(group, habitsOfHyphens, remarks))
    .map((unit) => ({ ...unit, aside: true }));
  return { units: inOrderOfTheFile(units, [...besideText, ...notesOf(flow)]), remarks };
}

/** The texts before and after each line end within a group that has a hyphen. */
function dividedIn(groups: readonly Group[]): readonly (readonly [string, string])[] {
  const pairs: [string, string][] = [];
  for (const { lines } of groups) {
    let before = '';
    for (const { item } of lines) {
      const { text } = item.line;
      if (before.endsWith('-')) pairs.push([before, text]);
      before = text;
    }
  }
  return pairs;
}

/** Lines between which and the text before them a page ends, with its number or its running foot: blank lines there are the page's. */
function followsPageMatter(flow: readonly FlowLine[], furniture: ReadonlySet<number>): ReadonlySet<FlowLine> {
  const found = new Set<FlowLine>();
  let matter = false;
  flow.forEach((item, i) => {
    if (item.note === null && item.aside === null) {
      if (matter) found.add(item);
      matter = false;
    } else if (furniture.has(i)) matter = true;
  });
  return found;
}

const closedUp = (item: FlowLine): FlowLine & { readonly overPage: true } => ({
  ...item,
  line: { ...item.line, blanksBefore: 0 },
  overPage: true,
});

/** The lines of each thing that stands beside the text. */
function groupsBeside(flow: readonly FlowLine[]): readonly Group[] {
  const groups = new Map<number, Group>();
  for (const item of flow) {
    if (item.aside === null) continue;
    const group = groups.get(item.aside);
    if (group === undefined)
      groups.set(item.aside, { lines: [{ item, joined: null }], marker: null, role: null, margin: SURE });
    else group.lines.push({ item, joined: { joins: true, odd: null } });
  }
  return [...groups.values()];
}

const apart: Continuation = { joins: false, odd: null };

/** A numbered heading goes on only where it must; everything else as the lines say. `next` follows `item` without a marker, or a list does. */
function continuationOf(
  before: FlowLine,
  item: FlowLine & { readonly overPage?: boolean },
  next: FlowLine | undefined,
  opensList: boolean,
  group: Group,
  habits: Regularities,
): Continuation {
  const head = group.lines[0]?.item.line;
  if (head !== undefined && group.marker !== null && group.role !== 'heading')
    if (hangsUnder(head, before.line, item.line))
      return { joins: true, odd: startsLower(item.line.text) || habits.wrapped ? null : 'newline-in-sentence' };
  const joined = continues(before.line, item.line, habits);
  if (!joined.joins || item.line.continues) return joined;
  if (item.overPage === true && standsAlone(item.line, next?.line, habits)) return apart;
  if (group.role === 'heading') return item.line.blanksBefore > 0 || !startsLower(item.line.text) ? apart : joined;
  if (!endsSentence(before.line.text)) return joined;
  const leadsIn = opensList && item.line.text.endsWith(':') && startsUpper(item.line.text);
  return leadsIn || (next !== undefined && standsOverText(item.line, next.line, habits)) ? apart : joined;
}

/** First on a page, begun large and not going on: a heading or a lead-in. */
const standsAlone = (line: SourceLine, next: SourceLine | undefined, habits: Regularities): boolean =>
  startsUpper(line.text) &&
  (looksLikeHeading(line.text) || line.text.endsWith(':')) &&
  (next === undefined || !continues(line, next, habits).joins);

/** After a full stop: a line without an end that had room for the next word, over a line that begins large, is a heading though nothing divides it from the text. */
const standsOverText = (line: SourceLine, next: SourceLine, habits: Regularities): boolean =>
  habits.wrapped &&
  line.room === undefined &&
  line.blanksBefore === 0 &&
  next.blanksBefore === 0 &&
  looksLikeHeading(line.text) &&
  startsUpper(next.text) &&
  !continues(line, next, habits).joins;
