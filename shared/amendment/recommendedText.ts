import type { AmendmentId } from '../core/ids';
import { countingIds, type IdSource } from '../core/sources';
import type { Block } from '../domain/block';
import type { Revision } from '../domain/revision';
import { amendedText } from './amendedText';
import type { Amendment, TextChange } from './amendment';
import { applyAmendments } from './compose';
import { deriveChanges } from './deriveChanges';

const singleSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(singleSpaced)
    .filter((line) => line !== '');

/** The change with other words in its place. `null` for one that has no words of its own. */
function reworded(change: TextChange, lines: readonly string[]): TextChange | null {
  switch (change.kind) {
    case 'replacement':
    case 'deletion':
      return { kind: 'replacement', block: change.block, text: lines.join(' ') };
    case 'split':
      return lines.length > 1
        ? { ...change, texts: lines }
        : { kind: 'replacement', block: change.block, text: lines.join(' ') };
    case 'insertion': {
      const last = change.blocks.at(-1);
      if (last === undefined) return null;
      return { ...change, blocks: lines.map((text, at) => ({ ...(change.blocks[at] ?? last), text })) };
    }
    default:
      return null;
  }
}

/**
 * What is put to the vote where «adopt with changed text» is recommended, against the amendment's own base: the changes that were written
 * for it, or its only change that has words, with the changed text in their place. `null` where nothing else than what was filed is
 * recommended, and where a text alone does not say which of several changes it is. Rule F1 of SPEC.md.
 */
export function recommendedChanges({
  changes,
  recommendation,
}: Pick<Amendment, 'changes' | 'recommendation'>): readonly TextChange[] | null {
  if (recommendation?.kind !== 'adoptWithChanges') return null;
  if (recommendation.changes) return recommendation.changes;
  const lines = linesOf(recommendation.text ?? '');
  if (lines.length === 0) return null;
  const candidates = changes.flatMap((change, at) => {
    const instead = reworded(change, lines);
    return instead === null ? [] : [{ at, instead }];
  });
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return null;
  return changes.map((change, at) => (at === only.at ? only.instead : change));
}

/** Of those that ask for the same, and are put to the vote as one, the one whose recommendation is that of all: the first that has any. Rule F4. */
export const advisedOf = (amendments: readonly Amendment[]): Amendment | null =>
  amendments.find(({ recommendation }) => recommendation !== null) ?? null;

/** The amendment with the words that were adopted, where they are others than those filed. Rule F2. */
export const asAdopted = (amendment: Amendment): Amendment =>
  amendment.decision?.changes ? { ...amendment, changes: amendment.decision.changes } : amendment;

/**
 * The amendment with those to it carried out in it, as one against `base`. `children` are about its text (`amendedText`); those that are not have no part in it.
 * Rule F3.
 */
export function takenIn(base: Revision, parent: Amendment, children: readonly Amendment[]): Amendment {
  if (children.length === 0) return parent;
  const { blocks } = applyAmendments(amendedText(base, parent.changes), children, countingIds('~~'));
  return { ...parent, changes: deriveChanges(base, { start: 0, end: base.blocks.length }, blocks) };
}

/**
 * The text as it would read if the meeting followed every recommendation to adopt, in the words that are recommended, and in each with what is recommended to be
 * changed in it. `amendments` as they stand against `base`, or against the text of the one they amend. Rule F3.
 */
export function asRecommended(base: Revision, amendments: readonly Amendment[], ids: IdSource): readonly Block[] {
  const followed = amendments.flatMap((amendment): readonly Amendment[] => {
    const changes = recommendedChanges(amendment);
    if (changes) return [{ ...amendment, changes }];
    return amendment.recommendation?.kind === 'adopt' ? [amendment] : [];
  });
  const childrenOf = (id: AmendmentId) => followed.filter(({ parent }) => parent?.id === id);
  const whole = followed
    .filter((amendment) => amendment.base === base.id)
    .map((amendment) => takenIn(base, amendment, childrenOf(amendment.id)));
  return applyAmendments(base, whole, ids).blocks;
}
