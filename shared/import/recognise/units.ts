import type { FootnoteRef } from '../../domain/block';
import type { SourceLine } from '../readers/sourceLine';
import { continues, isMidSentence, type Continuation } from './continuation';
import { findFootnotes } from './footnotes';
import { findPageFurniture } from './pageFurniture';
import { findHyphenHabits, findSeam, type HyphenHabits } from './joinText';
import { splitMarker, type Marker, type NumberMarker } from './marker';
import { decideNumbers, type NumberCandidate, type NumberRole } from './numbering';
import { endsSentence, startsLower, startsUpper, type Regularities } from './regularities';
import type { Remark } from './remark';

/** Lines that are one block, before it is known what kind of block. */
export interface Unit {
  readonly text: string;
  readonly refs: readonly FootnoteRef[];
  readonly fromLine: number;
  readonly toLine: number;
  readonly blanksBefore: number;
  /** The first line of the unit, with its hints. */
  readonly first: SourceLine;
  readonly lineCount: number;
  readonly marker: Marker | null;
  /** What the number at its head is; `null` where there is none. */
  readonly role: NumberRole | null;
  /** Number of the footnote whose body this is. */
  readonly note: string | null;
  /** Running head or foot, or the number of the page. */
  readonly furniture: boolean;
}

interface FlowLine {
  readonly line: SourceLine;
  readonly marker: Marker | null;
  readonly body: string;
  readonly note: string | null;
  readonly furniture: boolean;
}

/** Lines that belong together, and what opened them. */
interface Group {
  readonly lines: { readonly item: FlowLine; readonly joined: Continuation | null }[];
  readonly marker: Marker | null;
  readonly role: NumberRole | null;
}

/** Longest a heading gets, in characters: two lines of print. */
export const LONGEST_HEADING = 140;

export const looksLikeHeading = (text: string): boolean =>
  text.length <= LONGEST_HEADING &&
  /^["'«“(]?[\p{Lu}\d]/u.test(text) &&
  (!/[.!;:,…]["'»”’)\]]{0,3}$/.test(text) || /(?:^| )(?:m\.m|m\.fl|mv|osv|o\.l|etc)\.$/.test(text)) &&
  /\p{L}/u.test(text);

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
    const joined =
      before !== null && opening === null ? continuationOf(before, item, groups.at(-1)?.role ?? null, habits) : null;
    const group = groups.at(-1);
    if (
      goOnAfterBlank &&
      opening === null &&
      joined?.joins === false &&
      group?.marker != null &&
      itemGoesOn(text, accepted, i, group.marker)
    ) {
      group.lines.push({ item, joined: { joins: true, odd: 'blank-in-sentence' } });
    } else if (joined?.joins === true && group !== undefined) group.lines.push({ item, joined });
    else {
      groups.push({ lines: [{ item, joined: null }], marker: opening?.marker ?? null, role: opening?.role ?? null });
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

/** Farthest that the next item is looked for after a blank line, in lines. */
const LOOK_AHEAD = 12;

/** The document breaks its items with blank lines: seen twice where a small letter leaves no doubt. */
function itemsGoOnAfterBlank(text: readonly FlowLine[], accepted: readonly (Opening | null)[]): boolean {
  let seen = 0;
  for (const [i, item] of text.entries()) {
    const before = text[i - 1];
    if (accepted[i - 1]?.marker?.kind !== 'bullet' || accepted[i] !== null || before === undefined) continue;
    if (
      item.line.mark === null &&
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

/** Puts the lines of a unit together, without their marker; places of note markers move along. Linear in the text. */
function assemble(group: Group, habits: HyphenHabits, remarks: Remark[]): readonly Unit[] {
  const [head, ...rest] = group.lines;
  if (head === undefined) return [];
  const line = head.item.line;
  const opening = group.marker === null ? line.text : head.item.body;
  const markerLength = line.text.length - opening.length;
  const refs: FootnoteRef[] = line.footnoteRefs.map((ref) => ({
    ...ref,
    offset: Math.max(0, ref.offset - markerLength),
  }));
  const parts = [opening];
  let length = opening.length;
  for (const { item, joined } of rest) {
    const before = parts.at(-1) ?? '';
    const seam = findSeam(before, item.line.text, habits);
    if (seam.remark !== null)
      remarks.push({ code: seam.remark, severity: 'info', line: item.line.fromLine, params: { word: seam.word } });
    if (joined?.odd) remarks.push({ code: joined.odd, severity: 'info', line: item.line.fromLine, params: {} });
    const cut = Math.min(seam.cut, before.length);
    parts[parts.length - 1] = before.slice(0, before.length - cut) + seam.glue;
    length += seam.glue.length - cut;
    for (const ref of item.line.footnoteRefs) refs.push({ ...ref, offset: length + ref.offset });
    parts.push(item.line.text);
    length += item.line.text.length;
  }
  return [
    {
      text: parts.join(''),
      refs,
      fromLine: line.fromLine,
      toLine: (rest.at(-1) ?? head).item.line.toLine,
      blanksBefore: line.blanksBefore,
      first: line,
      lineCount: group.lines.length,
      marker: group.marker,
      role: group.role,
      note: null,
      furniture: false,
    },
  ];
}

function* textsOf(flow: readonly FlowLine[]): Iterable<string> {
  for (const item of flow) yield item.line.text;
}

/** A numbered heading goes on only where it must; everything else as the lines say. */
function continuationOf(before: FlowLine, item: FlowLine, role: NumberRole | null, habits: Regularities): Continuation {
  const joined = continues(before.line, item.line, habits);
  if (role === 'heading' && joined.joins && (item.line.blanksBefore > 0 || !startsLower(item.line.text)))
    return { joins: false, odd: null };
  return joined;
}

/** Puts the bodies of notes, and what belongs to the page, after the unit in whose middle or at whose end they stand. */
function withNotes(units: readonly Unit[], flow: readonly FlowLine[]): readonly Unit[] {
  const notes: Unit[] = [];
  for (const { line, note, furniture } of flow) {
    if (note === null && !furniture) continue;
    const open = notes.at(-1);
    if (!furniture && open?.note === note && open.toLine === line.fromLine - 1) {
      notes[notes.length - 1] = {
        ...open,
        text: `${open.text} ${line.text}`,
        refs: [
          ...open.refs,
          ...line.footnoteRefs.map((ref) => ({ ...ref, offset: ref.offset + open.text.length + 1 })),
        ],
        toLine: line.toLine,
        lineCount: open.lineCount + 1,
      };
    } else {
      notes.push({
        text: line.text,
        refs: line.footnoteRefs,
        fromLine: line.fromLine,
        toLine: line.toLine,
        blanksBefore: line.blanksBefore,
        first: line,
        lineCount: 1,
        marker: null,
        role: null,
        note,
        furniture,
      });
    }
  }
  const all: Unit[] = [];
  let at = 0;
  for (const unit of units) {
    while (at < notes.length && (notes[at]?.fromLine ?? 0) < unit.fromLine) all.push(...notes.slice(at, ++at));
    all.push(unit);
  }
  all.push(...notes.slice(at));
  return all;
}

interface Opening {
  readonly marker: Marker | null;
  readonly role: NumberRole | null;
}

/** Which lines open a unit by their marker: certain bullets, dashes that are no dash in a sentence, numbers that fit a sequence. */
function acceptMarkers(
  text: readonly FlowLine[],
  habits: Regularities,
  remarks: Remark[],
): readonly (Opening | null)[] {
  const opening: (Opening | null)[] = text.map(() => null);
  const letterBullets = text.filter((item) => item.marker?.kind === 'bullet' && item.marker.printed === 'o').length;
  const numbered: { readonly index: number; readonly marker: NumberMarker; readonly candidate: NumberCandidate }[] = [];
  let afterOther = true;
  for (const [index, item] of text.entries()) {
    const before = text[index - 1];
    const midSentence =
      before !== undefined &&
      item.line.mark === null &&
      !isSuccessor(before.marker, item.marker) &&
      isMidSentence(before.line, item.line, habits);
    if (item.marker?.kind === 'bullet') {
      const same =
        before?.marker?.kind === 'bullet' &&
        before.marker.printed === item.marker.printed &&
        opening[index - 1] !== null;
      const lonely = !same && item.line.mark === null && isLonelyDash(text, index, item.marker);
      const doubtful =
        !item.marker.certain &&
        ((midSentence && !same) || lonely || (item.marker.printed === 'o' && letterBullets < 2));
      if (!doubtful) opening[index] = { marker: item.marker, role: null };
      afterOther = true;
    } else if (item.marker?.kind === 'number') {
      numbered.push({
        index,
        marker: item.marker,
        candidate: candidateAt(text, index, item.marker, habits, afterOther, midSentence),
      });
      afterOther = false;
    } else if (before === undefined || !continues(before.line, item.line, habits).joins) afterOther = true;
  }
  const roles = decideNumbers(numbered.map((entry) => entry.candidate));
  for (const [i, { index, marker, candidate }] of numbered.entries()) {
    const role = roles[i] ?? 'prose';
    const item = text[index];
    if (role !== 'prose') opening[index] = { marker, role };
    else if (!candidate.midSentence && item !== undefined && marker.form !== '1') {
      remarks.push({
        code: 'number-in-sentence',
        severity: 'info',
        line: item.line.fromLine,
        params: { number: marker.printed },
      });
    }
  }
  return opening;
}

/** Straight after an open line, with a small letter after it, and no other like it below: a dash in a sentence. */
function isLonelyDash(text: readonly FlowLine[], index: number, marker: Marker): boolean {
  const item = text[index];
  const before = text[index - 1];
  if (item === undefined || before === undefined || item.line.blanksBefore > 0) return false;
  if (endsSentence(before.line.text) || !startsLower(item.body) || before.line.text.length < 40) return false;
  for (let at = index + 1; at < Math.min(text.length, index + LOOK_AHEAD); at++) {
    const next = text[at]?.marker ?? null;
    if (next !== null)
      return !(next.kind === 'bullet' && next.printed === (marker.kind === 'bullet' ? marker.printed : ''));
  }
  return true;
}

/** «2.» straight after «1.», «•» straight after «•»: the next item, though the one before has no full stop. */
const isSuccessor = (a: Marker | null, b: Marker | null): boolean =>
  a?.kind === 'number' &&
  b?.kind === 'number' &&
  a.form === b.form &&
  a.path.length === b.path.length &&
  a.path.every((n, i) => (b.path[i] ?? 0) === (i === a.path.length - 1 ? n + 1 : n));

function candidateAt(
  text: readonly FlowLine[],
  index: number,
  marker: NumberMarker,
  habits: Regularities,
  afterOther: boolean,
  midSentence: boolean,
): NumberCandidate {
  const item = text[index];
  const next = text[index + 1];
  const line = item?.line;
  const goesInto = (from: FlowLine | undefined, to: FlowLine | undefined): boolean =>
    from !== undefined && to !== undefined && to.marker === null && continues(from.line, to.line, habits).joins;
  // A section's heading may fill its line without the text under it belonging to it.
  const goesOn = goesInto(item, next) && (marker.path.length === 1 || startsLower(next?.line.text ?? ''));
  const twoLines = goesOn && next !== undefined && marker.path.length > 1 && !goesInto(next, text[index + 2]);
  const body = `${item?.body ?? ''}${twoLines ? ` ${next.line.text}` : ''}`;
  const follows = next?.marker ?? null;
  const successor = isSuccessor(marker, follows);
  return {
    path: marker.path,
    form: marker.form,
    indent: line?.indent ?? 0,
    headingLike: looksLikeHeading(body) && startsUpper(body) && (!goesOn || twoLines),
    isolated:
      (index === 0 || (line?.blanksBefore ?? 0) > habits.usualGap || line?.startsPage === true) &&
      (next === undefined || next.line.blanksBefore > habits.usualGap),
    followedByBody: next !== undefined && !successor && follows?.kind !== 'bullet',
    followedByText: next !== undefined && follows === null,
    afterOther,
    afterColon: text[index - 1]?.line.text.endsWith(':') ?? false,
    midSentence,
    readsOn: /^1\.?$/.test(marker.form) && !startsUpper(body) && !/^\p{Nd}/u.test(body),
    declared:
      line?.mark?.kind === 'heading'
        ? 'heading'
        : line?.mark?.kind === 'item' && line.emphasis !== 'bold' && !endsBold(line)
          ? 'item'
          : null,
  };
}

/** A numbered item all in bold may be a heading that was typed as a list. */
const endsBold = (line: SourceLine): boolean => line.emphasis === 'bold' && !endsSentence(line.text);
