import type { Amendment, TextChange } from './amendment';

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

/** The amendment with the words that were adopted, where they are others than those filed. Rule F2. */
export const asAdopted = (amendment: Amendment): Amendment =>
  amendment.decision?.changes ? { ...amendment, changes: amendment.decision.changes } : amendment;
