import type { FootnoteRef } from '../../domain/block';
import { formatsShifted, type FormatRun } from '../../domain/formats';
import type { ReportCode } from '../report';
import { findSeam, type HyphenHabits } from './joinText';
import { SURE } from './numbering';
import type { Remark } from './remark';
import type { FlowLine, Group, Unit } from './unit';

/** Puts the lines of a unit together, without their marker; places of note markers move along. Linear in the text. */
export function assemble(group: Group, habits: HyphenHabits, remarks: Remark[]): readonly Unit[] {
  const [head, ...rest] = group.lines;
  if (head === undefined) return [];
  const line = head.item.line;
  const opening = group.marker === null ? line.text : head.item.body;
  const markerLength = line.text.length - opening.length;
  const refs: FootnoteRef[] = line.footnoteRefs.map((ref) => ({
    ...ref,
    offset: Math.max(0, ref.offset - markerLength),
  }));
  const formats: FormatRun[] = [];
  addFormats(formats, line.formats, -markerLength);
  const seams: ReportCode[] = [];
  const say = (code: ReportCode, at: number, params: Remark['params']) => {
    seams.push(code);
    remarks.push({ code, severity: 'info', line: at, params });
  };
  const parts = [opening];
  let length = opening.length;
  for (const { item, joined } of rest) {
    const before = parts.at(-1) ?? '';
    const seam = findSeam(before, item.line.text, habits);
    if (seam.remark !== null) say(seam.remark, item.line.fromLine, { word: seam.word });
    if (joined?.odd) say(joined.odd, item.line.fromLine, {});
    const cut = Math.min(seam.cut, before.length);
    parts[parts.length - 1] = before.slice(0, before.length - cut) + seam.glue;
    if (cut > 0) endFormatsAt(formats, length - cut);
    length += seam.glue.length - cut;
    addFormats(formats, item.line.formats, length);
    for (const ref of item.line.footnoteRefs) refs.push({ ...ref, offset: length + ref.offset });
    parts.push(item.line.text);
    length += item.line.text.length;
  }
  return [
    {
      text: parts.join(''),
      refs,
      formats,
      fromLine: line.fromLine,
      toLine: (rest.at(-1) ?? head).item.line.toLine,
      blanksBefore: line.blanksBefore,
      first: line,
      lineCount: group.lines.length,
      marker: group.marker,
      role: group.role,
      margin: group.margin,
      seams,
      note: null,
      aside: false,
    },
  ];
}

/** Adds the formats of a line that comes to stand `by` units farther on; what of them would stand before the text is that of a marker. */
function addFormats(formats: FormatRun[], ofLine: readonly FormatRun[] | undefined, by: number): void {
  for (const run of ofLine ?? []) {
    const end = run.end + by;
    if (end > 0) formats.push({ ...run, start: Math.max(0, run.start + by), end });
  }
}

/** A hyphen, or a consonant, goes from the end of a line. */
function endFormatsAt(formats: FormatRun[], length: number): void {
  for (let last = formats.at(-1); last !== undefined && last.end > length; last = formats.at(-1)) {
    formats.pop();
    if (last.start < length) {
      formats.push({ ...last, end: length });
      return;
    }
  }
}

/** The bodies of notes. */
export function notesOf(flow: readonly FlowLine[]): readonly Unit[] {
  const notes: Unit[] = [];
  for (const { line, note } of flow) {
    if (note === null) continue;
    const open = notes.at(-1);
    if (open?.note === note && open.toLine === line.fromLine - 1) {
      notes[notes.length - 1] = {
        ...open,
        text: `${open.text} ${line.text}`,
        refs: [
          ...open.refs,
          ...line.footnoteRefs.map((ref) => ({ ...ref, offset: ref.offset + open.text.length + 1 })),
        ],
        formats: [...open.formats, ...formatsShifted(line.formats, open.text.length + 1)],
        toLine: line.toLine,
        lineCount: open.lineCount + 1,
      };
    } else {
      notes.push({
        text: line.text,
        refs: line.footnoteRefs,
        formats: line.formats ?? [],
        fromLine: line.fromLine,
        toLine: line.toLine,
        blanksBefore: line.blanksBefore,
        first: line,
        lineCount: 1,
        marker: null,
        role: null,
        margin: SURE,
        seams: [],
        note,
        aside: false,
      });
    }
  }
  return notes;
}

/** Puts the bodies of notes, and what stands beside the text, after the unit in whose middle or at whose end they stand. */
export function inOrderOfTheFile(units: readonly Unit[], beside: readonly Unit[]): readonly Unit[] {
  const besides = [...beside].sort((a, b) => a.fromLine - b.fromLine);
  const all: Unit[] = [];
  let at = 0;
  for (const unit of units) {
    while (at < besides.length && (besides[at]?.fromLine ?? 0) < unit.fromLine) all.push(...besides.slice(at, ++at));
    all.push(unit);
  }
  all.push(...besides.slice(at));
  return all;
}
