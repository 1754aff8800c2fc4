import type { Language } from '#shared/core/failure';
import type { AmendmentId, BlockId } from '#shared/core/ids';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import type { Comparison } from '../features/compare';
import type { BlockMark } from '../features/editor';

/** What the margin of each block shows: what became of it, what was struck before it, and how many amendments are open. */
export function blockMarks(
  comparison: Comparison | null,
  openAmendments: ReadonlyMap<BlockId, readonly AmendmentId[]>,
  language: Language,
): ReadonlyMap<BlockId, BlockMark> {
  if (!comparison) return new Map();
  const former = gazetteerOf(comparison.base);
  return new Map(
    comparison.current.map(({ id }, index): [BlockId, BlockMark] => {
      const change = comparison.changeOf.get(id);
      const isLast = index === comparison.current.length - 1;
      const kind = change?.kind ?? 'unchanged';
      const status =
        kind === 'deleted'
          ? 'unchanged'
          : kind !== 'unchanged'
            ? kind
            : change?.moved
              ? 'moved'
              : change?.retyped
                ? 'retyped'
                : 'unchanged';
      return [
        id,
        {
          status,
          struckBefore: comparison.struckBefore.get(id) ?? [],
          struckAfter: isLast ? (comparison.struckBefore.get(null) ?? []) : [],
          // Where one change spans several blocks its tokens run through all of them; they are shown once, at the first.
          tokens: change && change.current[0] === index ? change.tokens : [],
          movedFrom:
            change?.moved && change.base[0] !== undefined
              ? describePlace(former.placeOf(change.base[0]), null, language)
              : null,
          openAmendments: openAmendments.get(id)?.length ?? 0,
        },
      ];
    }),
  );
}
