import type { Range } from '../../core/range';
import { formatsShifted, isPlain, sameFormat, type Format, type FormatRun } from '../../domain/formats';
import { hasOddSpace, isWhite, takesNoRoom } from './sourceLine';

/** Formats of raw text, in the order of the text and without overlap, as a reader notes them down. */
export type RawFormats = FormatRun[];

/** Words with how they are set. */
export interface FormattedWords {
  readonly text: string;
  readonly formats: readonly FormatRun[];
}

/** Several as one, with plain `glue` between them. */
export function joinedBy(glue: string, parts: readonly FormattedWords[]): FormattedWords {
  const formats: FormatRun[] = [];
  let text = '';
  for (const [at, part] of parts.entries()) {
    if (at > 0) text += glue;
    formats.push(...formatsShifted(part.formats, text.length));
    text += part.text;
  }
  return { text, formats };
}

/** Notes how the letters in `range` are set; a run goes on as long as nothing changes. Ranges come in the order of the text. */
export function noteFormat(runs: RawFormats, { start, end }: Range, { bold, italic, link }: Format): void {
  const format = { bold, italic, link };
  if (start >= end || isPlain(format)) return;
  const last = runs.at(-1);
  if (last?.end === start && sameFormat(last, format)) runs[runs.length - 1] = { ...last, end };
  else runs.push({ start, end, ...format });
}

/** The formats of `raw` as they are in `singleSpaced(raw)`: those of its letters; spaces at the edges of a run may be lost to it. One pass. */
export function singleSpacedFormats(raw: string, runs: readonly FormatRun[]): readonly FormatRun[] {
  if (runs.length === 0) return runs;
  const bare = raw.trim();
  if (!hasOddSpace(bare)) {
    const lead = raw.length - raw.trimStart().length;
    return lead === 0
      ? runs
      : runs.map((run) => ({ ...run, start: Math.max(0, run.start - lead), end: run.end - lead }));
  }
  const moved: FormatRun[] = [];
  let at = 0;
  let spaced = false;
  let next = 0;
  let start = -1;
  const finish = (run: FormatRun): void => {
    if (start >= 0) moved.push({ ...run, start, end: at });
    start = -1;
  };
  for (let i = 0; i < raw.length; i++) {
    for (let run = runs[next]; run !== undefined && run.end <= i; run = runs[++next]) finish(run);
    const unit = raw.charCodeAt(i);
    if (takesNoRoom(unit)) continue;
    if (isWhite(unit)) {
      spaced = at > 0;
      continue;
    }
    if (spaced) at++;
    spaced = false;
    if (start < 0 && (runs[next]?.start ?? raw.length) <= i) start = at;
    at++;
    // A space after the last letter is not the run's.
    const run = runs[next];
    if (run !== undefined && run.end === i + 1) {
      finish(run);
      next++;
    }
  }
  const last = runs[next];
  if (last !== undefined) finish(last);
  return moved;
}

/** Gives the formats of one part of a text after the other, counted from where the part begins. Asked in the order of the text; linear in all. */
export function formatsPartByPart(runs: readonly FormatRun[]): (part: Range) => readonly FormatRun[] {
  let next = 0;
  return ({ start, end }) => {
    if (runs.length === 0) return runs;
    while ((runs[next]?.end ?? Infinity) <= start) next++;
    const within: FormatRun[] = [];
    for (let at = next; at < runs.length; at++) {
      const run = runs[at];
      if (run === undefined || run.start >= end) break;
      within.push({ ...run, start: Math.max(run.start, start) - start, end: Math.min(run.end, end) - start });
    }
    return within;
  };
}

/** The formats of a text into which words were put. `insertions` in order; words that stand within a run are in it. */
export function formatsAround(
  runs: readonly FormatRun[],
  insertions: readonly { readonly at: number; readonly length: number }[],
): readonly FormatRun[] {
  if (insertions.length === 0) return runs;
  let next = 0;
  let grown = 0;
  return runs.map((run) => {
    for (let one = insertions[next]; one !== undefined && one.at <= run.start; one = insertions[++next])
      grown += one.length;
    const start = run.start + grown;
    for (let one = insertions[next]; one !== undefined && one.at < run.end; one = insertions[++next])
      grown += one.length;
    return { ...run, start, end: run.end + grown };
  });
}
