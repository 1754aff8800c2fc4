import { useMemo, useState } from 'react';
import { personId, type BlockId, type PersonId } from '#shared/core/ids';
import { mentions, storeMentions, type Mentionable } from '#shared/domain/mentions';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { removeComment, writeComment, type Comment } from '#shared/schema/comments';
import { anchorWords } from '#shared/schema/draft';
import { wordsNow, type Thread } from '#shared/schema/threads';
import { windowSources } from '../../app/sources';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Toggles } from '../../ui/Toggles';
import { NewComment } from './NewComment';
import { decline, setResolved } from './suggestions';
import { ThreadCard } from './ThreadCard';
import { isOpen } from './threadStore';
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
  const { threads, inHand, active, canWrite } = commenting;
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
  const shown = threads.filter((thread) => isShown[scope](thread) || thread.first.id === active);

  const textOf = (block: BlockId): string => blocks.find(({ id }) => id === block)?.text ?? '';
  const quote = inHand.map(({ block, rangeInText: { start, end } }) => textOf(block).slice(start, end)).join(' ');
  const at = inHand[0]?.block ?? focusBlock;

  const write = (fields: Pick<Comment, 'block' | 'text' | 'words' | 'quote' | 'answers' | 'suggestion'>): void => {
    writeComment(session.comments, {
      ...fields,
      text: storeMentions(fields.text, mentionable),
      id: windowSources.ids.next(),
      author: me.person,
      at: windowSources.clock.now(),
      resolved: false,
      outcome: null,
    });
  };
  const add = (text: string, suggestion: string | null) => {
    if (at === null) return;
    const whole = textOf(at);
    // A proposal for a whole block is about all its words; a remark on it goes with the block.
    const about =
      inHand.length > 0 || suggestion === null ? inHand : [{ block: at, rangeInText: { start: 0, end: whole.length } }];
    write({
      block: at,
      text,
      words: about.flatMap((range) => anchorWords(session.draft, range)),
      quote: about.length > 0 && inHand.length === 0 ? whole : quote,
      answers: null,
      suggestion,
    });
    commenting.letGo();
  };
  const remove = (comment: Comment) => {
    const thread = threads.find(({ first }) => first.id === comment.id);
    setRemoved(thread ? [thread.first, ...thread.answers] : [comment]);
    removeComment(session.comments, comment);
  };

  return (
    <div className="panel-stack">
      {canWrite && at !== null && (
        <NewComment
          key={inHand.length > 0 ? quote : 'block'}
          subject={inHand.length > 0 ? { quote, isWholeBlock: false } : { quote: textOf(at), isWholeBlock: true }}
          people={mentionable}
          onAdd={add}
          onLetGo={inHand.length > 0 ? commenting.letGo : null}
        />
      )}
      {canWrite && at === null && <p className="field__hint">{strings.comments.chooseBlock}</p>}
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
              setRemoved([]);
            }}
          >
            {words.bringBack}
          </button>
        </p>
      )}
      {shown.length === 0 && <p className="empty">{words.none[scope]}</p>}
      <ul className="cards" aria-label={strings.comments.tab}>
        {shown.map((thread) => {
          const index = blocks.findIndex(({ id }) => id === thread.block);
          return (
            <ThreadCard
              key={thread.first.id}
              thread={thread}
              place={index < 0 ? '' : describePlace(places.placeOf(index), null, language)}
              now={wordsNow(session.draft, thread)}
              snapshot={snapshot}
              people={mentionable}
              isActive={thread.first.id === active}
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
