import { useState } from 'react';
import type { Mentionable } from '#shared/domain/mentions';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { MentionField } from './MentionField';

/** What a new comment is about, in words. */
export interface Subject {
  /** The words in hand, or the text of the whole block. */
  readonly quote: string;
  readonly isWholeBlock: boolean;
}

interface NewCommentProps {
  readonly subject: Subject;
  readonly people: readonly Mentionable[];
  /** `suggestion` is `null` for a remark without a proposal. */
  readonly onAdd: (text: string, suggestion: string | null) => void;
  /** Lets go of the words; `null` where none are in hand. */
  readonly onLetGo: (() => void) | null;
}

/** A remark on the words in hand or on the block, and what it proposes instead. */
export function NewComment({ subject, people, onAdd, onLetGo }: NewCommentProps) {
  const strings = useStrings();
  const words = strings.threads;
  const [text, setText] = useState('');
  const [suggestion, setSuggestion] = useState<string | null>(null);
  const proposes = suggestion !== null && suggestion !== subject.quote;
  const isReady = proposes || text.trim() !== '';
  const add = () => {
    if (!isReady) return;
    onAdd(text.trim(), proposes ? suggestion : null);
    setText('');
    setSuggestion(null);
  };
  return (
    <form
      className="panel-stack new-comment"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) add();
        else if (event.key === 'Escape' && onLetGo !== null) onLetGo();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {!subject.isWholeBlock && <q className="thread__quote">{subject.quote}</q>}
      <MentionField
        label={subject.isWholeBlock ? strings.comments.add : words.onWords}
        value={text}
        onChange={setText}
        people={people}
        autoFocus={!subject.isWholeBlock}
      />
      {suggestion !== null && (
        <Field label={words.suggested} hint={words.suggestedHint}>
          {(id, hint) => (
            <textarea
              id={id}
              rows={3}
              autoFocus
              aria-describedby={hint}
              value={suggestion}
              onChange={(event) => setSuggestion(event.target.value)}
            />
          )}
        </Field>
      )}
      <span className="thread__actions">
        <Button type="submit" look="primary" isDisabled={!isReady}>
          {proposes ? words.addSuggestion : strings.comments.action}
        </Button>
        <Button onPress={() => setSuggestion(suggestion === null ? subject.quote : null)}>
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
