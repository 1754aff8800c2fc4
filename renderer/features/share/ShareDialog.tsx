import { useState } from 'react';
import type { Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import type { Role } from '#shared/sync';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { CopyButton } from '../../ui/CopyButton';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { invitationLink } from './invitation';

const roles = ['editor', 'delegate', 'reader', 'secretariat'] as const satisfies readonly Role[];

export interface ShareDialogProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  readonly onClose: () => void;
}

/** Starts sharing from this machine and makes the links that let others in, each with the least right it needs. */
export function ShareDialog({ session, snapshot, platform, onClose }: ShareDialogProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [role, setRole] = useState<Role>('editor');
  const [link, setLink] = useState<string | null>(null);
  const [name, setName] = useState(snapshot.me.name);
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  /** Sharing was begun here: one goes on where the button for it was. */
  const [hasStarted, setStarted] = useState(false);
  const shared = snapshot.connection !== 'alone';

  /** Runs one step and shows why where it fails; the dialog stays usable either way. */
  const attempt = async (step: () => Promise<string | null>) => {
    setWorking(true);
    setProblem(await step());
    setWorking(false);
  };

  const start = () =>
    attempt(async () => {
      setStarted(true);
      const info = await platform.startSharing();
      if (!info.ok) return describeFailure(info.failure, language);
      const joined = await session.share(info.value);
      return joined.ok ? null : describeFailure(joined.failure, language);
    });

  const make = () =>
    attempt(async () => {
      const invitation = await session.createInvite(role);
      if (!invitation.ok) return describeFailure(invitation.failure, language);
      setLink(invitationLink(invitation.value));
      return null;
    });

  return (
    <Dialog title={strings.share.title} onClose={onClose}>
      <p>{strings.share.intro}</p>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          session.nameMyself(name.trim());
        }}
      >
        <Field label={strings.share.name}>
          {(id) => (
            <input
              id={id}
              value={name}
              autoFocus
              onChange={(event) => setName(event.target.value)}
              onBlur={() => session.nameMyself(name.trim())}
            />
          )}
        </Field>
      </form>
      {!shared && platform.kind === 'browser' && <p className="notice">{strings.share.unavailable}</p>}
      {!shared && platform.kind === 'desktop' && (
        <Button look="primary" isBusy={working} onPress={() => void start()}>
          {strings.share.start}
        </Button>
      )}
      {shared && (
        <>
          <Notice>{snapshot.me.role === 'secretariat' ? strings.share.running : strings.share.joined}</Notice>
          {snapshot.me.role === 'secretariat' && (
            <>
              <Field label={strings.share.role}>
                {(id) => (
                  <select
                    id={id}
                    value={role}
                    autoFocus={hasStarted}
                    onChange={(event) => {
                      setRole(roles.find((one) => one === event.target.value) ?? 'reader');
                      setLink(null);
                    }}
                  >
                    {roles.map((one) => (
                      <option key={one} value={one}>
                        {strings.share.roles[one]}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <Button look="primary" isBusy={working} onPress={() => void make()}>
                {strings.share.make}
              </Button>
            </>
          )}
          {link !== null && (
            <>
              <Field label={strings.share.link}>
                {(id) => <input id={id} readOnly value={link} onFocus={(event) => event.target.select()} />}
              </Field>
              <CopyButton text={link} label={strings.share.copy} />
            </>
          )}
        </>
      )}
      {problem !== null && <Notice problem>{problem}</Notice>}
      <div className="dialog__actions">
        <Button onPress={onClose}>{strings.app.close}</Button>
      </div>
    </Dialog>
  );
}
