import { gistOf } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { AmendmentId } from '#shared/core/ids';
import { useStrings } from '../../i18n/language';
import type { SessionSnapshot } from '../../session';
import { ChangeText } from './ChangeText';

interface JointChoiceProps {
  readonly open: readonly Amendment[];
  readonly revisions: SessionSnapshot['revisions'];
  readonly chosen: readonly AmendmentId[];
  readonly onChoose: (chosen: readonly AmendmentId[]) => void;
}

/** Which amendments the redaksjonskomité's text stands for. */
export function JointChoice({ open, revisions, chosen, onChoose }: JointChoiceProps) {
  const strings = useStrings();
  return (
    <fieldset className="joint-choice">
      <legend>{strings.filing.jointFor}</legend>
      {open.map(({ id, number, base, changes }) => {
        const revision = revisions.get(base);
        const [change] = changes;
        return (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChoose(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            <span>
              {strings.amendments.number(number)}
              {revision && change && !chosen.includes(id) && (
                <span className="field__hint"> {gistOf(revision, change)}</span>
              )}
              {revision &&
                chosen.includes(id) &&
                changes.map((one, index) => (
                  <span key={index} className="joint-choice__words">
                    <ChangeText revision={revision} change={one} />
                  </span>
                ))}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
