import { chaptersOf } from '../domain/chapters';
import { spokenWords } from '../diff';
import type { Revision } from '../domain/revision';
import type { ChangeKind, TextChange } from './amendment';
import { amendmentMarks } from './reading';

/** What an amendment is, told in one word: `chapter` where every block of some chapter is struck or changed, `several` where its changes are of different kinds. */
export type AmendmentKind = ChangeKind | 'chapter' | 'several';

/** How much of the text an amendment goes for. */
export interface Extent {
  readonly kind: AmendmentKind;
  /** Blocks of the revision that are changed, struck, moved, divided or joined, and new ones. */
  readonly blocks: number;
  readonly wordsStruck: number;
  readonly wordsNew: number;
}

const countWords = (text: string): number => spokenWords(text).length;

/** The ids of the blocks whose own words or existence a change concerns. */
const struckOrChanged = (changes: readonly TextChange[]): ReadonlySet<string> =>
  new Set(
    changes.flatMap((change) =>
      change.kind === 'deletion' || change.kind === 'replacement' || change.kind === 'split' ? [change.block] : [],
    ),
  );

function kindOf(revision: Revision, changes: readonly TextChange[]): AmendmentKind {
  const touched = struckOrChanged(changes);
  const isWholeChapter =
    touched.size > 1 &&
    chaptersOf(revision.blocks).some(({ heading, end }) => {
      // The heading may stay: a chapter with all new text under its old name is a new text for the chapter.
      const body = revision.blocks.slice(heading + 1, end);
      return body.length > 0 && body.every(({ id }) => touched.has(id));
    });
  if (isWholeChapter) return 'chapter';
  const kinds = new Set(changes.map(({ kind }) => kind));
  const [only] = kinds;
  return kinds.size === 1 && only ? only : 'several';
}

/** Kind and size of `changes` to `revision`. Total. Rule D5 of SPEC.md. */
export function extentOf(revision: Revision, changes: readonly TextChange[]): Extent {
  const blocks = new Set<string>();
  let [wordsStruck, wordsNew, newBlocks] = [0, 0, 0];
  for (const change of changes) {
    if (change.kind === 'programme') continue;
    if (change.kind === 'insertion') newBlocks += change.blocks.length;
    else if (change.block !== null) blocks.add(change.block);
    // A division and a joining mark no words; only their white space changes.
    if (change.kind === 'split' || change.kind === 'join') continue;
    for (const [sign, text] of amendmentMarks(revision, change)) {
      if (sign === '-') wordsStruck += countWords(text);
      if (sign === '+') wordsNew += countWords(text);
    }
  }
  return { kind: kindOf(revision, changes), blocks: blocks.size + newBlocks, wordsStruck, wordsNew };
}
