import { describeChange, type Standing } from '../../amendment';
import type { Language } from '../../core/failure';
import { isAdded, isStruck, plain, type Authorship, type Comment, type ExportBlock, type Quotation } from '../document';
import { changeParagraphs } from './changeParagraphs';

/** Whose changes they are, and what is said of them beside the text. */
export interface Told {
  readonly by: Authorship;
  readonly comments: readonly Comment[];
}

function signed(quotation: Quotation, by: Authorship): Quotation {
  const paragraphs = quotation.paragraphs.map((paragraph) => ({
    ...paragraph,
    runs: paragraph.runs.map((run) => (isAdded(run.mark) || isStruck(run.mark) ? { ...run, by } : run)),
    endBy: by,
  }));
  return { ...quotation, paragraphs };
}

/** The comments stand at the first words of the text; where no text is shown, at what is said instead. */
function withComments(blocks: readonly ExportBlock[], { by, comments }: Told): readonly ExportBlock[] {
  const quoted = blocks.findIndex(({ type }) => type === 'quotation');
  const target = quoted === -1 ? 0 : quoted;
  return blocks.map((block, at) => {
    const here = at === target && comments.length > 0 ? { comments } : {};
    if (block.type === 'prose') return { ...block, ...here };
    if (block.type !== 'quotation') return block;
    const { paragraphs } = signed(block, by);
    return {
      ...block,
      paragraphs: paragraphs.map((paragraph, part) => (part === 0 ? { ...paragraph, ...here } : paragraph)),
    };
  });
}

/** What an amendment does: for each change how one would say it («I linje 14 endres:») and the marked text. Rule E11 for an instruction. */
export function describedChanges(
  { wording, revision }: Pick<Standing, 'wording' | 'revision'>,
  language: Language,
  told: Told,
): readonly ExportBlock[] {
  const blocks = wording.changes.flatMap((change): readonly ExportBlock[] => {
    if (change.kind === 'editorial') return [{ type: 'prose', role: 'body', runs: plain(change.instruction) }];
    if (revision === null) return [];
    if (change.kind === 'programme') {
      const told = [describeChange(revision, change, language), change.instruction].join(' ').trim();
      return [{ type: 'prose', role: 'body', runs: plain(told) }];
    }
    const paragraphs = changeParagraphs(revision, change);
    return [
      { type: 'prose', role: 'instruction', runs: plain(describeChange(revision, change, language)) },
      ...(paragraphs.length === 0 ? [] : [{ type: 'quotation' as const, paragraphs }]),
    ];
  });
  return withComments(blocks, told);
}
