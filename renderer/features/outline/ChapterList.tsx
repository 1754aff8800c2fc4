import { memo, type KeyboardEvent } from 'react';
import { GridList, GridListItem, useDragAndDrop, type Key } from 'react-aria-components';
import type { BlockId } from '#shared/core/ids';
import type { ChapterLock, Locks } from '#shared/domain/chapterLock';
import { useStrings } from '../../i18n/language';
import type { Peer } from '../../session';
import { pressed } from '../../ui/shortcuts';
import { useGradually } from '../../ui/useGradually';
import { FEW } from '../../ui/useNear';
import type { OutlineItem } from './folding';
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

const nobody: readonly Peer[] = [];

/**
 * The rows of the outline: opened, folded, dragged, or moved with Alt and the arrows. Drawn again only when something it is given changed:
 * the library draws every row of a list anew whenever the list is drawn, and the outline itself is drawn at each pause in writing.
 */
export const ChapterList = memo(function ChapterList(props: ChapterListProps) {
  const { chapters, here, onFold, onGo, onMove, locks, lockedBy, mayOpen, peersIn, onPlan, onLock } = props;
  const strings = useStrings();
  const drawn = useGradually(chapters.length, FEW);
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

  const onKey = (event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
    const chapter = chapterFor(row?.getAttribute('data-key') ?? '');
    if (!chapter) return;
    // On the row itself the arrows fold and unfold, as in a tree; within it they go from button to button.
    const folds =
      event.target === row && !event.altKey && event.key === (chapter.isFolded ? 'ArrowRight' : 'ArrowLeft');
    if (folds && chapter.hasMore && onFold) onFold(chapter.id, !chapter.isFolded);
    else if (pressed(event, 'move') !== null) moveByKey(chapter.id, pressed(event, 'move') === 0);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div onKeyDownCapture={onKey}>
      <GridList
        aria-label={strings.outline.chapters}
        className="outline"
        items={chapters.slice(0, drawn)}
        dependencies={[here, onFold, onMove, locks, lockedBy, mayOpen, peersIn, onPlan, onLock]}
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
            <OutlineRow
              chapter={chapter}
              isWhole={chapters.length <= FEW}
              canMove={onMove !== null}
              onFold={chapter.hasMore && onFold ? () => onFold(chapter.id, !chapter.isFolded) : null}
              lock={locks.get(chapter.id) ?? null}
              lockedBy={lockedBy}
              mayOpen={mayOpen}
              peers={peersIn.get(chapter.id) ?? nobody}
              onPlan={onPlan && (() => onPlan(chapter.id))}
              onLock={onLock && ((lock) => onLock(chapter.id, lock))}
            />
          </GridListItem>
        )}
      </GridList>
    </div>
  );
});
