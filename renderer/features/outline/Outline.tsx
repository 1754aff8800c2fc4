import { GridList, GridListItem, useDragAndDrop, type Key } from 'react-aria-components';
import { GripVertical } from 'lucide-react';
import { Button } from '../../ui/Button';
import { useStrings } from '../../i18n/language';
import type { BlockId } from '#shared/core/ids';
import type { ChapterItem } from './chapterItems';
import './outline.css';

interface OutlineProps {
  readonly chapters: readonly ChapterItem[];
  /** The chapter the person is in. */
  readonly current: BlockId | null;
  readonly onGo: (heading: BlockId) => void;
  /** Moves a chapter with everything under it to before or after another. `null` where the text cannot be changed. */
  readonly onMove: ((heading: BlockId, target: BlockId, position: 'before' | 'after') => void) | null;
}

/** The chapters, with counts of what happened in each. Dragged, or moved with Alt and the arrows. */
export function Outline({ chapters, current, onGo, onMove }: OutlineProps) {
  const strings = useStrings();
  const chapterFor = (key: Key): ChapterItem | undefined => chapters.find(({ id }) => id === key);

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

  if (chapters.length === 0) return <p className="empty">{strings.outline.empty}</p>;
  return (
    <div
      onKeyDownCapture={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
        const chapter = chapterFor(row?.getAttribute('data-key') ?? '');
        if (!chapter) return;
        event.preventDefault();
        event.stopPropagation();
        moveByKey(chapter.id, event.key === 'ArrowUp');
      }}
    >
      <GridList
        aria-label={strings.outline.chapters}
        className="outline"
        items={chapters}
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
            data-current={chapter.id === current || undefined}
          >
            {onMove && (
              <Button slot="drag" look="quiet" aria-label={strings.outline.moveHint}>
                <GripVertical size={14} aria-hidden />
              </Button>
            )}
            <span className="outline__number">{chapter.number}</span>
            <span className="outline__text">{chapter.text}</span>
            <span className="outline__counts">
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
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
