import { memo, useCallback, useMemo, useState } from 'react';
import { votingOrder, type Standing, type VotingItem } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { AmendmentId } from '#shared/core/ids';
import type { Clock, IdSource } from '#shared/core/sources';
import type { Revision } from '#shared/domain/revision';
import type { OpenedFile, Platform } from '#shared/ipc/platform';
import { openUnfinished } from '#shared/register';
import { mayPerform } from '#shared/sync';
import { contradicts } from '#shared/voting';
import { useStrings } from '../../i18n/language';
import { newestIn, type ProgrammeSession, type SessionSnapshot } from '../../session';
import { Toggles } from '../../ui/Toggles';
import { useGradually } from '../../ui/useGradually';
import { Notice, type Told } from '../../ui/Notice';
import { AmendmentState, ToldChange } from '../amendments';
import { OutcomeSection } from './OutcomeSection';
import { PlanSection } from './PlanSection';
import { RecommendSection } from './RecommendSection';
import { RelationsSection } from './RelationsSection';
import { useMeetingPlan } from './usePlan';

type Section = 'plan' | 'recommend' | 'relations' | 'outcome';

export interface VotingPageProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  readonly sources: { readonly clock: Clock; readonly ids: IdSource };
  /** The newest one while anything is open, else the one that was voted on last. */
  readonly revision: Revision;
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
  readonly onOpenAmendment: (amendment: AmendmentId) => void;
  readonly onOpenFile: (file: OpenedFile) => void;
}

/** What was decided about amendments, in the order of the text they were filed against; those that were withdrawn are left out. */
function decidedItems(
  amendments: Iterable<Amendment>,
  revisions: Iterable<Revision>,
  manual: readonly AmendmentId[] | null,
): readonly VotingItem[] {
  const decided = [...amendments].filter(({ decision }) => decision !== null);
  return [...revisions].flatMap((revision) => {
    const here = decided.filter(({ base }) => base === revision.id);
    return here.length === 0 ? [] : votingOrder(revision, here, manual).items;
  });
}

/** The meeting: what is recommended, what is put to the vote and in which order, what stands against what, and what came of it. */
export function VotingPage(props: VotingPageProps) {
  const { session, snapshot, platform, sources, revision, standings, onOpenAmendment, onOpenFile } = props;
  const strings = useStrings();
  const words = strings.deciding;
  const [section, setSection] = useState<Section>('plan');
  const [notice, setNotice] = useState<Told | null>(null);
  const { register, revisions } = snapshot;
  const { amendments, votingOrder: manual } = register;
  const hasOpen = useMemo(() => [...amendments.values()].some(({ decision }) => decision === null), [amendments]);
  const meeting = useMeetingPlan(hasOpen ? revision : null, standings, register, manual);
  const decided = useMemo(() => {
    const shown = hasOpen ? revisions.values() : [revision];
    return decidedItems(amendments.values(), shown, manual);
  }, [amendments, hasOpen, manual, revision, revisions]);
  const numberOf = useCallback((id: AmendmentId): string => amendments.get(id)?.number ?? '', [amendments]);
  const newest = newestIn(snapshot);
  const left = openUnfinished(register).length;
  const drawn = useGradually(decided.length);

  const outcome = newest && (
    <OutcomeSection
      key={newest.id}
      session={session}
      snapshot={snapshot}
      platform={platform}
      sources={sources}
      newest={newest}
      numberOf={numberOf}
      onNotice={setNotice}
      onOpenFile={onOpenFile}
    />
  );
  const told = notice && <Notice problem={notice.problem}>{notice.text}</Notice>;

  if (!hasOpen && decided.length === 0) {
    // Nobody proposed anything: what was adopted as it stood goes on to the next period all the same.
    return register.phase === 'adopted' ? (
      <div className="voting-page">
        {told}
        {outcome}
      </div>
    ) : (
      <p className="empty">
        {strings.voting.none} {mayPerform(snapshot.me.role, 'submit') && strings.voting.howToFile}
      </p>
    );
  }

  const decidedList = (
    <ol className="voting">
      {decided.slice(0, drawn).map((item) => {
        const [first] = item.amendments.flatMap((id) => amendments.get(id) ?? []);
        if (!first) return null;
        return (
          <DecidedRow
            key={item.amendments.join()}
            title={item.amendments.map((id) => strings.amendments.number(numberOf(id))).join(', ')}
            place={item.place}
            amendment={first}
            base={revisions.get(first.base) ?? null}
            because={first.decision?.because ? numberOf(first.decision.because) : ''}
            onOpenAmendment={onOpenAmendment}
          />
        );
      })}
    </ol>
  );
  return (
    <div className="voting-page">
      <header>
        <h2>
          {section === 'plan' ? strings.voting.title : words.sections[section]} – {revision.name}
        </h2>
        {section === 'plan' && <p className="field__hint">{strings.voting.intro}</p>}
        <Toggles
          label={words.sections.label}
          options={[
            { key: 'plan', text: words.sections.plan },
            ...(mayPerform(snapshot.me.role, 'publishRecommendations')
              ? [{ key: 'recommend', text: words.sections.recommend } as const]
              : []),
            { key: 'relations', text: words.sections.relations },
            { key: 'outcome', text: left === 0 ? words.sections.outcome : words.sections.outcomeLeft(left) },
          ]}
          selected={section}
          onSelect={setSection}
        />
      </header>
      {told}
      {section === 'plan' && (
        <>
          {hasOpen && (
            <PlanSection
              session={session}
              snapshot={snapshot}
              revision={revision}
              standings={standings}
              onOpenAmendment={onOpenAmendment}
              onNotice={setNotice}
            />
          )}
          {hasOpen && decided.length > 0 ? (
            <details className="voting__decided">
              <summary>{strings.voting.decidedOnes(decided.length)}</summary>
              {decidedList}
            </details>
          ) : (
            decidedList
          )}
        </>
      )}
      {section === 'recommend' && (
        <RecommendSection
          session={session}
          snapshot={snapshot}
          standings={standings}
          items={meeting.plan.items}
          onOpenAmendment={onOpenAmendment}
          onNotice={setNotice}
        />
      )}
      {section === 'relations' && (
        <RelationsSection
          revision={revision}
          standings={standings}
          plan={meeting.plan}
          numberOf={numberOf}
          onOpenAmendment={onOpenAmendment}
        />
      )}
      {section === 'outcome' && outcome}
    </div>
  );
}

interface DecidedRowProps {
  readonly title: string;
  readonly place: string;
  /** The first of those that asked for it. */
  readonly amendment: Amendment;
  /** What it was filed against. */
  readonly base: Revision | null;
  /** The number of the one whose decision this follows from; empty where it was decided itself. */
  readonly because: string;
  readonly onOpenAmendment: (amendment: AmendmentId) => void;
}

/** What the meeting decided about one item, with what was counted. Drawn anew only when that is another. */
const DecidedRow = memo(function DecidedRow(props: DecidedRowProps) {
  const { title, place, amendment: first, base, because, onOpenAmendment } = props;
  const strings = useStrings();
  const words = strings.deciding;
  const { decision } = first;
  const ballot = decision?.ballot;
  const isContradicted = decision && ballot && contradicts(decision.result, ballot.outcome);
  const changes = decision?.changes ?? first.changes;
  return (
    <li className="voting__item" aria-label={title}>
      <div className="card__head">
        <button type="button" className="link" onClick={() => onOpenAmendment(first.id)}>
          {title}
        </button>
        <span className="field__hint">{place}</span>
        <AmendmentState amendment={first} />
      </div>
      {base &&
        changes.map((change, index) => (
          <p key={index} className="preview__text">
            <ToldChange revision={base} change={change} />
          </p>
        ))}
      <p className="voting__relations">
        {decision?.changes && <span>{words.ballot.adoptedChanged}</span>}
        {decision?.enBloc && <span>{words.enBloc.title}</span>}
        {decision?.tally && (
          <span>
            {strings.voting.for} {decision.tally.for} · {strings.voting.againstVotes} {decision.tally.against} ·{' '}
            {strings.voting.abstained} {decision.tally.abstained}
          </span>
        )}
        {because !== '' && <span>{words.plan.because(because)}</span>}
        {isContradicted && <strong className="voting__problem">{words.ballot.contradiction}</strong>}
      </p>
    </li>
  );
});
