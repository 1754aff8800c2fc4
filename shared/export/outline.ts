import { printedLabel } from '../domain/label';
import { readRuns, type ExportBlock, type ProgrammeParagraph } from './document';

const levelOf = (block: ExportBlock): number | null => {
  if (block.type === 'heading') return block.level;
  return block.type === 'programme' && block.shape.kind === 'heading' ? Math.max(1, block.shape.level ?? 1) : null;
};

/**
 * The level of each heading in the table of contents: `result[i]` belongs to `blocks[i]` and is `null` for what is no heading.
 * No level is skipped on the way down, which assistive technology and PDF/UA-1 (7.4.2) ask for.
 */
function outlineLevels(blocks: readonly ExportBlock[]): readonly (number | null)[] {
  const open: number[] = [];
  return blocks.map((block) => {
    const level = levelOf(block);
    if (level === null) return null;
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return open.length;
  });
}

interface HeadingLine {
  /** From 1; no level is skipped on the way down. */
  readonly level: number;
  /** The heading's number as printed, or empty. */
  readonly number: string;
  readonly text: string;
  /** `null` where nobody can be led to it. */
  readonly anchor: string | null;
}

/** One line of the contents. */
export type ContentsEntry = HeadingLine & { readonly anchor: string };

/** All headings, in order, as they now read. */
export function headingsOf(blocks: readonly ExportBlock[]): readonly HeadingLine[] {
  const levels = outlineLevels(blocks);
  return blocks.flatMap((block, at) => {
    const level = levels[at] ?? null;
    if (level === null || (block.type !== 'heading' && block.type !== 'programme')) return [];
    const { anchor } = block;
    if (block.type === 'heading') return [{ level, number: '', text: block.text, anchor }];
    const number = printedLabel(block.shape.kind, block.shape.number);
    return [{ level, number, text: readRuns(block.runs, 'current'), anchor }];
  });
}

/** The headings that somebody can be led to. */
export const contentsOf = (blocks: readonly ExportBlock[]): readonly ContentsEntry[] =>
  headingsOf(blocks).filter((line): line is ContentsEntry => line.anchor !== null);

/** What is written in one go: paragraphs of the programme that follow each other, or one other block. Levels as in `outlineLevels`. */
export type Stretch =
  | {
      readonly type: 'programme';
      readonly paragraphs: readonly ProgrammeParagraph[];
      readonly levels: readonly (number | null)[];
    }
  | {
      readonly type: 'block';
      readonly block: Exclude<ExportBlock, ProgrammeParagraph>;
      /** Of a heading; 1 for every other block. */
      readonly level: number;
    };

/** The blocks of a paper in order, with those of the programme taken together: lists and numbers run through them. */
export function stretchesOf(blocks: readonly ExportBlock[]): readonly Stretch[] {
  const levels = outlineLevels(blocks);
  const stretches: Stretch[] = [];
  let open: { paragraphs: ProgrammeParagraph[]; levels: (number | null)[] } | null = null;
  blocks.forEach((block, at) => {
    const level = levels[at] ?? null;
    if (block.type !== 'programme') {
      open = null;
      stretches.push({ type: 'block', block, level: level ?? 1 });
      return;
    }
    if (open === null) {
      open = { paragraphs: [], levels: [] };
      stretches.push({ type: 'programme', ...open });
    }
    open.paragraphs.push(block);
    open.levels.push(level);
  });
  return stretches;
}
