import type { SourceLine } from '../readers/sourceLine';
import { looksLikeHeading } from './unit';

/**
 * Puts a label apart from the text that stands under it in the same paragraph: «**Vann**» and, after a line break, what is to be done about it. It is one
 * where all of the first line is bold, or in capitals, and the line under it is not.
 */
export function withLabelsApart(lines: readonly SourceLine[]): readonly SourceLine[] {
  let apart: SourceLine[] | null = null;
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i], lines[i + 1]];
    if (line === undefined || next?.continues !== true || line.continues || !isLabel(line, next)) continue;
    apart ??= [...lines];
    apart[i] = { ...line, emphasis: 'bold' };
    apart[i + 1] = { ...next, continues: false, startsBlock: true };
  }
  return apart ?? lines;
}

const isLabel = (line: SourceLine, next: SourceLine): boolean =>
  line.mark === null &&
  looksLikeHeading(line.text) &&
  ((isBold(line) && !isBold(next)) || (isInCapitals(line.text) && !isInCapitals(next.text)));

const isBold = ({ text, formats = [] }: SourceLine): boolean => {
  let end = 0;
  for (const run of formats) {
    if (!run.bold || run.start > end + 1) return false;
    end = run.end;
  }
  return end >= text.length;
};

export const isInCapitals = (text: string): boolean =>
  (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4 && !/\p{Ll}/u.test(text);
