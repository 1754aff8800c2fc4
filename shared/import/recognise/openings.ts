import type { SourceLine } from '../readers/sourceLine';
import { continues, hangsUnder, isMidSentence } from './continuation';
import type { Marker, NumberMarker } from './marker';
import { decideNumbers, SURE, type NumberCandidate } from './numbering';
import { endsSentence, startsLower, startsUpper } from './edges';
import { isLarge, type Regularities } from './regularities';
import type { Remark } from './remark';
import { LOOK_AHEAD, looksLikeHeading, type FlowLine, type Opening } from './unit';

/** Which lines open a unit by their marker: certain bullets, dashes that are no dash in a sentence, numbers that fit a sequence. */
export function acceptMarkers(
  text: readonly FlowLine[],
  habits: Regularities,
  remarks: Remark[],
): readonly (Opening | null)[] {
  const opening: (Opening | null)[] = text.map(() => null);
  const letterBullets = text.filter((item) => item.marker?.kind === 'bullet' && item.marker.printed === 'o').length;
  const numbered: { readonly index: number; readonly marker: NumberMarker; readonly candidate: NumberCandidate }[] = [];
  let afterOther = true;
  let head: SourceLine | null = null;
  for (let index = 0; index < text.length; index++) {
    const item = text[index];
    if (item === undefined) continue;
    const before = text[index - 1];
    const midSentence =
      before !== undefined &&
      item.line.mark === null &&
      !isSuccessor(before.marker, item.marker) &&
      isMidSentence(before.line, item.line, habits);
    if (item.marker !== null) head = item.line;
    if (item.marker?.kind === 'bullet') {
      const same =
        before?.marker?.kind === 'bullet' &&
        before.marker.printed === item.marker.printed &&
        opening[index - 1] !== null;
      const lonely = !same && item.line.mark === null && isLonelyDash(text, index, item.marker);
      const doubtful =
        !item.marker.certain &&
        ((midSentence && !same) || lonely || (item.marker.printed === 'o' && letterBullets < 2));
      if (!doubtful) opening[index] = { marker: item.marker, role: null, margin: SURE };
      afterOther = true;
    } else if (item.marker?.kind === 'number') {
      numbered.push({
        index,
        marker: item.marker,
        candidate: candidateAt(text, index, item.marker, habits, afterOther, midSentence),
      });
      afterOther = false;
    } else if (
      before === undefined ||
      !(continues(before.line, item.line, habits).joins || (head !== null && hangsUnder(head, before.line, item.line)))
    ) {
      afterOther = true;
      head = null;
    }
  }
  const decisions = decideNumbers(numbered.map((entry) => entry.candidate));
  for (const [i, { index, marker, candidate }] of numbered.entries()) {
    const item = text[index];
    const { role: decided, margin } = decisions[i] ?? { role: 'prose', margin: SURE };
    // A number that the format counts is not in the text, so it cannot be a number in a sentence.
    const role = decided === 'prose' && isCounted(item?.line) ? 'point' : decided;
    if (role !== 'prose') opening[index] = { marker, role, margin };
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

/** Lines of a numbered heading, at most. */
const LONGEST_NUMBERED_HEADING = 3;

/** The lines in which a numbered line goes on, as far as it matters. */
function linesBelow(
  text: readonly FlowLine[],
  index: number,
  goesInto: (from: FlowLine | undefined, to: FlowLine | undefined) => boolean,
): readonly string[] {
  const lines: string[] = [];
  for (let at = index; lines.length < LONGEST_NUMBERED_HEADING && goesInto(text[at], text[at + 1]); at++)
    lines.push(text[at + 1]?.line.text ?? '');
  return lines;
}

const isCounted = (line: SourceLine | undefined): boolean =>
  line?.mark?.kind === 'item' || (line?.mark?.kind === 'heading' && typeof line.mark.number === 'string');

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
  const mayTakeLines = marker.path.length > 1 || (line !== undefined && isLarge(line));
  const more = goesOn && mayTakeLines ? linesBelow(text, index, goesInto) : [];
  const ended = more.length > 0 && more.length < LONGEST_NUMBERED_HEADING;
  const body = [item?.body ?? '', ...(ended ? more : [])].join(' ');
  const follows = next?.marker ?? null;
  const successor = isSuccessor(marker, follows);
  const spaced = index === 0 || (line?.blanksBefore ?? 0) > habits.usualGap || line?.startsPage === true;
  return {
    path: marker.path,
    form: marker.form,
    indent: line?.indent ?? 0,
    headingLike: looksLikeHeading(body) && startsUpper(body) && (!goesOn || ended),
    spaced,
    isolated: spaced && (next === undefined || next.line.blanksBefore > habits.usualGap),
    followedByBody: next !== undefined && !successor && follows?.kind !== 'bullet',
    followedByText: next !== undefined && follows === null,
    afterOther,
    afterColon: text[index - 1]?.line.text.endsWith(':') ?? false,
    midSentence,
    readsOn: /^1\.?$/.test(marker.form) && !startsUpper(body) && !/^\p{Nd}/u.test(body),
    declared:
      line?.mark?.kind === 'heading' ||
      (line !== undefined && isSetAsHeading(line, next?.line) && looksLikeHeading(body))
        ? 'heading'
        : line?.mark?.kind === 'item' && line.emphasis !== 'bold' && !endsBold(line)
          ? 'item'
          : null,
  };
}

/** In letters larger than the text, or bold over lines that are not. */
const isSetAsHeading = (line: SourceLine, next: SourceLine | undefined): boolean =>
  isLarge(line) || (line.room !== undefined && line.emphasis === 'bold' && next?.emphasis !== 'bold');

/** A numbered item all in bold may be a heading that was typed as a list. */
const endsBold = (line: SourceLine): boolean => line.emphasis === 'bold' && !endsSentence(line.text);
