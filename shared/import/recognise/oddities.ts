import type { BlockKind } from '../../domain/block';
import type { HeadingStyle } from './headings';
import { endsSentence, startsLower } from './edges';
import type { Remark } from './remark';
import type { Unit } from './unit';

/** Headings that nothing marked. */
export function reportUnmarked(
  units: readonly Unit[],
  kinds: readonly BlockKind[],
  styles: readonly (HeadingStyle | null)[],
  remarks: Remark[],
): void {
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) continue;
    if (kinds[i] === 'heading' && styles[i]?.rank === 9 && !unit.first.tabbed)
      remarks.push({ code: 'heading-guessed', severity: 'info', line: unit.fromLine, params: { text: unit.text } });
  }
}

/** An item that begins small where the one before has no end: one sentence in two items, or two items run together. */
export function reportBrokenItems(units: readonly Unit[], kinds: readonly BlockKind[], remarks: Remark[]): void {
  const items = units.filter((_, i) => kinds[i] === 'point');
  const large = items.filter((unit) => !startsLower(unit.text)).length;
  if (large < items.length * 0.6) return;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) continue;
    const before = units[i - 1];
    if (kinds[i] !== 'point' || kinds[i - 1] !== 'point' || before === undefined) continue;
    if (startsLower(unit.text) && !endsSentence(before.text)) {
      remarks.push({
        code: 'broken-item',
        severity: 'warning',
        line: unit.fromLine,
        params: { text: unit.text.slice(0, 40) },
      });
    }
  }
}

const duplicate = (unit: Unit, number: string): Remark => ({
  code: 'numbering-duplicate',
  severity: 'warning',
  line: unit.fromLine,
  params: { number },
});

/** Points that carry the number of the point before, in the same list: nothing but the text tells them apart. */
export function reportDuplicates(units: readonly Unit[], kinds: readonly BlockKind[], remarks: Remark[]): void {
  // The lists that are open, the outermost first: «a)» in «1.» ends where «2.» comes.
  let lists: { readonly form: string; readonly indent: number; number: string }[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) continue;
    if (unit.note !== null || unit.aside) continue;
    const marker = unit.marker;
    if (kinds[i] !== 'point') lists = [];
    if (kinds[i] !== 'point' || marker?.kind !== 'number') continue;
    const { indent } = unit.first;
    const at = lists.findIndex((list) => list.form === marker.form && list.indent === indent);
    const list = lists[at];
    if (list === undefined) {
      lists.push({ form: marker.form, indent, number: marker.printed });
      continue;
    }
    lists.length = at + 1;
    if (list.number === marker.printed) remarks.push(duplicate(unit, marker.printed));
    list.number = marker.printed;
  }
}

export function reportGaps(units: readonly Unit[], kinds: readonly BlockKind[], remarks: Remark[]): void {
  let chapter: number | null = null;
  // By the form of the marker: «a)» in «1.» is a sequence of its own.
  const points = new Map<string, number>();
  // By the form too, over headings: some lists count on under the next one.
  const latest = new Map<string, number>();
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) continue;
    const kind = kinds[i];
    if (kind === 'heading' || kind === 'leadIn') points.clear();
    if (unit.marker?.kind !== 'number' || unit.marker.path.length !== 1) continue;
    const { form } = unit.marker;
    const number = unit.marker.path[0] ?? 0;
    const expected: number = (kind === 'heading' ? (chapter ?? number - 1) : (points.get(form) ?? 0)) + 1;
    // The same number once more is no jump; `reportDuplicates` tells of it.
    const again = number === expected - 1;
    if (again && kind === 'heading') remarks.push(duplicate(unit, unit.marker.printed));
    const countsOn = kind === 'point' && !points.has(form) && number === (latest.get(form) ?? number) + 1;
    const jumps = number !== expected && !again && !countsOn && !(kind === 'point' && number === 1);
    if (jumps) {
      remarks.push({
        code: 'numbering-gap',
        severity: 'warning',
        line: unit.fromLine,
        params: { expected, found: number },
      });
    }
    if (kind === 'heading') chapter = number;
    else {
      points.set(form, number);
      latest.set(form, number);
    }
  }
}
