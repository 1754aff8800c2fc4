import { useEffect, useRef, useState } from 'react';
import type { Mentionable } from '#shared/domain/mentions';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { MentionField } from './MentionField';
import type { Begun } from './unsent';

/** What a new comment is about, in words. */
export interface Subject {
  /** The words in hand, or the text of the whole block. */
  readonly quote: string;
  readonly isWholeBlock: boolean;
  /** Where the block stands, as printed. */
  readonly place: string;
}

interface NewCommentProps {
  readonly subject: Subject;
  readonly people: readonly Mentionable[];
  /** What was written of it before the panel showed something else. */
  readonly begun: Pick<Begun, 'text' | 'suggestion'> | null;
  readonly onBegun: (begun: Pick<Begun, 'text' | 'suggestion'>) => void;
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
  const { subject, people, begun, onBegun, asked, takeAsking, onAdd, onLetGo, onGoOn } = props;
  const strings = useStrings();
  const words = strings.threads;
  const [text, setText] = useState(begun?.text ?? '');
  const [suggestion, setSuggestion] = useState(begun?.suggestion ?? null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (takeAsking()) form.current?.querySelector('textarea')?.focus();
  }, [asked, takeAsking]);
  const write = (now: Pick<Begun, 'text' | 'suggestion'>): void => {
    setText(now.text);
    setSuggestion(now.suggestion);
    onBegun(now);
  };
  const clear = (): void => {
    setText('');
    setSuggestion(null);
  };
  const proposes = suggestion !== null && suggestion !== subject.quote;
  const isReady = proposes || text.trim() !== '';
  const add = () => {
    if (!isReady) return;
    onAdd(text.trim(), proposes ? suggestion : null);
    clear();
  };
  const letGo = () => {
    onLetGo?.();
    clear();
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
        else if (event.key === 'Escape' && onLetGo !== null && !isReady) letGo();
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
              autoFocus
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
        <Button onPress={() => write({ text, suggestion: suggestion === null ? subject.quote : null })}>
          {suggestion === null ? words.suggest : words.noSuggestion}
        </Button>
        {onLetGo && (
          <Button look="quiet" onPress={letGo}>
            {strings.app.cancel}
          </Button>
        )}
      </span>
    </form>
  );
}
