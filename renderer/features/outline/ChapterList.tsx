import { memo, useRef, useState, type DragEvent, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import type { BlockId } from '#shared/core/ids';
import type { ChapterLock, Locks } from '#shared/domain/chapterLock';
import { useStrings } from '../../i18n/language';
import type { Peer } from '../../session';
import { pressed } from '../../ui/shortcuts';
import { useGradually } from '../../ui/useGradually';
import { FEW } from '../../ui/useNear';
import { useNearRows } from '../../ui/useNearRows';
import { useRowInFocus } from '../../ui/useRowInFocus';
import { nameOf, type OutlineItem } from './folding';
import { OutlineRow } from './OutlineRow';

interface ChapterListProps {
  readonly chapters: readonly OutlineItem[];
  /** The chapter the person is in, or the one that it is folded under. */
  readonly here: BlockId | null;
  /** Folds away what lies under a chapter, or unfolds it. `null` where all is in sight. */
  readonly onFold: ((heading: BlockId, away: boolean) => void) | null;
  readonly onGo: (heading: BlockId) => void;
  /** Moves a chapter with everything under it to before or after another. `null` where the text cannot be changed. */
  readonly onMove: ((heading: BlockId, target: BlockId, position: 'before' | 'after') => void) | null;
  readonly locks: Locks;
  readonly lockedBy: (lock: ChapterLock) => string;
  readonly mayOpen: (lock: ChapterLock) => boolean;
  /** Who is in which chapter, by its heading. */
  readonly peersIn: ReadonlyMap<BlockId, readonly Peer[]>;
  /** `null` for whoever may not write. */
  readonly onPlan: ((heading: BlockId) => void) | null;
  /** Gets the lock to open, or `null` for a new one. `null` for whoever may not write. */
  readonly onLock: ((heading: BlockId, lock: ChapterLock | null) => void) | null;
}

/** Where a chapter would land if it were dropped now. */
interface Landing {
  readonly onto: BlockId | null;
  readonly position: 'before' | 'after';
}

/** A chapter on its way to another place. */
interface Dragging extends Landing {
  readonly chapter: BlockId;
}

const nobody: readonly Peer[] = [];
const CHAPTER = 'application/x-programrevisjon-chapter';

const rowAt = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[role="row"]') : null;

/** The row and the buttons in it, in the order in which the arrows go through them. */
const stopsIn = (row: HTMLElement): readonly HTMLElement[] => [
  row,
  ...row.querySelectorAll<HTMLElement>('button:not(:disabled)'),
];

/**
 * The rows of the outline: opened, folded, dragged, or moved with Alt and the arrows. One stop for Tab in all of them. They are plain elements, and what is done in them is
 * heard by the list: a programme has hundreds of chapters, and the outline is drawn anew whenever one turns from one view to another.
 */
export const ChapterList = memo(function ChapterList(props: ChapterListProps) {
  const { chapters, here, onFold, onGo, onMove, locks, lockedBy, mayOpen, peersIn, onPlan, onLock } = props;
  const strings = useStrings();
  const list = useRef<HTMLDivElement>(null);
  const rowInFocus = useRowInFocus(list, chapters);
  const drawn = useGradually(chapters.length, FEW);
  const isNear = useNearRows(list, chapters, drawn);
  const [reached, setReached] = useState<BlockId | null>(null);
  const [dragging, setDragging] = useState<Dragging | null>(null);
  /** What was moved by key, and what it was called before: the new number says where it came. */
  const [moved, setMoved] = useState<{ readonly id: BlockId; readonly name: string } | null>(null);
  const movedTo = chapters.find(({ id }) => id === moved?.id);
  const newName = movedTo && nameOf(movedTo) !== moved?.name ? nameOf(movedTo) : '';
  const isThere = (id: BlockId | null): boolean => chapters.some((chapter) => chapter.id === id);
  const stop = isThere(reached) ? reached : isThere(here) ? here : chapters[0]?.id;
  const chapterOf = (row: HTMLElement | null): OutlineItem | undefined =>
    row ? chapters.find(({ id }) => id === row.dataset['key']) : undefined;

  const moveByKey = (id: BlockId, up: boolean) => {
    const at = chapters.findIndex((chapter) => chapter.id === id);
    const chapter = chapters[at];
    const others = up ? chapters.slice(0, at).reverse() : chapters.slice(at + 1);
    const target = others.find(({ level }) => level <= (chapter?.level ?? 1));
    if (!onMove || !chapter || !target) return;
    setMoved({ id, name: nameOf(chapter) });
    onMove(id, target.id, up ? 'before' : 'after');
  };

  /** Whether the key meant something here. */
  const actOn = (event: KeyboardEvent, row: HTMLElement, chapter: OutlineItem): boolean => {
    const move = pressed(event, 'move');
    if (move !== null) moveByKey(chapter.id, move === 0);
    if (move !== null || event.altKey || event.ctrlKey || event.metaKey) return move !== null;
    const isOnRow = event.target === row;
    const focus = (next: Element | null | undefined) => next instanceof HTMLElement && next.focus();
    switch (event.key) {
      case 'ArrowDown':
        focus(row.nextElementSibling);
        return true;
      case 'ArrowUp':
        focus(row.previousElementSibling);
        return true;
      case 'Home':
        focus(row.parentElement?.firstElementChild);
        return true;
      case 'End':
        focus(row.parentElement?.lastElementChild);
        return true;
      case 'ArrowLeft':
      case 'ArrowRight': {
        // On the row itself the arrows fold and unfold, as in a tree; within it they go from button to button.
        const folds = isOnRow && event.key === (chapter.isFolded ? 'ArrowRight' : 'ArrowLeft');
        if (folds && chapter.hasMore && onFold) onFold(chapter.id, !chapter.isFolded);
        else {
          const stops = stopsIn(row);
          const at = stops.findIndex((one) => one === event.target) + (event.key === 'ArrowRight' ? 1 : -1);
          focus(stops.at(at % stops.length));
        }
        return true;
      }
      case 'Enter':
        if (isOnRow) onGo(chapter.id);
        return isOnRow;
      default:
        return false;
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const row = rowAt(event.target);
    const chapter = chapterOf(row);
    if (!row || !chapter || !actOn(event, row, chapter)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = (event: FocusEvent) => {
    setReached(chapterOf(rowAt(event.target))?.id ?? null);
    rowInFocus.onFocus(event);
  };
  const onBlur = (event: FocusEvent) => {
    setMoved(null);
    rowInFocus.onBlur(event);
  };
  const onClick = ({ target }: MouseEvent) => {
    const chapter = chapterOf(rowAt(target));
    if (chapter && target instanceof Element && !target.closest('button')) onGo(chapter.id);
  };

  const drag = (event: DragEvent) => {
    const chapter = chapterOf(rowAt(event.target));
    if (!chapter) return;
    event.dataTransfer.setData(CHAPTER, chapter.id);
    event.dataTransfer.effectAllowed = 'move';
    setDragging({ chapter: chapter.id, onto: null, position: 'before' });
  };
  const landingAt = (event: DragEvent, moving: BlockId): Landing | null => {
    const row = rowAt(event.target);
    const chapter = chapterOf(row);
    if (!row || !chapter) return null;
    const { top, height } = row.getBoundingClientRect();
    const position = event.clientY < top + height / 2 ? 'before' : 'after';
    return { onto: chapter.id === moving ? null : chapter.id, position };
  };
  const dragOver = (event: DragEvent) => {
    const landing = dragging && landingAt(event, dragging.chapter);
    if (!landing) return;
    event.preventDefault();
    if (landing.onto !== dragging.onto || landing.position !== dragging.position)
      setDragging({ ...dragging, ...landing });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDragging(null);
    // What was drawn last may be of where the pointer was before.
    const landing = dragging && landingAt(event, dragging.chapter);
    if (onMove && landing && landing.onto !== null) onMove(dragging.chapter, landing.onto, landing.position);
  };

  return (
    <>
      <span role="status" className="visually-hidden">
        {newName}
      </span>
      <div
        ref={list}
        role="treegrid"
        aria-label={strings.outline.chapters}
        className="outline"
        tabIndex={-1}
        data-nested={(onFold !== null && chapters.some(({ hasMore }) => hasMore)) || undefined}
        onKeyDown={onKey}
        onFocus={onFocus}
        onBlur={onBlur}
        onClick={onClick}
        onDragStart={drag}
        onDragOver={dragOver}
        onDrop={drop}
        onDragEnd={() => setDragging(null)}
      >
        {chapters.slice(0, drawn).map((chapter, index) => {
          const lock = locks.get(chapter.id) ?? null;
          return (
            <OutlineRow
              key={chapter.id}
              chapter={chapter}
              isNear={isNear(index)}
              isHere={chapter.id === here}
              isStop={chapter.id === stop}
              canMove={onMove !== null}
              isDragged={chapter.id === dragging?.chapter}
              dropped={dragging !== null && chapter.id === dragging.onto ? dragging.position : null}
              onFold={chapter.hasMore ? onFold : null}
              lock={lock}
              lockedBy={lock ? lockedBy(lock) : ''}
              mayOpen={lock === null || mayOpen(lock)}
              peers={peersIn.get(chapter.id) ?? nobody}
              onPlan={onPlan}
              onLock={onLock}
            />
          );
        })}
      </div>
    </>
  );
});
