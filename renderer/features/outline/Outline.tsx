import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { useStrings } from '../../i18n/language';
import { personId, type BlockId, type PersonId } from '#shared/core/ids';
import type { ChapterLock, Locks } from '#shared/domain/chapterLock';
import type { ChapterPlan } from '#shared/domain/chapterPlan';
import { chapterFilters, filterChapters, type ChapterFilter } from './chapterFilter';
import type { ChapterItem } from './chapterItems';
import { foldedOutline, inSight, shownFor, type OutlineItem } from './folding';
import type { People } from '#shared/schema/registerDoc';
import type { Peer } from '../../session';
import { ChapterPlanDialog } from './ChapterPlanDialog';
import { LockDialog } from './LockDialog';
import { ChapterList } from './ChapterList';
import { createSharing } from './sharing';
import './outline.css';

interface OutlineProps {
  readonly chapters: readonly ChapterItem[];
  /** The chapter the person is in. */
  readonly current: BlockId | null;
  readonly onGo: (heading: BlockId) => void;
  /** Moves a chapter with everything under it to before or after another. `null` where the text cannot be changed. */
  readonly onMove: ((heading: BlockId, target: BlockId, position: 'before' | 'after') => void) | null;
  readonly locks: Locks;
  /** Who is in which chapter, by its heading. */
  readonly peersIn: ReadonlyMap<BlockId, readonly Peer[]>;
  readonly people: People;
  readonly me: PersonId;
  readonly mayOpen: (lock: ChapterLock) => boolean;
  /** Locks a chapter, or opens it (`null`). `null` for whoever may not write. */
  readonly onLock: ((heading: BlockId, lock: Pick<ChapterLock, 'people' | 'reason'> | null) => void) | null;
  /** Keeps the plan of a chapter. `null` for whoever may not write. */
  readonly onPlan: ((heading: BlockId, changes: Partial<ChapterPlan>) => void) | null;
}

const nothingFolded: ReadonlySet<BlockId> = new Set();

/** How long a chapter is stands in its row only where a length was planned: else no key changes the row. */
const shownOf = ({ words, characters: _, ...item }: OutlineItem): readonly unknown[] => [
  ...Object.values(item),
  item.plan.wordTarget === null ? null : words,
];

/** The chapters, with counts of what happened in each. Dragged, or moved with Alt and the arrows. */
export function Outline(props: OutlineProps) {
  const { chapters: all, current, onGo, onMove, onPlan, locks, peersIn, people, me, onLock } = props;
  const strings = useStrings();
  const words = strings.chapterPlan;
  const [filter, setFilter] = useState<ChapterFilter>('all');
  const [planned, setPlanned] = useState<BlockId | null>(null);
  const [locking, setLocking] = useState<BlockId | null>(null);
  const [folded, setFolded] = useState<ReadonlySet<BlockId>>(new Set());
  const fold = (id: BlockId, away: boolean) =>
    setFolded((former) => new Set(away ? [...former, id] : [...former].filter((one) => one !== id)));
  const passing = filterChapters(all, filter, locks);
  // What a filter asks for is in sight, folded or not.
  const [shareFormer] = useState(() => createSharing(shownOf));
  const chapters = shareFormer(foldedOutline(passing, filter === 'all' ? folded : nothingFolded));
  const withMore = all.filter(({ level }, index) => (all[index + 1]?.level ?? 0) > level);
  const isAllFolded = withMore.length > 0 && withMore.every(({ id }) => folded.has(id));
  const here = shownFor(all, chapters, current);
  const inDialog = all.find(({ id }) => id === planned);
  const toLock = all.find(({ id }) => id === locking);
  const nameOf = ({ by }: ChapterLock): string =>
    by === me ? strings.together.you : (people[by]?.name ?? strings.together.someone);
  const lockedBy = (lock: ChapterLock): string => strings.together.locked(nameOf(lock), lock.reason);
  const taken = locking === null ? undefined : locks.get(locking);
  if (all.length === 0) return <p className="empty">{strings.outline.empty}</p>;
  return (
    <>
      <label className="outline__filter">
        <span className="visually-hidden">{words.filter}</span>
        <select
          value={filter}
          onChange={(event) => setFilter(chapterFilters.find((one) => one === event.target.value) ?? 'all')}
        >
          {chapterFilters.map((one) => (
            <option key={one} value={one}>
              {words.filters[one]}
            </option>
          ))}
        </select>
      </label>
      {withMore.length > 0 && filter === 'all' && (
        <Button look="quiet" onPress={() => setFolded(new Set(isAllFolded ? [] : withMore.map(({ id }) => id)))}>
          {isAllFolded ? <ChevronsUpDown size={14} aria-hidden /> : <ChevronsDownUp size={14} aria-hidden />}{' '}
          {isAllFolded ? strings.outlining.unfoldAll : strings.outlining.foldAll}
        </Button>
      )}
      {chapters.length === 0 && <p className="empty">{words.noneMatch}</p>}
      <ChapterList
        chapters={chapters}
        here={here}
        onFold={filter === 'all' ? fold : null}
        onGo={onGo}
        onMove={onMove}
        locks={locks}
        lockedBy={lockedBy}
        mayOpen={props.mayOpen}
        peersIn={inSight(all, chapters, peersIn)}
        onPlan={onPlan && setPlanned}
        onLock={onLock && ((chapter, lock) => (lock ? onLock(chapter, null) : setLocking(chapter)))}
      />
      {onLock && toLock && (
        <LockDialog
          chapter={toLock}
          people={Object.entries(people)
            .filter(([person]) => person !== me)
            .map(([person, { name }]) => ({ person: personId(person), name }))}
          taken={taken ? strings.together.keptOut(nameOf(taken), taken.reason) : null}
          onLock={(lock) => onLock(toLock.id, lock)}
          onClose={() => setLocking(null)}
        />
      )}
      {onPlan && inDialog && (
        <ChapterPlanDialog
          chapter={inDialog}
          onSave={(changes) => onPlan(inDialog.id, changes)}
          onClose={() => setPlanned(null)}
        />
      )}
    </>
  );
}
