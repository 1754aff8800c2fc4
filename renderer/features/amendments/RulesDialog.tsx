import { useState } from 'react';
import { phases, type Phase } from '#shared/domain/phases';
import { describeFailure } from '#shared/messages/describe';
import { LONGEST_PREFIX, numberingSchemes, type FilingRules } from '#shared/register';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';

interface RulesDialogProps {
  readonly session: ProgrammeSession;
  readonly rules: FilingRules;
  readonly onClose: () => void;
}

/** The phases in which amendments come in. */
const filingPhases = phases.filter((phase) => phase !== 'draft' && phase !== 'adopted');

/** A moment as the control for date and time writes it: in this machine's time zone, to the minute. */
function asLocal(instant: string | undefined): string {
  if (instant === undefined) return '';
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** How amendments are numbered, until when they come in time, and whether a non-member needs support. */
export function RulesDialog({ session, rules, onClose }: RulesDialogProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [numbering, setNumbering] = useState(rules.numbering);
  const [prefix, setPrefix] = useState(rules.prefix);
  const [supportNeeded, setSupportNeeded] = useState(rules.supportNeeded);
  const [deadlines, setDeadlines] = useState<Readonly<Partial<Record<Phase, string>>>>(rules.deadlines);
  const [problem, setProblem] = useState<string | null>(null);

  const setDeadline = (phase: Phase, local: string): void => {
    const others = Object.fromEntries(Object.entries(deadlines).filter(([other]) => other !== phase));
    setDeadlines(local === '' ? others : { ...others, [phase]: new Date(local).toISOString() });
  };
  const save = async () => {
    const saved = await session.perform({
      type: 'setFilingRules',
      rules: { numbering, prefix: prefix.trim(), deadlines, supportNeeded },
    });
    if (saved.ok || saved.failure.code === 'rules-same') onClose();
    else setProblem(describeFailure(saved.failure, language));
  };

  return (
    <Dialog title={strings.filing.rules} onClose={onClose}>
      <Field label={strings.filing.numbering}>
        {(id) => (
          <select
            id={id}
            value={numbering}
            onChange={(event) =>
              setNumbering(numberingSchemes.find((one) => one === event.target.value) ?? 'continuous')
            }
          >
            {numberingSchemes.map((one) => (
              <option key={one} value={one}>
                {strings.filing.numberings[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={strings.filing.prefix} hint={strings.filing.prefixHint}>
        {(id, hint) => (
          <input
            id={id}
            aria-describedby={hint}
            value={prefix}
            maxLength={LONGEST_PREFIX}
            onChange={(event) => setPrefix(event.target.value)}
          />
        )}
      </Field>
      {filingPhases.map((phase) => (
        <Field key={phase} label={strings.filing.deadlineOf(strings.phases[phase].toLocaleLowerCase(strings.locale))}>
          {(id) => (
            <input
              id={id}
              type="datetime-local"
              value={asLocal(deadlines[phase])}
              onChange={(event) => setDeadline(phase, event.target.value)}
            />
          )}
        </Field>
      ))}
      <label className="check">
        <input type="checkbox" checked={supportNeeded} onChange={(event) => setSupportNeeded(event.target.checked)} />{' '}
        {strings.filing.supportNeeded}
      </label>
      {problem !== null && <Notice problem>{problem}</Notice>}
      <div className="dialog__actions">
        <Button onPress={onClose}>{strings.app.cancel}</Button>
        <Button look="primary" onPress={() => void save()}>
          {strings.filing.rulesAction}
        </Button>
      </div>
    </Dialog>
  );
}
