import { memo, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { gistOf, type Standing, type VotingItem } from '#shared/amendment';
import {
  recommendations,
  type Amendment,
  type Recommendation,
  type RecommendationKind,
} from '#shared/amendment/amendment';
import type { AmendmentId } from '#shared/core/ids';
import { describeFailure } from '#shared/messages/describe';
import { tidied } from '#shared/schema/adviceDoc';
import { useLanguage, useStrings } from '../../i18n/language';
import { adviceOn, type AdviceDrafts, type ProgrammeSession, type SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { useGradually } from '../../ui/useGradually';
import { FEW, useNear } from '../../ui/useNear';
import type { Told } from '../../ui/Notice';
import { RecommendationFields } from '../amendments';

interface RecommendSectionProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
  readonly items: readonly VotingItem[];
  readonly onOpenAmendment: (amendment: AmendmentId) => void;
  readonly onNotice: (notice: Told | null) => void;
}

/** Recommendations on all open amendments: drafted here in private, and published together. */
export function RecommendSection(props: RecommendSectionProps) {
  const { session, snapshot, standings, items, onOpenAmendment, onNotice } = props;
  const strings = useStrings();
  const language = useLanguage();
  const words = strings.deciding.recommend;
  const { drafts, problem } = useSyncExternalStore(session.advice.subscribe, session.advice.get);
  useEffect(() => {
    if (problem) onNotice({ problem: true, text: describeFailure(problem, language) });
  }, [language, onNotice, problem]);
  const [chosen, setChosen] = useState<ReadonlySet<AmendmentId>>(new Set());
  const [bulkKind, setBulkKind] = useState<RecommendationKind>('adopt');
  const { amendments } = snapshot.register;
  const open = useMemo(
    () => items.flatMap((item) => item.amendments.flatMap((id) => amendments.get(id) ?? [])),
    [amendments, items],
  );
  const drawn = useGradually(open.length);
  const openDrafts = new Map([...drafts].filter(([id]) => amendments.get(id)?.decision === null));

  const choose = useCallback(
    (id: AmendmentId, isChosen: boolean) =>
      setChosen((before) => {
        const next = new Set(before);
        if (isChosen) next.add(id);
        else next.delete(id);
        return next;
      }),
    [],
  );

  const publish = async () => {
    const recommended = [...openDrafts].map(([amendment, draft]) => ({ amendment, recommendation: tidied(draft) }));
    const done = await session.perform({ type: 'publishRecommendations', recommendations: recommended });
    if (!done.ok) {
      onNotice({ problem: true, text: describeFailure(done.failure, language) });
      return;
    }
    session.advice.dropRecommended(openDrafts);
    onNotice({ problem: false, text: words.published(recommended.length) });
  };

  if (open.length === 0) return <p className="empty">{words.nothingOpen}</p>;
  const isAll = chosen.size === open.length;
  return (
    <section aria-label={words.title}>
      <p className="field__hint">{words.intro}</p>
      <div className="voting__tools">
        <label className="check">
          <input
            type="checkbox"
            checked={isAll}
            onChange={() => setChosen(isAll ? new Set() : new Set(open.map(({ id }) => id)))}
          />
          {words.chooseAll}
        </label>
        <label className="check">
          {words.bulk(chosen.size)}
          <select
            value={bulkKind}
            onChange={(event) => setBulkKind(recommendations.find((one) => one === event.target.value) ?? 'none')}
          >
            {recommendations
              .filter((kind) => kind !== 'adoptWithChanges' && kind !== 'coveredBy')
              .map((kind) => (
                <option key={kind} value={kind}>
                  {strings.amendments.recommendations[kind]}
                </option>
              ))}
          </select>
        </label>
        <Button
          isDisabled={chosen.size === 0}
          onPress={() =>
            session.advice.advise(
              open.filter(({ id }) => chosen.has(id)),
              { kind: bulkKind },
            )
          }
        >
          {words.applyBulk}
        </Button>
      </div>
      <ol className="voting">
        {open.slice(0, drawn).map((amendment) => (
          <RecommendRow
            key={amendment.id}
            amendment={amendment}
            place={standings.get(amendment.id)?.place ?? ''}
            gist={gistFor(amendment, standings.get(amendment.id))}
            advice={adviceOn(drafts, amendment)}
            isPublished={!drafts.has(amendment.id)}
            isChosen={chosen.has(amendment.id)}
            others={open}
            onChoose={choose}
            onOpen={onOpenAmendment}
            onAdvise={session.advice.advise}
          />
        ))}
      </ol>
      <footer className="voting__foot">
        <span className="field__hint">{words.publishHint(openDrafts.size)}</span>
        <Button look="primary" isDisabled={openDrafts.size === 0} onPress={() => void publish()}>
          {words.publish}
        </Button>
      </footer>
    </section>
  );
}

interface RecommendRowProps {
  readonly amendment: Amendment;
  readonly place: string;
  readonly gist: string;
  readonly advice: Recommendation;
  readonly isPublished: boolean;
  readonly isChosen: boolean;
  readonly others: readonly Amendment[];
  readonly onChoose: (amendment: AmendmentId, isChosen: boolean) => void;
  readonly onOpen: (amendment: AmendmentId) => void;
  readonly onAdvise: AdviceDrafts['advise'];
}

/** One amendment with what is recommended about it. What is typed in one draws no other. */
const RecommendRow = memo(function RecommendRow(props: RecommendRowProps) {
  const { amendment, place, gist, advice, isPublished, isChosen, others, onChoose, onOpen, onAdvise } = props;
  const strings = useStrings();
  const words = strings.deciding.recommend;
  const row = useRef<HTMLLIElement>(null);
  const isNear = useNear(row, others.length <= FEW);
  return (
    <li ref={row} className="voting__item" aria-label={strings.amendments.number(amendment.number)}>
      <div className="card__head">
        <input
          type="checkbox"
          aria-label={words.choose(amendment.number)}
          checked={isChosen}
          onChange={(event) => onChoose(amendment.id, event.target.checked)}
        />
        <button type="button" className="link" onClick={() => onOpen(amendment.id)}>
          {strings.amendments.number(amendment.number)}
        </button>
        <span className="field__hint">{place}</span>
        {!isPublished && <span className="tag tag--carried">{words.notPublished}</span>}
      </div>
      <p className="card__gist">{gist}</p>
      {isNear && (
        <RecommendationFields
          amendment={amendment}
          advice={advice}
          others={others}
          onWrite={(change) => onAdvise([amendment], change)}
        />
      )}
    </li>
  );
});

function gistFor(amendment: Amendment, standing: Standing | undefined): string {
  const [change] = standing?.wording.changes ?? amendment.changes;
  return standing?.revision && change ? gistOf(standing.revision, change) : '';
}
