import { useState } from 'react';
import { isUsableRule, type MajorityKind, type VoteRule } from '#shared/voting';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { asDigits } from './ballot';

interface RuleDialogProps {
  readonly title: string;
  readonly rule: VoteRule;
  readonly action: string;
  readonly onChoose: (rule: VoteRule) => void;
  readonly onClose: () => void;
}

const kinds = ['simple', 'absolute', 'twoThirds', 'fraction'] as const satisfies readonly MajorityKind[];

/** By which rule votes are counted: of the whole meeting, or of one item. */
export function RuleDialog({ title, rule: given, action, onChoose, onClose }: RuleDialogProps) {
  const strings = useStrings();
  const words = strings.deciding.rule;
  const [rule, setRule] = useState(given);
  const { majority } = rule;
  const fraction = majority.kind === 'fraction' ? majority : { numerator: 3, denominator: 4 };
  const isSimple = majority.kind === 'simple';

  const choose = (kind: MajorityKind) =>
    setRule({ ...rule, majority: kind === 'fraction' ? { kind, ...fraction } : { kind } });
  return (
    <Dialog title={title} onClose={onClose}>
      <Field label={words.majority}>
        {(id) => (
          <select
            id={id}
            value={majority.kind}
            onChange={(event) => choose(kinds.find((one) => one === event.target.value) ?? 'simple')}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {majority.kind === 'fraction' && (
        <div className="row">
          {(['numerator', 'denominator'] as const).map((part) => (
            <Field key={part} label={words[part]}>
              {(id) => (
                <input
                  id={id}
                  inputMode="numeric"
                  value={majority[part]}
                  onChange={(event) =>
                    setRule({ ...rule, majority: { ...majority, [part]: Number(asDigits(event.target.value)) } })
                  }
                />
              )}
            </Field>
          ))}
        </div>
      )}
      {!isSimple && (
        <>
          <Field label={words.of}>
            {(id) => (
              <select
                id={id}
                value={rule.of}
                onChange={(event) => setRule({ ...rule, of: event.target.value === 'present' ? 'present' : 'cast' })}
              >
                <option value="cast">{words.cast}</option>
                <option value="present">{words.present}</option>
              </select>
            )}
          </Field>
          <label className="check">
            <input
              type="checkbox"
              checked={rule.abstentions === 'counted'}
              onChange={(event) => setRule({ ...rule, abstentions: event.target.checked ? 'counted' : 'ignored' })}
            />
            {words.abstentions}
          </label>
        </>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={rule.tie === 'chair'}
          onChange={(event) => setRule({ ...rule, tie: event.target.checked ? 'chair' : 'lost' })}
        />
        {words.tie}
      </label>
      <Field label={words.quorum} hint={words.quorumHint}>
        {(id, describedBy) => (
          <input
            id={id}
            aria-describedby={describedBy}
            inputMode="numeric"
            value={rule.quorum ?? ''}
            onChange={(event) => {
              const digits = asDigits(event.target.value);
              setRule({ ...rule, quorum: digits === '' ? null : Number(digits) });
            }}
          />
        )}
      </Field>
      <div className="dialog__actions">
        <Button onPress={onClose}>{strings.app.cancel}</Button>
        <Button look="primary" isDisabled={!isUsableRule(rule)} onPress={() => onChoose(rule)}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
