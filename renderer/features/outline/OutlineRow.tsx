import { CalendarClock, ChevronDown, ChevronRight, GripVertical, Lock, LockOpen } from 'lucide-react';
import { memo } from 'react';
import type { BlockId } from '#shared/core/ids';
import type { ChapterLock } from '#shared/domain/chapterLock';
import { formatCount, formatDay, useStrings } from '../../i18n/language';
import type { Peer } from '../../session';
import { Button } from '../../ui/Button';
import { facesFor } from '../../ui/faces';
import { isOverTarget } from './chapterFilter';
import type { ChapterItem } from './chapterItems';
import { nameOf, type OutlineItem } from './folding';

interface OutlineRowProps {
  readonly chapter: OutlineItem;
  /** On the screen or near it. */
  readonly isNear: boolean;
  /** The person is in this chapter. */
  readonly isHere: boolean;
  /** Tab comes to this row. */
  readonly isStop: boolean;
  readonly canMove: boolean;
  readonly isDragged: boolean;
  /** Where what is dragged would land beside it. */
  readonly dropped: 'before' | 'after' | null;
  /** Folds away what lies under it, or unfolds it; `null` where nothing does. */
  readonly onFold: ((heading: BlockId, away: boolean) => void) | null;
  readonly lock: ChapterLock | null;
  /** That it is locked, for whom, and whom to ask; empty where it is open. */
  readonly lockedBy: string;
  readonly mayOpen: boolean;
  /** Who is in the chapter. */
  readonly peers: readonly Peer[];
  /** `null` for whoever may not write. */
  readonly onPlan: ((heading: BlockId) => void) | null;
  /** Gets the lock to open, or `null` for a new one. `null` for whoever may not write. */
  readonly onLock: ((heading: BlockId, lock: ChapterLock | null) => void) | null;
}

/** A chapter's row; the arrows come to its buttons, Tab does not. Far from the screen it is its heading alone. The same functions for all rows, so that what happens in one draws no other. */
export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { chapter, isNear, isHere, canMove, onFold, lock, lockedBy, peers, onPlan, onLock } = props;
  const { id, number, text, isFolded } = chapter;
  const strings = useStrings();
  const words = strings.together;
  const name = number ?? text;
  return (
    <div
      role="row"
      aria-label={nameOf(chapter)}
      aria-level={chapter.level}
      aria-expanded={onFold ? !isFolded : undefined}
      aria-current={isHere || undefined}
      aria-keyshortcuts={canMove ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
      className="outline__item"
      tabIndex={props.isStop ? 0 : -1}
      draggable={canMove}
      data-key={id}
      data-level={chapter.level}
      data-current={isHere || undefined}
      data-dragging={props.isDragged || undefined}
      data-drop={props.dropped ?? undefined}
    >
      <div role="gridcell" className="outline__cell">
        {isNear && canMove && (
          <span className="outline__grip" title={strings.outline.moveHint}>
            <GripVertical size={14} aria-hidden />
          </span>
        )}
        {isNear && onFold && (
          <Button
            look="quiet"
            tabIndex={-1}
            aria-expanded={!isFolded}
            aria-label={strings.outlining.under(name)}
            onPress={() => onFold(id, !isFolded)}
          >
            <span className="outline__fold">
              {isFolded ? <ChevronRight size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
            </span>
          </Button>
        )}
        <span className="outline__number">{number}</span>
        <span className="outline__text">
          {text}
          <PlanInWords chapter={chapter} />
          {lock && (
            <span className="outline__lock">
              <Lock size={12} aria-hidden /> {lockedBy}
            </span>
          )}
        </span>
        <span className="outline__counts">
          <FacesHere peers={peers} />
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
        {isNear && onPlan && (
          <span className="outline__planner">
            <Button look="quiet" tabIndex={-1} aria-label={strings.chapterPlan.open(name)} onPress={() => onPlan(id)}>
              <CalendarClock size={14} aria-hidden />
            </Button>
            {onLock && (
              <Button
                look="quiet"
                tabIndex={-1}
                aria-label={lock ? words.open(name) : words.lockChapter(name)}
                isDisabled={!props.mayOpen}
                onPress={() => onLock(id, lock)}
              >
                {lock ? <LockOpen size={14} aria-hidden /> : <Lock size={14} aria-hidden />}
              </Button>
            )}
          </span>
        )}
      </div>
    </div>
  );
});

/** More would take the room of the chapter's name. */
const ROOM_FOR_FACES = 2;

/** Who is in the chapter. */
function FacesHere({ peers }: { readonly peers: readonly Peer[] }) {
  const strings = useStrings();
  const { areHere } = strings.together;
  const { faces, others } = facesFor(peers, ROOM_FOR_FACES);
  const namesOfOthers = areHere(others.map(({ name }) => name));
  return (
    <>
      {faces.map(({ clientId, name, colour, pattern }) => (
        <span
          key={clientId}
          className="outline__peer"
          style={{ borderColor: colour, borderStyle: pattern }}
          title={areHere([name])}
        >
          <span aria-hidden>{name.slice(0, 1).toLocaleUpperCase(strings.locale) || '?'}</span>
          <span className="visually-hidden">{areHere([name])}</span>
        </span>
      ))}
      {others.length > 0 && (
        <span className="outline__peer" title={namesOfOthers}>
          <span aria-hidden>+{others.length}</span>
          <span className="visually-hidden">{namesOfOthers}</span>
        </span>
      )}
    </>
  );
}

/** How long the chapter is against what was planned, who has it, and when it is due; nothing where nothing was planned. */
function PlanInWords({ chapter }: { readonly chapter: ChapterItem }) {
  const strings = useStrings();
  const words = strings.chapterPlan;
  const { responsible, due, wordTarget } = chapter.plan;
  const length =
    wordTarget === null ? null : words.wordsOf(formatCount(chapter.words, strings), formatCount(wordTarget, strings));
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
