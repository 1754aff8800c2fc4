import { useState } from 'react';
import { amendmentMarks, amendmentPlace, describeChange, rebaseAmendment } from '#shared/amendment';
import { recommendations, type Amendment, type RecommendationKind } from '#shared/amendment/amendment';
import { describeFailure } from '#shared/messages/describe';
import type { RegisterCommand } from '#shared/register';
import { ArrowLeft } from 'lucide-react';
import { formatMoment, useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { MarkedText } from '../../ui/MarkedText';
import { AmendmentState } from './AmendmentState';

interface AmendmentDetailProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly amendment: Amendment;
  /** Numbers of the amendments it collides with. */
  readonly colliding: readonly string[];
  readonly onBack: () => void;
  readonly onShow: (() => void) | null;
}

/** One amendment as the paper prints it, and what the secretariat does with it. */
export function AmendmentDetail({ session, snapshot, amendment, colliding, onBack, onShow }: AmendmentDetailProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [kind, setKind] = useState<RecommendationKind>(amendment.recommendation?.kind ?? 'none');
  const [reason, setReason] = useState(amendment.recommendation?.reason ?? '');
  const [text, setText] = useState(amendment.recommendation?.text ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const base = snapshot.revisions.get(amendment.base);
  const newest = snapshot.register.newest === null ? undefined : snapshot.revisions.get(snapshot.register.newest);
  const rebased =
    base && newest && base.id !== newest.id && !amendment.decision ? rebaseAmendment(amendment, base, newest) : null;

  const perform = async (command: RegisterCommand) => {
    const done = await session.perform(command);
    setProblem(done.ok ? null : describeFailure(done.failure, language));
  };

  const recommend = () =>
    perform({
      type: 'recommend',
      amendment: amendment.id,
      recommendation: { kind, reason: reason.trim(), text: kind === 'adoptWithChanges' ? text.trim() : null },
    });

  return (
    <div className="panel-stack amendment">
      <Button look="quiet" onPress={onBack}>
        <ArrowLeft size={15} aria-hidden /> {strings.amendments.backToList}
      </Button>
      <header className="card__head">
        <h3>{strings.amendments.number(amendment.number)}</h3>
        <AmendmentState amendment={amendment} />
      </header>
      {base && (
        <>
          <p className="preview__place">{amendmentPlace(base, amendment, language)}</p>
          {amendment.changes.map((change, index) => (
            <div key={index} className="amendment__change">
              <p className="preview__instruction">{describeChange(base, change, language)}</p>
              <p className="preview__text">
                <MarkedText tokens={amendmentMarks(base, change)} />
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
      {colliding.length > 0 && !amendment.decision && (
        <p className="notice notice--warning">{strings.amendments.collidesWith(colliding.join(', '))}</p>
      )}
      {rebased && rebased.state !== 'untouched' && <p className="notice">{strings.amendments.rebase[rebased.state]}</p>}
      {amendment.decision?.tally && (
        <p>
          {strings.voting.for} {amendment.decision.tally.for} · {strings.voting.againstVotes}{' '}
          {amendment.decision.tally.against} · {strings.voting.abstained} {amendment.decision.tally.abstained}
        </p>
      )}
      {onShow && <Button onPress={onShow}>{strings.amendments.showInText}</Button>}
      {!amendment.decision && (
        <section className="amendment__recommend" aria-label={strings.amendments.recommendation}>
          <Field label={strings.amendments.recommendation}>
            {(id) => (
              <select
                id={id}
                value={kind}
                onChange={(event) => setKind(recommendations.find((one) => one === event.target.value) ?? 'none')}
              >
                {recommendations.map((one) => (
                  <option key={one} value={one}>
                    {strings.amendments.recommendations[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {kind === 'adoptWithChanges' && (
            <Field label={strings.amendments.changedText}>
              {(id) => <textarea id={id} rows={3} value={text} onChange={(event) => setText(event.target.value)} />}
            </Field>
          )}
          <Field label={strings.amendments.reason}>
            {(id) => <textarea id={id} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
          <Button look="primary" onPress={() => void recommend()}>
            {strings.amendments.saveRecommendation}
          </Button>
          <Button look="quiet" onPress={() => void perform({ type: 'withdraw', amendment: amendment.id })}>
            {strings.amendments.withdraw}
          </Button>
        </section>
      )}
      {problem !== null && (
        <p className="notice notice--problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
