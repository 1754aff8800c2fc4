import { memo, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { gistOf, type Standing, type VotingItem } from '#shared/amendment';
import {
  recommendations,
  type Amendment,
  type Recommendation,
  type RecommendationKind,
} from '#shared/amendment/amendment';
import { amendmentId, type AmendmentId } from '#shared/core/ids';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { useGradually } from '../../ui/useGradually';
import { FEW, useNear } from '../../ui/useNear';
import type { Told } from '../../ui/Notice';

interface RecommendSectionProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
  readonly items: readonly VotingItem[];
  readonly onOpenAmendment: (amendment: AmendmentId) => void;
  readonly onNotice: (notice: Told | null) => void;
}

const nothing: Recommendation = { kind: 'none', text: null, reason: '' };

/** Recommendations on all open amendments: drafted here in private, and published together. */
export function RecommendSection(props: RecommendSectionProps) {
  const { session, snapshot, standings, items, onOpenAmendment, onNotice } = props;
  const strings = useStrings();
  const language = useLanguage();
  const words = strings.deciding.recommend;
  const { drafts, problem } = useSyncExternalStore(session.advice.subscribe, session.advice.get);
  const { write } = session.advice;
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

  const advise = useCallback(
    (ids: Iterable<AmendmentId>, change: Partial<Recommendation>) =>
      write((before) => {
        const next = new Map(before);
        for (const id of ids)
          next.set(id, { ...(next.get(id) ?? amendments.get(id)?.recommendation ?? nothing), ...change });
        return next;
      }),
    [amendments, write],
  );
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
    const recommended = [...openDrafts].map(([amendment, draft]) => ({ amendment, recommendation: tidy(draft) }));
    const done = await session.perform({ type: 'publishRecommendations', recommendations: recommended });
    if (!done.ok) {
      onNotice({ problem: true, text: describeFailure(done.failure, language) });
      return;
    }
    // What another wrote in meanwhile stays for the next time.
    write((before) => new Map([...before].filter(([id, draft]) => !isSame(openDrafts.get(id), draft))));
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
        <Button isDisabled={chosen.size === 0} onPress={() => advise(chosen, { kind: bulkKind })}>
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
            draft={drafts.get(amendment.id) ?? null}
            isChosen={chosen.has(amendment.id)}
            others={open}
            onChoose={choose}
            onOpen={onOpenAmendment}
            onAdvise={advise}
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
  /** What is not published. */
  readonly draft: Recommendation | null;
  readonly isChosen: boolean;
  readonly others: readonly Amendment[];
  readonly onChoose: (amendment: AmendmentId, isChosen: boolean) => void;
  readonly onOpen: (amendment: AmendmentId) => void;
  readonly onAdvise: (amendments: Iterable<AmendmentId>, change: Partial<Recommendation>) => void;
}

/** One amendment with what is recommended about it. What is typed in one draws no other. */
const RecommendRow = memo(function RecommendRow(props: RecommendRowProps) {
  const { amendment, place, gist, draft, isChosen, others, onChoose, onOpen, onAdvise } = props;
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
        {draft && <span className="tag tag--carried">{words.notPublished}</span>}
      </div>
      <p className="card__gist">{gist}</p>
      {isNear && (
        <RecommendationFields
          recommendation={draft ?? amendment.recommendation ?? nothing}
          amendment={amendment}
          others={others}
          onWrite={(change) => onAdvise([amendment.id], change)}
        />
      )}
    </li>
  );
});

function gistFor(amendment: Amendment, standing: Standing | undefined): string {
  const [change] = standing?.wording.changes ?? amendment.changes;
  return standing?.revision && change ? gistOf(standing.revision, change) : '';
}

const isSame = (a: Recommendation | undefined, b: Recommendation): boolean =>
  JSON.stringify(a && tidy(a)) === JSON.stringify(tidy(b));

/** Without what the kind of recommendation has no use for. */
function tidy({ kind, text, reason, by }: Recommendation): Recommendation {
  return {
    kind,
    text: kind === 'adoptWithChanges' ? (text ?? '').trim() : null,
    reason: reason.trim(),
    ...(kind === 'coveredBy' && by !== undefined && { by }),
  };
}

/** What the amendment says itself, to begin a changed text with. */
function ownText({ changes }: Amendment): string {
  const texts = changes.flatMap((change) =>
    change.kind === 'replacement'
      ? [change.text]
      : change.kind === 'insertion'
        ? change.blocks.map(({ text }) => text)
        : change.kind === 'split'
          ? change.texts
          : [],
  );
  return texts.join('\n');
}

interface RecommendationFieldsProps {
  readonly recommendation: Recommendation;
  readonly amendment: Amendment;
  readonly others: readonly Amendment[];
  readonly onWrite: (change: Partial<Recommendation>) => void;
}

function RecommendationFields({ recommendation, amendment, others, onWrite }: RecommendationFieldsProps) {
  const strings = useStrings();
  const words = strings.deciding.recommend;
  const { kind, text, reason, by } = recommendation;
  const choose = (next: RecommendationKind) =>
    onWrite({ kind: next, ...(next === 'adoptWithChanges' && !text && { text: ownText(amendment) }) });
  return (
    <div className="voting__decide">
      <label>
        {strings.amendments.recommendation}
        <select
          value={kind}
          onChange={(event) => choose(recommendations.find((one) => one === event.target.value) ?? 'none')}
        >
          {recommendations.map((one) => (
            <option key={one} value={one}>
              {strings.amendments.recommendations[one]}
            </option>
          ))}
        </select>
      </label>
      {kind === 'coveredBy' && (
        <label>
          {words.by}
          <select value={by ?? ''} onChange={(event) => onWrite({ by: amendmentId(event.target.value) })}>
            <option value="">{strings.voting.choose}</option>
            {others
              .filter(({ id }) => id !== amendment.id)
              .map(({ id, number }) => (
                <option key={id} value={id}>
                  {strings.amendments.number(number)}
                </option>
              ))}
          </select>
        </label>
      )}
      {kind === 'adoptWithChanges' && (
        <label className="voting__wide">
          {strings.amendments.changedText}
          <textarea rows={2} value={text ?? ''} onChange={(event) => onWrite({ text: event.target.value })} />
        </label>
      )}
      <label className="voting__wide">
        {strings.amendments.reason}
        <input value={reason} onChange={(event) => onWrite({ reason: event.target.value })} />
      </label>
    </div>
  );
}
