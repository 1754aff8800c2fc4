import type { Range } from '../core/range';

/** What ends with a full stop although the sentence goes on. */
const abbreviations: ReadonlySet<string> = new Set(
  'bl.a f.eks m.m m.fl o.l osv jf jfr pkt nr kap ca dvs mv s ff st prp inst dr prof fhv evt inkl ekskl t.d o.a bla feks'.split(
    ' ',
  ),
);
const endings = /[.!?…]+[»”"’)\]]*\s+(?=[«“"(]?[\p{Lu}\p{N}])/gu;

/** The sentences of a text, in UTF-16 offsets, each without the white space around it. What stands in none is white space. Total. */
export function sentencesOf(text: string): readonly Range[] {
  const sentences: Range[] = [];
  let start = 0;
  const close = (end: number): void => {
    const whole = text.slice(start, end);
    const from = start + (whole.length - whole.trimStart().length);
    const to = start + whole.trimEnd().length;
    if (from < to) sentences.push({ start: from, end: to });
    start = end;
  };
  for (const { 0: ending, index } of text.matchAll(endings)) {
    const lastWord = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(start, index - 20), index))?.[0] ?? '';
    if (ending.startsWith('.') && abbreviations.has(lastWord.toLowerCase())) continue;
    close(index + ending.length);
  }
  close(text.length);
  return sentences;
}
