import { useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { personId, type BlockId, type PersonId } from '#shared/core/ids';
import { mentions, storeMentions, type Mentionable } from '#shared/domain/mentions';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { removeComment, writeComment, type Comment } from '#shared/schema/comments';
import { anchorWords, type BlockRange } from '#shared/schema/draft';
import { isOpen, placeThread, wordsNow, type Thread } from '#shared/schema/threads';
import { windowSources } from '../../app/sources';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Notice } from '../../ui/Notice';
import { Toggles } from '../../ui/Toggles';
import { focusRow, useRowInFocus } from '../../ui/useRowInFocus';
import { NewComment } from './NewComment';
import { decline, setResolved } from './suggestions';
import { ThreadCard } from './ThreadCard';
import type { Commenting } from './useCommenting';
import './comments.css';

const commentScopes = ['here', 'open', 'me', 'all'] as const;
type CommentScope = (typeof commentScopes)[number];

interface CommentsPanelProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly focusBlock: BlockId | null;
  readonly commenting: Commenting;
}

const mentionsMe = ({ first, answers }: Thread, me: PersonId): boolean =>
  [first, ...answers].some(({ text }) => mentions(text, me));

/** What is said about words and blocks: at the block in focus, all that is open, what mentions oneself, or everything. */
export function CommentsPanel(props: CommentsPanelProps) {
  const { session, snapshot, focusBlock, commenting } = props;
  const { threads, held, inHand, active, canWrite } = commenting;
  const unsent = session.unsentComments;
  const strings = useStrings();
  const language = useLanguage();
  const words = strings.threads;
  const [scope, setScope] = useState<CommentScope>('open');
  const [removed, setRemoved] = useState<readonly Comment[]>([]);
  const { blocks, people, me } = snapshot;
  const places = useMemo(() => gazetteerOf(blocks), [blocks]);
  const mentionable = useMemo(
    () => Object.entries(people).map(([person, { name }]): Mentionable => ({ person: personId(person), name })),
    [people],
  );
  const isShown: Readonly<Record<CommentScope, (thread: Thread) => boolean>> = {
    here: ({ block, ranges }) => block === focusBlock || ranges.some((range) => range.block === focusBlock),
    open: isOpen,
    me: (thread) => mentionsMe(thread, me.person),
    all: () => true,
  };
  // A thread that one is answering stays in sight, whoever settles it or takes it away.
  const answered = useSyncExternalStore(unsent.subscribe, () => unsent.get().answered);
  const problem = useSyncExternalStore(unsent.subscribe, () => unsent.get().problem);
  const isAnswered = ({ first }: Thread): boolean => answered.some((one) => one.first.id === first.id);
  const gone = answered
    .filter(({ first }) => threads.every((thread) => thread.first.id !== first.id))
    .map((thread) => placeThread(session.draft, thread));
  const passing = threads.filter(
    (thread) => isShown[scope](thread) || thread.first.id === active || isAnswered(thread),
  );
  const orderOf = ({ block }: Thread): number => blocks.findIndex(({ id }) => id === block);
  const shown =
    gone.length === 0 ? passing : [...passing, ...gone].toSorted((one, other) => orderOf(one) - orderOf(other));
  const list = useRef<HTMLUListElement>(null);
  const rowInFocus = useRowInFocus(
    list,
    shown.map(({ first }) => ({ id: first.id })),
  );
  const [broughtBack, setBroughtBack] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (broughtBack !== null) focusRow(list, broughtBack);
  }, [broughtBack]);

  const at = inHand[0]?.block ?? held?.block ?? focusBlock;
  const isAboutWords = held !== null && held.words.length > 0;
  const whole = blocks.find(({ id }) => id === at)?.text ?? '';
  const inWords = inHand.length > 0 ? wordsNow(session.draft, { ranges: inHand }) : (held?.quote ?? '');
  const placeOf = (block: BlockId | null): string => {
    const index = blocks.findIndex(({ id }) => id === block);
    return index < 0 ? '' : describePlace(places.placeOf(index), null, language);
  };

  const write = (fields: Pick<Comment, 'block' | 'text' | 'words' | 'quote' | 'answers' | 'suggestion'>): void => {
    writeComment(session.comments, {
      ...fields,
      text: storeMentions(fields.text, mentionable),
      id: windowSources.ids.next(),
      author: me.person,
      at: windowSources.clock.now(),
      resolved: false,
      outcome: null,
      heard: null,
    });
  };
  /** What a new comment is about: a proposal for a whole block is about all its words; a remark on it goes with the block. */
  const about = (block: BlockId, suggestion: string | null): Pick<Comment, 'words' | 'quote'> => {
    const anchors = (ranges: readonly BlockRange[]) => ranges.flatMap((range) => anchorWords(session.draft, range));
    // Words that went while one wrote are those that were meant all the same.
    if (isAboutWords) return { words: inHand.length > 0 ? anchors(inHand) : held.words, quote: inWords };
    if (suggestion === null) return { words: [], quote: '' };
    return { words: anchors([{ block, rangeInText: { start: 0, end: whole.length } }]), quote: whole };
  };
  const add = (text: string, suggestion: string | null) => {
    if (at === null) return;
    write({ block: at, text, ...about(at, suggestion), answers: null, suggestion });
    letGo();
  };
  const letGo = () => {
    unsent.begin(null);
    commenting.letGo();
    commenting.goOn();
  };
  const remove = (comment: Comment) => {
    const thread = threads.find(({ first }) => first.id === comment.id);
    setRemoved(thread ? [thread.first, ...thread.answers] : [comment]);
    setBroughtBack(null);
    removeComment(session.comments, comment);
  };

  return (
    <div className="panel-stack">
      {canWrite && at !== null && (
        <NewComment
          subject={{ quote: isAboutWords ? inWords : whole, isWholeBlock: !isAboutWords, place: placeOf(at) }}
          people={mentionable}
          unsent={unsent}
          onBegun={(isEmpty) => {
            // From its first letter to its last it is about this block, wherever the caret goes.
            if (held === null && !isEmpty) commenting.hold(at);
            else if (isEmpty && !isAboutWords) commenting.letGo();
          }}
          asked={commenting.asked}
          takeAsking={commenting.takeAsking}
          onAdd={add}
          onLetGo={held === null ? null : letGo}
          onGoOn={commenting.goOn}
        />
      )}
      {canWrite && at === null && <p className="field__hint">{strings.comments.chooseBlock}</p>}
      {problem && <Notice problem>{words.unsentProblem}</Notice>}
      <Toggles
        label={words.shown}
        options={commentScopes.map((key) => ({ key, text: words.scopes[key] }))}
        selected={scope}
        onSelect={setScope}
      />
      {removed.length > 0 && (
        <p className="field__hint" role="status">
          {words.removed}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              for (const comment of removed) writeComment(session.comments, comment);
              setBroughtBack(removed[0]?.answers ?? removed[0]?.id ?? null);
              setRemoved([]);
            }}
          >
            {words.bringBack}
          </button>
        </p>
      )}
      {shown.length === 0 && (
        <p className="empty">
          {words.none[scope]} {canWrite && words.howToBegin[scope]}
        </p>
      )}
      <ul ref={list} {...rowInFocus} className="cards" tabIndex={-1} aria-label={strings.comments.tab}>
        {shown.map((thread) => {
          const isGone = gone.includes(thread);
          return (
            <ThreadCard
              key={thread.first.id}
              thread={thread}
              place={placeOf(thread.block)}
              now={wordsNow(session.draft, thread)}
              snapshot={snapshot}
              people={mentionable}
              isActive={thread.first.id === active}
              isGone={isGone}
              unsent={unsent}
              canWrite={canWrite}
              onGo={commenting.go}
              onAnswer={({ first }, text) =>
                write({ block: first.block, text, words: [], quote: '', answers: first.id, suggestion: null })
              }
              onTake={commenting.takeThread}
              onDecline={(one) => decline(session, one)}
              onResolved={(one, resolved) => setResolved(session, one, resolved)}
              onRemove={remove}
            />
          );
        })}
      </ul>
    </div>
  );
}
