import { useMemo, useState, useSyncExternalStore } from 'react';
import type { BlockId } from '#shared/core/ids';
import { describePlace, gazetteerOf } from '#shared/domain/places';
import { observeComments, readComments, writeComment, type Comment } from '#shared/schema/comments';
import { windowSources } from '../../app/sources';
import { formatMoment, useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Toggles } from '../../ui/Toggles';

/** Comments as a store: a new list at each change, the same list between. */
function commentsStore(session: ProgrammeSession) {
  let current = readComments(session.comments);
  return {
    get: () => current,
    subscribe: (listener: () => void) =>
      observeComments(session.comments, () => {
        current = readComments(session.comments);
        listener();
      }),
  };
}

interface CommentsPanelProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly focusBlock: BlockId | null;
  readonly onGo: (block: BlockId) => void;
}

/** Remarks on the block in focus, or on the whole programme. */
export function CommentsPanel({ session, snapshot, focusBlock, onGo }: CommentsPanelProps) {
  const strings = useStrings();
  const language = useLanguage();
  const store = useMemo(() => commentsStore(session), [session]);
  const comments = useSyncExternalStore(store.subscribe, store.get);
  const [scope, setScope] = useState<'here' | 'all'>('here');
  const [text, setText] = useState('');
  const places = useMemo(() => gazetteerOf(snapshot.blocks), [snapshot.blocks]);
  const shown = scope === 'all' ? comments : comments.filter(({ block }) => block === focusBlock);

  const placeOf = (comment: Comment): string => {
    const index = snapshot.blocks.findIndex(({ id }) => id === comment.block);
    return index < 0 ? '' : describePlace(places.placeOf(index), null, language);
  };

  const add = () => {
    if (focusBlock === null || text.trim() === '') return;
    writeComment(session.comments, {
      id: windowSources.ids.next(),
      block: focusBlock,
      author: snapshot.me.person,
      text: text.trim(),
      at: windowSources.clock.now(),
      resolved: false,
    });
    setText('');
  };

  return (
    <div className="panel-stack">
      <Toggles
        label={strings.comments.tab}
        options={[
          { key: 'here', text: strings.changes.thisBlock },
          { key: 'all', text: strings.changes.wholeProgramme },
        ]}
        selected={scope}
        onSelect={setScope}
      />
      {shown.length === 0 && <p className="empty">{strings.comments.none}</p>}
      <ul className="cards" aria-label={strings.comments.tab}>
        {shown.map((comment) => (
          <li key={comment.id} className="card" data-resolved={comment.resolved || undefined}>
            <span className="card__head">
              <button type="button" className="link" onClick={() => onGo(comment.block)}>
                {placeOf(comment)}
              </button>
              {comment.resolved && <span className="tag tag--adopted">{strings.comments.resolved}</span>}
            </span>
            <span className="card__text">{comment.text}</span>
            <span className="field__hint">
              {[snapshot.people[comment.author]?.name, formatMoment(comment.at, strings)].filter(Boolean).join(' · ')}
            </span>
            <Button
              look="quiet"
              onPress={() => writeComment(session.comments, { ...comment, resolved: !comment.resolved })}
            >
              {comment.resolved ? strings.comments.reopen : strings.comments.resolve}
            </Button>
          </li>
        ))}
      </ul>
      {focusBlock === null ? (
        <p className="field__hint">{strings.comments.chooseBlock}</p>
      ) : (
        <form
          className="panel-stack"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Field label={strings.comments.add}>
            {(id) => <textarea id={id} rows={3} value={text} onChange={(event) => setText(event.target.value)} />}
          </Field>
          <Button type="submit" isDisabled={text.trim() === ''}>
            {strings.comments.action}
          </Button>
        </form>
      )}
    </div>
  );
}
