import { useMemo, useState } from 'react';
import { defaultLineSettings, layoutLines, type LineSettings } from '#shared/domain/lines';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';

interface FreezeDialogProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly onClose: () => void;
  readonly onFrozen: () => void;
}

/** Makes the draft a named revision with fixed line numbers; shows exactly what will be recorded, then what was. */
export function FreezeDialog({ session, snapshot, onClose, onFrozen }: FreezeDialogProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [name, setName] = useState(strings.freeze.suggested);
  const [settings, setSettings] = useState<LineSettings>(defaultLineSettings);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const lineCount = useMemo(
    () => layoutLines(snapshot.blocks, settings).reduce((sum, lines) => sum + lines.length, 0),
    [snapshot.blocks, settings],
  );

  const freeze = async () => {
    const frozen = await session.freezeDraft(name.trim(), settings);
    if (frozen.ok) setDone(strings.freeze.done(frozen.value.name, frozen.value.id.slice(0, 12)));
    else setProblem(describeFailure(frozen.failure, language));
  };

  if (done !== null) {
    return (
      <Dialog title={strings.freeze.title} onClose={onFrozen}>
        <Notice>{done}</Notice>
        <div className="dialog__actions">
          <Button look="primary" onPress={onFrozen} autoFocus>
            {strings.app.close}
          </Button>
        </div>
      </Dialog>
    );
  }

  const wholeNumber = (raw: string, least: number, most: number): number =>
    Math.min(most, Math.max(least, Math.floor(Number(raw)) || least));

  return (
    <Dialog title={strings.freeze.title} onClose={onClose}>
      <p>{strings.freeze.intro}</p>
      <Field label={strings.freeze.name}>
        {(id) => <input id={id} value={name} autoFocus onChange={(event) => setName(event.target.value)} />}
      </Field>
      <div className="row">
        <Field label={strings.freeze.measure}>
          {(id) => (
            <input
              id={id}
              type="number"
              min={40}
              max={120}
              defaultValue={settings.measure}
              onChange={(event) => setSettings({ ...settings, measure: wholeNumber(event.target.value, 40, 120) })}
            />
          )}
        </Field>
        <Field label={strings.freeze.start}>
          {(id) => (
            <input
              id={id}
              type="number"
              min={1}
              defaultValue={settings.start}
              onChange={(event) => setSettings({ ...settings, start: wholeNumber(event.target.value, 1, 99_999) })}
            />
          )}
        </Field>
      </div>
      <Field label={strings.freeze.restart}>
        {(id) => (
          <select
            id={id}
            value={settings.restart}
            onChange={(event) =>
              setSettings({ ...settings, restart: event.target.value === 'chapter' ? 'chapter' : 'never' })
            }
          >
            <option value="never">{strings.freeze.continuous}</option>
            <option value="chapter">{strings.freeze.perChapter}</option>
          </select>
        )}
      </Field>
      <p className="field__hint">{strings.freeze.records(snapshot.blocks.length, lineCount)}</p>
      {problem !== null && <Notice problem>{problem}</Notice>}
      <div className="dialog__actions">
        <Button onPress={onClose}>{strings.app.cancel}</Button>
        <Button look="primary" isDisabled={name.trim() === ''} onPress={() => void freeze()}>
          {strings.freeze.action(name.trim())}
        </Button>
      </div>
    </Dialog>
  );
}
