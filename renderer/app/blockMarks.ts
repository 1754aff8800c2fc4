import type { Language } from '#shared/core/failure';
import type { AmendmentId, BlockId } from '#shared/core/ids';
import type { BlockChange } from '#shared/diff';
import { describePlace, gazetteerOf, type Gazetteer } from '#shared/domain/places';
import { touchedSince, type Comparison } from '../features/compare';
import type { BlockMark, BlockStatus } from '../features/editor';
import { LayeredMap } from './layeredMap';

type Marks = LayeredMap<BlockId, BlockMark>;
type OpenAmendments = ReadonlyMap<BlockId, readonly AmendmentId[]>;

function statusOf(change: BlockChange | undefined): BlockStatus {
  const kind = change?.kind ?? 'unchanged';
  if (kind !== 'unchanged' && kind !== 'deleted') return kind;
  return change?.moved ? 'moved' : change?.retyped ? 'retyped' : 'unchanged';
}

/**
 * What the margin of each block shows: what became of it, what was struck before it, and how many amendments are open. While one types only the marks of the blocks
 * typed in are made anew, from those that were asked for last.
 */
export function createBlockMarks(): (
  comparison: Comparison | null,
  open: OpenAmendments,
  language: Language,
) => ReadonlyMap<BlockId, BlockMark> {
  let last: {
    comparison: Comparison;
    open: OpenAmendments;
    language: Language;
    former: Gazetteer;
    marks: Marks;
  } | null = null;
  return (comparison, open, language) => {
    if (!comparison) return new Map();
    if (last?.comparison === comparison && last.open === open && last.language === language) return last.marks;
    const touched =
      last?.open === open && last.language === language ? touchedSince(comparison, last.comparison.edition) : null;
    const former = last?.comparison.base === comparison.base ? last.former : gazetteerOf(comparison.base);
    const markOf = (id: BlockId): BlockMark => {
      const change = comparison.changeOf.get(id);
      const [origin] = change?.base ?? [];
      const isLast = id === comparison.current.at(-1)?.id;
      return {
        status: statusOf(change),
        struckBefore: comparison.struckBefore.get(id) ?? [],
        struckAfter: isLast ? (comparison.struckBefore.get(null) ?? []) : [],
        // Where one change spans several blocks its tokens run through all of them; they are shown once, at the first.
        tokens: change && comparison.current[change.current[0] ?? -1]?.id === id ? change.tokens : [],
        movedFrom: change?.moved && origin !== undefined ? describePlace(former.placeOf(origin), null, language) : null,
        openAmendments: open.get(id)?.length ?? 0,
      };
    };
    const marks =
      last !== null && touched !== null
        ? last.marks.with([...touched].map((id) => [id, markOf(id)] as const))
        : new LayeredMap(new Map(comparison.current.map(({ id }) => [id, markOf(id)] as const)));
    last = { comparison, open, language, former, marks };
    return marks;
  };
}
