import { GridList, GridListItem, useDragAndDrop, type Key } from 'react-aria-components';
import {
  CalendarClock,
  ChevronDown,
  ChevronRight,
  ChevronsDownUp,
  ChevronsUpDown,
  GripVertical,
  Lock,
  LockOpen,
} from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { pressed } from '../../ui/shortcuts';
import { formatCount, formatDay, useStrings } from '../../i18n/language';
import { personId, type BlockId, type PersonId } from '#shared/core/ids';
import type { ChapterLock, Locks } from '#shared/domain/chapterLock';
import type { ChapterPlan } from '#shared/domain/chapterPlan';
import { chapterFilters, filterChapters, isOverTarget, type ChapterFilter } from './chapterFilter';
import type { ChapterItem } from './chapterItems';
import { foldedOutline, shownFor, type OutlineItem } from './folding';
import type { People } from '#shared/schema/registerDoc';
import type { Peer } from '../../session';
import { ChapterPlanDialog } from './ChapterPlanDialog';
import { LockDialog } from './LockDialog';
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
  readonly onPlan: ((heading: BlockId, plan: ChapterPlan) => void) | null;
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
  const lockedBy = ({ by, reason }: ChapterLock): string =>
    strings.together.locked(by === me ? strings.together.you : (people[by]?.name ?? strings.together.someone), reason);
  const chapterFor = (key: Key): OutlineItem | undefined => chapters.find(({ id }) => id === key);

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: onMove === null,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': chapterFor(key)?.text ?? '' })),
    onReorder: ({ keys, target }) => {
      const [moved] = [...keys].flatMap((key) => chapterFor(key) ?? []);
      const goal = chapterFor(target.key);
      if (onMove && moved && goal && target.dropPosition !== 'on') onMove(moved.id, goal.id, target.dropPosition);
    },
  });

  const moveByKey = (id: BlockId, up: boolean) => {
    const at = chapters.findIndex((chapter) => chapter.id === id);
    const level = chapters[at]?.level ?? 1;
    const others = up ? chapters.slice(0, at).reverse() : chapters.slice(at + 1);
    const target = others.find((chapter) => chapter.level <= level);
    if (onMove && target) onMove(id, target.id, up ? 'before' : 'after');
  };

  if (all.length === 0) return <p className="empty">{strings.outline.empty}</p>;
  return (
    <div
      onKeyDownCapture={(event) => {
        const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
        const chapter = chapterFor(row?.getAttribute('data-key') ?? '');
        if (!chapter) return;
        // On the row itself the arrows fold and unfold, as in a tree; within it they go from button to button.
        const folds =
          event.target === row && !event.altKey && event.key === (chapter.isFolded ? 'ArrowRight' : 'ArrowLeft');
        if (folds && chapter.hasMore && filter === 'all') {
          event.preventDefault();
          event.stopPropagation();
          fold(chapter.id, !chapter.isFolded);
          return;
        }
        if (pressed(event, 'move') === null) return;
        event.preventDefault();
        event.stopPropagation();
        moveByKey(chapter.id, pressed(event, 'move') === 0);
      }}
    >
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
      <GridList
        aria-label={strings.outline.chapters}
        className="outline"
        items={chapters}
        dependencies={[locks, peersIn, people, here, words, onMove, onPlan, onLock, props.mayOpen]}
        dragAndDropHooks={dragAndDropHooks}
        onAction={(key) => {
          const chapter = chapterFor(key);
          if (chapter) onGo(chapter.id);
        }}
      >
        {(chapter) => (
          <GridListItem
            id={chapter.id}
            className="outline__item"
            textValue={`${chapter.number ?? ''} ${chapter.text}`}
            data-level={chapter.level}
            data-current={chapter.id === here || undefined}
          >
            {onMove && (
              <Button slot="drag" look="quiet" aria-label={strings.outline.moveHint}>
                <GripVertical size={14} aria-hidden />
              </Button>
            )}
            {chapter.hasMore && filter === 'all' && (
              <Button
                look="quiet"
                aria-expanded={!chapter.isFolded}
                aria-label={strings.outlining.under(chapter.number ?? chapter.text)}
                onPress={() => fold(chapter.id, !chapter.isFolded)}
              >
                <span className="outline__fold">
                  {chapter.isFolded ? <ChevronRight size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
                </span>
              </Button>
            )}
            <span className="outline__number">{chapter.number}</span>
            <span className="outline__text">
              {chapter.text}
              <PlanInWords chapter={chapter} />
              <LockInWords lock={locks.get(chapter.id)} told={lockedBy} />
            </span>
            <span className="outline__counts">
              {(peersIn.get(chapter.id) ?? []).map((peer) => (
                <span
                  key={peer.clientId}
                  className="outline__peer"
                  style={{ borderColor: peer.colour, borderStyle: peer.pattern }}
                  title={strings.together.isHere(peer.name)}
                >
                  <span aria-hidden>{peer.name.slice(0, 1).toLocaleUpperCase(strings.locale) || '?'}</span>
                  <span className="visually-hidden">{strings.together.isHere(peer.name)}</span>
                </span>
              ))}
              {chapter.changes > 0 && (
                <span className="count count--changes" title={strings.outline.changes(chapter.changes)}>
                  <span aria-hidden>● {chapter.changes}</span>
                  <span className="visually-hidden">{strings.outline.changes(chapter.changes)}</span>
                </span>
              )}
              {chapter.amendments > 0 && (
                <span className="count count--amendments" title={strings.outline.amendments(chapter.amendments)}>
                  <span aria-hidden>◆ {chapter.amendments}</span>
                  <span className="visually-hidden">{strings.outline.amendments(chapter.amendments)}</span>
                </span>
              )}
            </span>
            {onPlan && (
              <span className="outline__planner">
                <Button
                  look="quiet"
                  aria-label={words.open(chapter.number ?? chapter.text)}
                  onPress={() => setPlanned(chapter.id)}
                >
                  <CalendarClock size={14} aria-hidden />
                </Button>
                {onLock && (
                  <LockButton
                    chapter={chapter}
                    lock={locks.get(chapter.id)}
                    mayOpen={props.mayOpen}
                    onPress={(lock) => (lock ? onLock(chapter.id, null) : setLocking(chapter.id))}
                  />
                )}
              </span>
            )}
          </GridListItem>
        )}
      </GridList>
      {onLock && toLock && (
        <LockDialog
          chapter={toLock}
          people={Object.entries(people)
            .filter(([person]) => person !== me)
            .map(([person, { name }]) => ({ person: personId(person), name }))}
          onLock={(lock) => onLock(toLock.id, lock)}
          onClose={() => setLocking(null)}
        />
      )}
      {onPlan && inDialog && (
        <ChapterPlanDialog
          chapter={inDialog}
          onSave={(plan) => onPlan(inDialog.id, plan)}
          onClose={() => setPlanned(null)}
        />
      )}
    </div>
  );
}

/** That the chapter is locked, for whom, and whom to ask. */
function LockInWords({
  lock,
  told,
}: {
  readonly lock: ChapterLock | undefined;
  readonly told: (lock: ChapterLock) => string;
}) {
  if (!lock) return null;
  return (
    <span className="outline__lock">
      <Lock size={12} aria-hidden /> {told(lock)}
    </span>
  );
}

interface LockButtonProps {
  readonly chapter: ChapterItem;
  readonly lock: ChapterLock | undefined;
  readonly mayOpen: (lock: ChapterLock) => boolean;
  readonly onPress: (lock: ChapterLock | undefined) => void;
}

/** Locks the chapter, or opens it for all. */
function LockButton({ chapter, lock, mayOpen, onPress }: LockButtonProps) {
  const words = useStrings().together;
  const name = chapter.number ?? chapter.text;
  return (
    <Button
      look="quiet"
      aria-label={lock ? words.open(name) : words.lockChapter(name)}
      isDisabled={lock !== undefined && !mayOpen(lock)}
      onPress={() => onPress(lock)}
    >
      {lock ? <LockOpen size={14} aria-hidden /> : <Lock size={14} aria-hidden />}
    </Button>
  );
}

/** How long the chapter is against what was planned, who has it, and when it is due; nothing where nothing was planned. */
function PlanInWords({ chapter }: { readonly chapter: ChapterItem }) {
  const strings = useStrings();
  const words = strings.chapterPlan;
  const { responsible, due, wordTarget } = chapter.plan;
  const count = formatCount(chapter.words, strings);
  const length = wordTarget === null ? null : words.wordsOf(count, formatCount(wordTarget, strings));
  const others = [responsible, due === null ? null : words.dueOn(formatDay(due, strings))].filter(Boolean);
  if (length === null && others.length === 0) return null;
  return (
    <span className="outline__plan">
      {length !== null && <span data-over={isOverTarget(chapter) || undefined}>{length}</span>}
      {length !== null && others.length > 0 && ' · '}
      {others.join(' · ')}
    </span>
  );
}
