import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { wordDiff } from '#shared/diff';
import type { Mentionable } from '#shared/domain/mentions';
import type { Comment } from '#shared/schema/comments';
import { isOpen, type Thread } from '#shared/schema/threads';
import { formatMoment, useStrings } from '../../i18n/language';
import type { SessionSnapshot, UnsentComments } from '../../session';
import { Button } from '../../ui/Button';
import { MarkedText } from '../../ui/MarkedText';
import { CommentText } from './CommentText';
import { MentionField } from './MentionField';

export interface ThreadActions {
  readonly onGo: (thread: Thread) => void;
  readonly onAnswer: (thread: Thread, text: string) => void;
  readonly onTake: (thread: Thread) => void;
  readonly onDecline: (thread: Thread) => void;
  readonly onResolved: (thread: Thread, resolved: boolean) => void;
  readonly onRemove: (comment: Comment) => void;
}

interface ThreadCardProps extends ThreadActions {
  readonly thread: Thread;
  /** Where it stands, as printed: «kap. 2 pkt. 1». */
  readonly place: string;
  /** Its words as they are now. */
  readonly now: string;
  readonly snapshot: SessionSnapshot;
  readonly people: readonly Mentionable[];
  readonly isActive: boolean;
  /** Another has taken it away while it is being answered. */
  readonly isGone: boolean;
  readonly unsent: UnsentComments;
  readonly canWrite: boolean;
}

/** One thread: what it is about, what was said, and what can be done with it. */
export function ThreadCard(props: ThreadCardProps) {
  const { thread, place, now, snapshot, people, isActive, isGone, unsent, canWrite } = props;
  const { first, answers, wordsGone, isInText } = thread;
  const strings = useStrings();
  const words = strings.threads;
  const card = useRef<HTMLLIElement>(null);
  /** The answer that was begun; `null` where none is. */
  const answer = useSyncExternalStore(unsent.subscribe, () => unsent.get().answers.get(first.id)?.text ?? null);
  /** Who asked to answer writes; an answer that was begun before waits for them. */
  const [asksAnswer, setAsksAnswer] = useState(false);
  const write = (text: string | null): void => unsent.answer(thread, text);
  /** The form goes, and with it what has the focus: one stays at the thread. */
  const close = (): void => {
    card.current?.focus();
    write(null);
  };
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);

  const said = (comment: Comment) => (
    <span className="field__hint thread__by">
      {[snapshot.people[comment.author]?.name, formatMoment(comment.at, strings)].filter(Boolean).join(' · ')}
      {canWrite && !isGone && comment.author === snapshot.me.person && (
        <button
          type="button"
          className="link"
          onClick={() => {
            if (comment !== first) card.current?.focus();
            props.onRemove(comment);
          }}
        >
          {words.remove}
        </button>
      )}
    </span>
  );
  const answerIt = () => {
    setAsksAnswer(true);
    write('');
  };
  const send = () => {
    if (answer === null || answer.trim() === '') return;
    props.onAnswer(thread, answer.trim());
    close();
  };
  const isSuggestion = first.suggestion !== null;
  const isClosed = !isOpen(thread);
  const state = first.outcome === null ? (isClosed ? strings.comments.resolved : null) : words.outcome[first.outcome];
  /** Settled before, and opened again by an answer, it can be taken or declined like any other. */
  const isOffered = isSuggestion && !isClosed && !isInText;
  const hasChanged = isOffered && !wordsGone && now !== first.quote;
  const whyNot = isSuggestion && isInText ? words.inText : wordsGone ? words.wordsGone : null;

  return (
    <li
      ref={card}
      className="card thread"
      data-key={first.id}
      tabIndex={-1}
      data-active={isActive || undefined}
      data-region-start={isActive || undefined}
      data-resolved={isClosed || undefined}
    >
      <span className="card__head">
        <button type="button" className="link" aria-current={isActive} onClick={() => props.onGo(thread)}>
          {place === '' ? words.placeGone : place}
        </button>
        <span>
          {isSuggestion && <span className="tag tag--reworded">{words.suggestion}</span>}{' '}
          {state !== null && <span className="tag tag--adopted">{state}</span>}
        </span>
      </span>
      {first.suggestion !== null ? (
        <span className="card__text">
          <MarkedText tokens={wordDiff(first.quote, first.suggestion)} />
        </span>
      ) : (
        first.quote !== '' && <q className="thread__quote">{first.quote}</q>
      )}
      {!isClosed && whyNot !== null && <span className="thread__note">{whyNot}</span>}
      {hasChanged && <span className="thread__note">{words.wordsChanged(now)}</span>}
      {first.text !== '' && <CommentText text={first.text} people={snapshot.people} />}
      {said(first)}
      {answers.length > 0 && (
        <ul className="thread__answers" aria-label={words.answers(answers.length)}>
          {answers.map((one) => (
            <li key={one.id}>
              <CommentText text={one.text} people={snapshot.people} />
              {said(one)}
            </li>
          ))}
        </ul>
      )}
      {isGone && <span className="thread__note">{words.removedByOther}</span>}
      {canWrite && !isGone && (
        <span className="thread__actions">
          {isOffered && (
            <>
              <Button isDisabled={wordsGone} onPress={() => props.onTake(thread)}>
                {words.take}
              </Button>
              <Button look="quiet" onPress={() => props.onDecline(thread)}>
                {words.decline}
              </Button>
            </>
          )}
          {answer === null && (
            <Button look="quiet" onPress={answerIt}>
              {words.answer}
            </Button>
          )}
          {(!isOffered || wordsGone) && (
            <Button look="quiet" onPress={() => props.onResolved(thread, !isClosed)}>
              {isClosed ? strings.comments.reopen : strings.comments.resolve}
            </Button>
          )}
        </span>
      )}
      {answer !== null && (
        <form
          className="panel-stack"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) send();
            else if (event.key === 'Escape' && answer.trim() === '') close();
            else if (event.key === 'Escape') card.current?.focus();
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          <MentionField
            label={words.answerLabel}
            value={answer}
            onChange={write}
            people={people}
            autoFocus={asksAnswer}
          />
          <span className="thread__actions">
            <Button type="submit" look="primary" isDisabled={answer.trim() === ''}>
              {words.send}
            </Button>
            <Button look="quiet" onPress={close}>
              {strings.app.cancel}
            </Button>
          </span>
        </form>
      )}
    </li>
  );
}
