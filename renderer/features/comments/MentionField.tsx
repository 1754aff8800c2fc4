import { useId, useRef, useState } from 'react';
import type { Mentionable } from '#shared/domain/mentions';
import { useStrings } from '../../i18n/language';
import { Field } from '../../ui/Field';

interface MentionFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly people: readonly Mentionable[];
  readonly autoFocus?: boolean;
}

const MOST_SHOWN = 6;

/** The name that is being written before the caret: what stands between an `@` that starts a word and the caret. */
function begun(text: string, caret: number): { readonly at: number; readonly name: string } | null {
  const match = /(?:^|[^\p{L}\p{N}_])@([\p{L}\p{N} .'’-]{0,40})$/u.exec(text.slice(0, caret));
  const name = match?.[1];
  return name === undefined ? null : { at: caret - name.length - 1, name };
}

/** A text in which `@` and a few letters find a person. Without the list a whole name works just as well. */
export function MentionField({ label, value, onChange, people, autoFocus }: MentionFieldProps) {
  const words = useStrings().threads;
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [putAway, setPutAway] = useState<number | null>(null);
  const name = begun(value, caret);
  const wanted = name?.name.toLocaleLowerCase() ?? '';
  const fitting =
    name === null || putAway === name.at
      ? []
      : people
          .filter((one) => one.name.toLocaleLowerCase().startsWith(wanted) && one.name.toLocaleLowerCase() !== wanted)
          .slice(0, MOST_SHOWN);
  const chosen = fitting[Math.min(at, fitting.length - 1)];

  const insert = (person: Mentionable): void => {
    if (name === null) return;
    const before = `${value.slice(0, name.at)}@${person.name} `;
    onChange(before + value.slice(caret));
    setCaret(before.length);
    setAt(0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  };

  return (
    <Field label={label} {...(people.length > 0 ? { hint: words.mentionHint } : {})}>
      {(id, hint) => (
        <span className="mention">
          <textarea
            ref={field}
            id={id}
            rows={3}
            autoFocus={autoFocus ?? false}
            value={value}
            aria-describedby={hint}
            aria-autocomplete="list"
            aria-controls={fitting.length > 0 ? listId : undefined}
            aria-activedescendant={chosen ? `${listId}-${chosen.person}` : undefined}
            onChange={(event) => {
              onChange(event.target.value);
              setCaret(event.target.selectionStart);
              setAt(0);
              setPutAway(null);
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
            onKeyDown={(event) => {
              if (chosen === undefined || name === null) return;
              if (event.key === 'ArrowDown') setAt((at + 1) % fitting.length);
              else if (event.key === 'ArrowUp') setAt((at + fitting.length - 1) % fitting.length);
              else if (event.key === 'Enter' && !event.ctrlKey) insert(chosen);
              else if (event.key === 'Tab') insert(chosen);
              else if (event.key === 'Escape') setPutAway(name.at);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
          {fitting.length > 0 && (
            <ul id={listId} role="listbox" aria-label={words.people} className="mention__people">
              {fitting.map((person) => (
                <li
                  key={person.person}
                  id={`${listId}-${person.person}`}
                  role="option"
                  aria-selected={person === chosen}
                  onPointerDown={(event) => {
                    event.preventDefault();
                    insert(person);
                  }}
                >
                  {person.name}
                </li>
              ))}
            </ul>
          )}
        </span>
      )}
    </Field>
  );
}
