import { stretchesOf, type FormatRun, type FormattedText } from '../../domain/formats';
import { isAdded, isStruck, type Run } from '../document';

/** The formats of one side of a marked text. Offsets in UTF-16 units of that side's text, of which the runs begin at `from`. */
export interface SideFormats {
  readonly formats: readonly FormatRun[];
  readonly from: number;
}

export const asRun = ({ text, bold, italic, link }: FormattedText): Run => ({
  text,
  mark: 'kept',
  ...(bold && { strong: true }),
  ...(italic && { italic: true }),
  ...(link !== null && { address: link }),
});

/** Marked text with its formats: what was struck as it was on the one side, all else as it is on the other. The words stay. */
export function withFormats(runs: readonly Run[], previous: SideFormats, current: SideFormats): readonly Run[] {
  if (previous.formats.length === 0 && current.formats.length === 0) return runs;
  const at = { previous: previous.from, current: current.from };
  return runs.flatMap((run) => {
    const [{ formats }, start] = isStruck(run.mark) ? [previous, at.previous] : [current, at.current];
    const { length } = run.text;
    if (!isAdded(run.mark)) at.previous += length;
    if (!isStruck(run.mark)) at.current += length;
    const here = formats.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    return stretchesOf(run.text, here, { start: 0, end: length }).map((stretch) => ({
      ...run,
      ...asRun(stretch),
      mark: run.mark,
    }));
  });
}
