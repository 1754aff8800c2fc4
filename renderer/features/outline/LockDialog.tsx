import { useState } from 'react';
import type { PersonId } from '#shared/core/ids';
import type { ChapterLock } from '#shared/domain/chapterLock';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import type { ChapterItem } from './chapterItems';
import { nameOf } from './folding';

export interface Lockable {
  readonly person: PersonId;
  readonly name: string;
}

interface LockDialogProps {
  readonly chapter: ChapterItem;
  /** Everyone else who can be let in, by name. */
  readonly people: readonly Lockable[];
  /** That another has locked it while this was open: theirs stands. `null` where nobody has. */
  readonly taken: string | null;
  readonly onLock: (lock: Pick<ChapterLock, 'people' | 'reason'>) => void;
  readonly onClose: () => void;
}

/** Who shall write in the chapter alone for a while, and why. */
export function LockDialog({ chapter, people, taken, onLock, onClose }: LockDialogProps) {
  const strings = useStrings();
  const words = strings.together;
  const [reason, setReason] = useState(chapter.plan.responsible ?? '');
  const [chosen, setChosen] = useState<readonly PersonId[]>([]);
  return (
    <Dialog title={words.lockTitle(nameOf(chapter))} onClose={onClose}>
      <p className="field__hint">{words.lockIntro}</p>
      {taken !== null && <p role="alert">{taken}</p>}
      <form
        className="panel-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (taken !== null) return;
          onLock({ people: chosen, reason });
          onClose();
        }}
      >
        <Field label={words.lockReason} hint={words.lockReasonHint}>
          {(id, hint) => (
            <input
              id={id}
              aria-describedby={hint}
              autoFocus
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {people.length > 0 && (
          <fieldset className="lock__people">
            <legend>{words.lockPeople}</legend>
            {people.map(({ person, name }) => (
              <label key={person}>
                <input
                  type="checkbox"
                  checked={chosen.includes(person)}
                  onChange={(event) =>
                    setChosen(event.target.checked ? [...chosen, person] : chosen.filter((one) => one !== person))
                  }
                />
                {name}
              </label>
            ))}
          </fieldset>
        )}
        <div className="dialog__actions">
          <Button onPress={onClose}>{strings.app.cancel}</Button>
          <Button look="primary" type="submit" isDisabled={taken !== null}>
            {words.lock}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
