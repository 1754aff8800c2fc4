import { CalendarClock, ChevronDown, ChevronRight, GripVertical, Lock, LockOpen } from 'lucide-react';
import { useRef } from 'react';
import type { ChapterLock } from '#shared/domain/chapterLock';
import { formatCount, formatDay, useStrings } from '../../i18n/language';
import type { Peer } from '../../session';
import { Button } from '../../ui/Button';
import { useNear } from '../../ui/useNear';
import { isOverTarget } from './chapterFilter';
import type { ChapterItem } from './chapterItems';
import type { OutlineItem } from './folding';

interface OutlineRowProps {
  readonly chapter: OutlineItem;
  /** Drawn whole also where it is far from the screen. */
  readonly isWhole: boolean;
  readonly canMove: boolean;
  /** Folds or unfolds what lies under it; `null` where nothing does. */
  readonly onFold: (() => void) | null;
  readonly lock: ChapterLock | null;
  readonly lockedBy: (lock: ChapterLock) => string;
  readonly mayOpen: (lock: ChapterLock) => boolean;
  /** Who is in the chapter. */
  readonly peers: readonly Peer[];
  /** `null` for whoever may not write. */
  readonly onPlan: (() => void) | null;
  /** Gets the lock to open, or `null` for a new one. `null` for whoever may not write. */
  readonly onLock: ((lock: ChapterLock | null) => void) | null;
}

/** What stands in a chapter's row. Far from the screen that is its heading alone: every button of the window hears every key. */
export function OutlineRow(props: OutlineRowProps) {
  const { chapter, canMove, onFold, lock, peers, onPlan, onLock } = props;
  const strings = useStrings();
  const heading = useRef<HTMLSpanElement>(null);
  const isNear = useNear(heading, props.isWhole);
  return (
    <>
      {isNear && canMove && (
        <Button slot="drag" look="quiet" aria-label={strings.outline.moveHint}>
          <GripVertical size={14} aria-hidden />
        </Button>
      )}
      {isNear && onFold && (
        <Button
          look="quiet"
          aria-expanded={!chapter.isFolded}
          aria-label={strings.outlining.under(chapter.number ?? chapter.text)}
          onPress={onFold}
        >
          <span className="outline__fold">
            {chapter.isFolded ? <ChevronRight size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
          </span>
        </Button>
      )}
      <span className="outline__number">{chapter.number}</span>
      <span className="outline__text" ref={heading}>
        {chapter.text}
        <PlanInWords chapter={chapter} />
        <LockInWords lock={lock} told={props.lockedBy} />
      </span>
      <span className="outline__counts">
        {peers.map((peer) => (
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
      {isNear && onPlan && (
        <span className="outline__planner">
          <Button look="quiet" aria-label={strings.chapterPlan.open(chapter.number ?? chapter.text)} onPress={onPlan}>
            <CalendarClock size={14} aria-hidden />
          </Button>
          {onLock && <LockButton chapter={chapter} lock={lock} mayOpen={props.mayOpen} onPress={onLock} />}
        </span>
      )}
    </>
  );
}

/** That the chapter is locked, for whom, and whom to ask. */
function LockInWords({
  lock,
  told,
}: {
  readonly lock: ChapterLock | null;
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
  readonly lock: ChapterLock | null;
  readonly mayOpen: (lock: ChapterLock) => boolean;
  readonly onPress: (lock: ChapterLock | null) => void;
}

/** Locks the chapter, or opens it for all. */
function LockButton({ chapter, lock, mayOpen, onPress }: LockButtonProps) {
  const words = useStrings().together;
  const name = chapter.number ?? chapter.text;
  return (
    <Button
      look="quiet"
      aria-label={lock ? words.open(name) : words.lockChapter(name)}
      isDisabled={lock !== null && !mayOpen(lock)}
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
