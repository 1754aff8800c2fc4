import { useState } from 'react';
import { FileInput, SlidersHorizontal } from 'lucide-react';
import type { AmendmentId } from '#shared/core/ids';
import type { Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { findReceived, readAmendmentFile, submissionOf } from '#shared/schema/amendmentFile';
import { mayPerform } from '#shared/sync';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { Notice, type Told } from '../../ui/Notice';
import { DeadlineClock } from './DeadlineClock';
import { RulesDialog } from './RulesDialog';

interface FilingHeadProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  readonly onSelect: (amendment: AmendmentId) => void;
}

interface Filed extends Told {
  /** The amendment that it is about, to go on to. */
  readonly about?: { readonly amendment: AmendmentId; readonly number: string };
}

/** Above the list: how long amendments come in time, and what the secretariat does about all of them. */
export function FilingHead({ session, snapshot, platform, onSelect }: FilingHeadProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [told, setTold] = useState<Filed | null>(null);
  const [isRuling, setRuling] = useState(false);
  const { role } = snapshot.me;

  const openFile = async () => {
    const opened = await platform.openFile();
    if (!opened.ok) {
      setTold({ problem: true, text: describeFailure(opened.failure, language) });
      return;
    }
    if (!opened.value) return;
    const { name, bytes } = opened.value;
    const file = readAmendmentFile(bytes, name);
    const received = file.ok ? findReceived(file.value, name, session.programme, snapshot.entries) : file;
    if (!file.ok || !received.ok) {
      const failure = !file.ok ? file.failure : received.ok ? null : received.failure;
      if (failure) setTold({ problem: true, text: describeFailure(failure, language) });
      return;
    }
    const { amendment } = file.value;
    if (received.value !== null) {
      const about = { amendment, number: received.value };
      setTold({ problem: false, text: strings.filing.fileKnown(received.value), about });
      return;
    }
    const filed = await session.perform(submissionOf(file.value, (wanted) => session.addPerson(wanted)));
    if (!filed.ok) {
      setTold({ problem: true, text: describeFailure(filed.failure, language) });
      return;
    }
    const number = session.getSnapshot().register.amendments.get(amendment)?.number ?? '';
    setTold({ problem: false, text: strings.filing.fileReceived(number), about: { amendment, number } });
  };

  return (
    <>
      <DeadlineClock register={snapshot.register} />
      {!mayPerform(role, 'submit') && <p className="field__hint">{strings.filing.readerHint}</p>}
      {mayPerform(role, 'setFilingRules') && (
        <div className="filing-tools">
          <Button look="quiet" onPress={() => void openFile()}>
            <FileInput size={15} aria-hidden /> {strings.filing.openFile}
          </Button>
          <Button look="quiet" onPress={() => setRuling(true)}>
            <SlidersHorizontal size={15} aria-hidden /> {strings.filing.rules}
          </Button>
        </div>
      )}
      {told && (
        <Notice problem={told.problem}>
          {told.text}{' '}
          {told.about && (
            <button type="button" className="link" onClick={() => told.about && onSelect(told.about.amendment)}>
              {strings.amendments.number(told.about.number)}
            </button>
          )}
        </Notice>
      )}
      {isRuling && (
        <RulesDialog session={session} rules={snapshot.register.filingRules} onClose={() => setRuling(false)} />
      )}
    </>
  );
}
