import { useState } from 'react';
import type { Signatory } from '#shared/amendment/amendment';
import { useStrings } from '../../i18n/language';
import type { ProgrammeSession } from '../../session';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';

interface SignatoryFormProps {
  readonly session: ProgrammeSession;
  /** Who is at the machine; empty where that has not been said. */
  readonly name: string;
  /** What will be done, in words. */
  readonly action: string;
  /** Whether it can be done on behalf of a member body. */
  readonly hasBody: boolean;
  readonly onDone: (signatory: Signatory, body: string | null) => void;
  readonly onCancel: () => void;
}

/** Who it is that supports an amendment or takes it over: the secretariat does it for whoever asks, and nobody stands there without a name. */
export function SignatoryForm({ session, name: usual, action, hasBody, onDone, onCancel }: SignatoryFormProps) {
  const strings = useStrings();
  const [name, setName] = useState(usual);
  const [body, setBody] = useState('');
  const [isMember, setMember] = useState(true);
  return (
    <form
      className="signatory"
      aria-label={action}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        onDone({ person: session.addPerson(name.trim()), member: isMember }, body.trim() === '' ? null : body.trim());
      }}
    >
      <Field label={strings.filing.who}>
        {(id) => <input id={id} value={name} required autoFocus onChange={(event) => setName(event.target.value)} />}
      </Field>
      {hasBody && (
        <Field label={strings.amendments.body} hint={strings.amendments.bodyHint}>
          {(id, hint) => (
            <input id={id} aria-describedby={hint} value={body} onChange={(event) => setBody(event.target.value)} />
          )}
        </Field>
      )}
      <label className="check">
        <input type="checkbox" checked={isMember} onChange={(event) => setMember(event.target.checked)} />{' '}
        {strings.filing.whoIsMember}
      </label>
      <div className="filing-tools">
        <Button look="primary" type="submit" isDisabled={name.trim() === ''}>
          {action}
        </Button>
        <Button onPress={onCancel}>{strings.app.cancel}</Button>
      </div>
    </form>
  );
}
