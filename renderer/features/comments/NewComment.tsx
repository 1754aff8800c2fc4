import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Mentionable } from '#shared/domain/mentions';
import { isEmpty, type BegunComment } from '#shared/schema/begunComments';
import { useStrings } from '../../i18n/language';
import type { UnsentComments } from '../../session';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { MentionField } from './MentionField';

/** What a new comment is about, in words. */
export interface Subject {
  /** The words in hand, or the text of the whole block. */
  readonly quote: string;
  readonly isWholeBlock: boolean;
  /** Where the block stands, as printed. */
  readonly place: string;
}

const nothing: BegunComment = { text: '', suggestion: null };

interface NewCommentProps {
  readonly subject: Subject;
  readonly people: readonly Mentionable[];
  readonly unsent: UnsentComments;
  /** Hears whether there is something of it now. */
  readonly onBegun: (isEmpty: boolean) => void;
  /** Which time a comment was asked for; and whether that asks for the focus, once. */
  readonly asked: number;
  readonly takeAsking: () => boolean;
  /** `suggestion` is `null` for a remark without a proposal. */
  readonly onAdd: (text: string, suggestion: string | null) => void;
  /** Lets go of what it is about; `null` where nothing is held. */
  readonly onLetGo: (() => void) | null;
  /** Back to the text; what was written stays. */
  readonly onGoOn: () => void;
}

/** A remark on the words in hand or on the block, and what it proposes instead. */
export function NewComment(props: NewCommentProps) {
  const { subject, people, unsent, onBegun, asked, takeAsking, onAdd, onLetGo, onGoOn } = props;
  const strings = useStrings();
  const words = strings.threads;
  const begun = useSyncExternalStore(unsent.subscribe, () => unsent.get().comment);
  const { text, suggestion } = begun ?? nothing;
  /** Who asked for a proposal writes it; one that was begun before waits for them. */
  const [asksProposal, setAsksProposal] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (takeAsking()) form.current?.querySelector('textarea')?.focus();
  }, [asked, takeAsking]);
  const write = (now: BegunComment): void => {
    unsent.begin(now);
    onBegun(isEmpty(now));
  };
  const proposes = suggestion !== null && suggestion !== subject.quote;
  const isReady = proposes || text.trim() !== '';
  const add = () => {
    if (!isReady) return;
    onAdd(text.trim(), proposes ? suggestion : null);
  };
  return (
    <form
      ref={form}
      className="panel-stack new-comment"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) add();
        else if (event.key === 'Escape' && onLetGo !== null && !isReady) onLetGo();
        else if (event.key === 'Escape') onGoOn();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {!subject.isWholeBlock && <q className="thread__quote">{subject.quote}</q>}
      <MentionField
        label={subject.isWholeBlock ? words.onBlock(subject.place) : words.onWords}
        value={text}
        onChange={(now) => write({ text: now, suggestion })}
        people={people}
      />
      {suggestion !== null && (
        <Field label={words.suggested} hint={words.suggestedHint}>
          {(id, hint) => (
            <textarea
              id={id}
              rows={3}
              autoFocus={asksProposal}
              aria-describedby={hint}
              value={suggestion}
              onChange={(event) => write({ text, suggestion: event.target.value })}
            />
          )}
        </Field>
      )}
      <span className="thread__actions">
        <Button type="submit" look="primary" isDisabled={!isReady}>
          {proposes ? words.addSuggestion : strings.comments.action}
        </Button>
        <Button
          onPress={() => {
            setAsksProposal(true);
            write({ text, suggestion: suggestion === null ? subject.quote : null });
          }}
        >
          {suggestion === null ? words.suggest : words.noSuggestion}
        </Button>
        {onLetGo && (
          <Button look="quiet" onPress={onLetGo}>
            {strings.app.cancel}
          </Button>
        )}
      </span>
    </form>
  );
}
