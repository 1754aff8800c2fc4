import type { Standing } from '../../amendment';
import type { Amendment, TextChange } from '../../amendment/amendment';
import type { AmendmentId, BlockId } from '../../core/ids';
import { chaptersOf } from '../../domain/chapters';
import { printedLabel } from '../../domain/label';
import type { Revision } from '../../domain/revision';
import type { PaperWords } from '../words';
import { shapesOf } from './programmeParagraphs';

/** `null` for what comes before the first block: an insertion there, or what is about the programme as a whole. */
function blockOf(change: TextChange): BlockId | null {
  if (change.kind === 'insertion') return change.after;
  return change.kind === 'programme' ? null : change.block;
}

/**
 * Index of the block where an amendment stands: after it for an insertion, −1 before the first block. One to another stands where that one does. `null` where it has no
 * place.
 */
export function placeIndex(
  revision: Revision,
  { id, parent }: Amendment,
  standings: ReadonlyMap<AmendmentId, Standing>,
): number | null {
  const standing = standings.get(parent?.id ?? id);
  const [first] = standing?.wording.changes ?? [];
  if (first === undefined || standing?.revision?.id !== revision.id) return null;
  const block = blockOf(first);
  if (block === null) return -1;
  const index = revision.blocks.findIndex((other) => other.id === block);
  return index === -1 ? null : index;
}

interface ChapterOfAmendments {
  /** «3 Styrket finansiering», or that the amendments have no place. `null` in a text without chapters. */
  readonly heading: string | null;
  /** What a thumb index shows: the chapter's number, else its ordinal. */
  readonly thumb: string | null;
  readonly amendments: readonly Amendment[];
}

/** Takes amendments that are in order of the text together by the chapter they stand in. */
export function byChapter(
  revision: Revision,
  amendments: readonly Amendment[],
  standings: ReadonlyMap<AmendmentId, Standing>,
  words: PaperWords,
): readonly ChapterOfAmendments[] {
  const chapters = chaptersOf(revision.blocks);
  const shapes = shapesOf(revision.blocks);
  /** Index among the chapters, −1 before the first, `null` without a place. */
  const chapterOf = (amendment: Amendment): number | null => {
    const at = placeIndex(revision, amendment, standings);
    return at === null ? null : chapters.findIndex(({ heading, end }) => heading <= at && at < end);
  };
  const headingOf = (chapter: number | null): Omit<ChapterOfAmendments, 'amendments'> => {
    if (chapter === null) return { heading: words.unplaced, thumb: '?' };
    const found = chapters[chapter];
    if (found === undefined) return { heading: chapters.length === 0 ? null : words.front, thumb: null };
    const number = shapes[found.heading]?.number ?? null;
    const label = printedLabel('heading', number);
    const title = revision.blocks[found.heading]?.text ?? '';
    return {
      heading: [label, title].filter((part) => part !== '').join(' '),
      thumb: label === '' || label.length > 4 ? String(found.ordinal) : label,
    };
  };
  const groups = new Map<number | null, Amendment[]>();
  for (const amendment of amendments) {
    const chapter = chapterOf(amendment);
    groups.set(chapter, [...(groups.get(chapter) ?? []), amendment]);
  }
  return [...groups].map(([chapter, members]) => ({ ...headingOf(chapter), amendments: members }));
}
