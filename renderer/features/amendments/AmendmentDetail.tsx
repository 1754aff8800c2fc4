import { useState } from 'react';
import { amendmentPlace, describeChange, type Standing } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import { describeFailure } from '#shared/messages/describe';
import type { Revision } from '#shared/domain/revision';
import type { Platform } from '#shared/ipc/platform';
import type { RegisterCommand } from '#shared/register';
import { mayPerform } from '#shared/sync';
import { ArrowLeft } from 'lucide-react';
import { formatMoment, useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { AmendmentState } from './AmendmentState';
import { ChangeText } from './ChangeText';
import { ConflictReason } from './ConflictNote';
import { FilingSection } from './FilingSection';
import { isOwn } from './own';
import { Recommend } from './Recommend';
import { ConflictColumns } from './SettleDialog';
import { StandingTag } from './StandingTag';

interface AmendmentDetailProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  readonly amendment: Amendment;
  readonly standing: Standing | undefined;
  /** That of what it amends, where it amends another. */
  readonly parentStanding: Standing | undefined;
  readonly newest: Revision | null;
  /** Numbers of the amendments it collides with. */
  readonly colliding: readonly string[];
  readonly onBack: () => void;
  readonly onShow: (() => void) | null;
}

/** One amendment as the paper prints it, and what the secretariat does with it. */
export function AmendmentDetail(props: AmendmentDetailProps) {
  const { session, snapshot, platform, amendment, standing, parentStanding, newest, colliding, onBack, onShow } = props;
  const strings = useStrings();
  const language = useLanguage();
  const [problem, setProblem] = useState<string | null>(null);
  const base = snapshot.revisions.get(amendment.base);
  const told = standing?.revision ?? null;
  const { role } = snapshot.me;
  const isOpen = amendment.decision === null;
  const isConflict = isOpen && standing?.state === 'conflict';

  const perform = async (command: RegisterCommand) => {
    const done = await session.perform(command);
    setProblem(done.ok ? null : describeFailure(done.failure, language));
    return done.ok;
  };

  return (
    <div className="panel-stack amendment">
      <Button look="quiet" onPress={onBack}>
        <ArrowLeft size={15} aria-hidden /> {strings.amendments.backToList}
      </Button>
      <header className="card__head">
        <h3>{strings.amendments.number(amendment.number)}</h3>
        <AmendmentState amendment={amendment} />
        <StandingTag amendment={amendment} standing={standing} newest={newest} />
      </header>
      {standing && <p className="preview__place">{standing.place}</p>}
      {amendment.isLate && <p className="tag tag--late">{strings.filing.late}</p>}
      {isConflict && (
        <>
          <ConflictReason standing={standing} />
          <ConflictColumns standing={standing} heading="h4" />
        </>
      )}
      {standing && told && !isConflict && (
        <>
          {standing.wording.changes.map((change, index) => (
            <div key={index} className="amendment__change">
              <p className="preview__instruction">{describeChange(told, change, language)}</p>
              <p className="preview__text">
                <ChangeText revision={told} change={change} />
              </p>
            </div>
          ))}
        </>
      )}
      {amendment.rationale !== '' && (
        <div>
          <h4>{strings.amendments.rationale}</h4>
          <p>{amendment.rationale}</p>
        </div>
      )}
      <p className="field__hint">
        {[snapshot.people[amendment.proposer]?.name, amendment.body, formatMoment(amendment.submittedAt, strings)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <FilingSection
        session={session}
        snapshot={snapshot}
        platform={platform}
        amendment={amendment}
        standing={standing}
        parentStanding={parentStanding}
        newest={newest}
        perform={perform}
      />
      {colliding.length > 0 && !amendment.decision && (
        <p className="notice notice--warning">{strings.amendments.collidesWith(colliding.join(', '))}</p>
      )}
      {standing && standing.state !== 'untouched' && !isConflict && (
        <p className="notice">
          {strings.amendments.rebase[standing.state]}{' '}
          {base &&
            standing.state === 'carried' &&
            strings.amendments.filedAs(amendmentPlace(base, amendment, language))}
        </p>
      )}
      {amendment.decision?.tally && (
        <p>
          {strings.voting.for} {amendment.decision.tally.for} · {strings.voting.againstVotes}{' '}
          {amendment.decision.tally.against} · {strings.voting.abstained} {amendment.decision.tally.abstained}
        </p>
      )}
      {onShow && <Button onPress={onShow}>{strings.amendments.showInText}</Button>}
      {isOpen && mayPerform(role, 'recommend') && (
        <Recommend session={session} snapshot={snapshot} amendment={amendment} perform={perform} />
      )}
      {isOpen && isOwn(snapshot, amendment) && (
        <Button look="quiet" onPress={() => void perform({ type: 'withdraw', amendment: amendment.id })}>
          {strings.amendments.withdraw}
        </Button>
      )}
      {problem !== null && <Notice problem>{problem}</Notice>}
    </div>
  );
}
