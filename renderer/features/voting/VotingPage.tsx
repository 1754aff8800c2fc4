import { useMemo, useState } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { amendmentMarks, describeChange, votingOrder, type VotingItem } from '#shared/amendment';
import type { Amendment, DecisionResult, Tally } from '#shared/amendment/amendment';
import type { AmendmentId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { MarkedText } from '../../ui/MarkedText';
import { AmendmentState } from '../amendments';
import './voting.css';

/** What the chair has written down about one item, before it is recorded. */
interface Written {
  readonly result: DecisionResult | null;
  readonly for: string;
  readonly against: string;
  readonly abstained: string;
}

const nothingWritten: Written = { result: null, for: '', against: '', abstained: '' };
const choosable = ['adopted', 'rejected', 'withdrawn', 'referred'] as const satisfies readonly DecisionResult[];

function tallyOf(written: Written): Tally | null {
  if (written.for === '' && written.against === '' && written.abstained === '') return null;
  return { for: Number(written.for), against: Number(written.against), abstained: Number(written.abstained) };
}

interface VotingPageProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly revision: Revision | null;
  readonly onOpenAmendment: (amendment: AmendmentId) => void;
}

/** The chair's list: what is put to the vote, in which order, what stands against what; and what was decided. */
export function VotingPage({ session, snapshot, revision, onOpenAmendment }: VotingPageProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [written, setWritten] = useState<ReadonlyMap<AmendmentId, Written>>(new Map());
  const [notice, setNotice] = useState<{ readonly problem: boolean; readonly text: string } | null>(null);
  const amendments = snapshot.register.amendments;
  const plan = useMemo(() => {
    const onRevision = revision
      ? [...amendments.values()].filter(
          ({ base, decision }) => base === revision.id && decision?.result !== 'withdrawn',
        )
      : [];
    return revision && votingOrder(revision, onRevision, snapshot.register.votingOrder);
  }, [amendments, revision, snapshot.register.votingOrder]);

  if (!revision || !plan) return <p className="empty">{strings.frame.votingNeedsRevision}</p>;
  if (plan.items.length === 0) return <p className="empty">{strings.voting.none}</p>;

  const numbersOf = (ids: readonly AmendmentId[]): string =>
    ids.flatMap((id) => amendments.get(id)?.number ?? []).join(', ');
  const write = (id: AmendmentId, change: Partial<Written>) =>
    setWritten(new Map(written).set(id, { ...(written.get(id) ?? nothingWritten), ...change }));

  const decisions = plan.items.flatMap((item) => {
    const first = item.amendments[0];
    const note = first === undefined ? undefined : written.get(first);
    const result = note?.result;
    return note && result ? item.amendments.map((amendment) => ({ amendment, result, tally: tallyOf(note) })) : [];
  });

  const record = async () => {
    const done = await session.perform({ type: 'decide', decisions });
    if (!done.ok) {
      setNotice({ problem: true, text: describeFailure(done.failure, language) });
      return;
    }
    setWritten(new Map());
    const newest = session.getSnapshot().register.newest;
    const name = newest === null ? '' : (session.getSnapshot().revisions.get(newest)?.name ?? '');
    setNotice({ problem: false, text: strings.voting.decided(name) });
  };

  const move = async (item: VotingItem, by: -1 | 1) => {
    const order = plan.items.map(({ amendments: ids }) => ids);
    const at = plan.items.indexOf(item);
    const other = order[at + by];
    const own = order[at];
    if (!other || !own) return;
    order[at] = other;
    order[at + by] = own;
    const done = await session.perform({ type: 'reorder', amendments: order.flat(), reason: strings.voting.moved });
    if (!done.ok) setNotice({ problem: true, text: describeFailure(done.failure, language) });
  };

  return (
    <div className="voting-page">
      <header>
        <h2>
          {strings.voting.title} – {revision.name}
        </h2>
        <p className="field__hint">{strings.voting.intro}</p>
      </header>
      {notice && (
        <p className={notice.problem ? 'notice notice--problem' : 'notice'} role={notice.problem ? 'alert' : 'status'}>
          {notice.text}
        </p>
      )}
      <ol className="voting">
        {plan.items.map((item, index) => (
          <VotingRow
            key={item.amendments.join()}
            item={item}
            revision={revision}
            amendments={item.amendments.flatMap((id) => amendments.get(id) ?? [])}
            numbersOf={numbersOf}
            written={written.get(item.amendments[0] ?? ('' as AmendmentId)) ?? nothingWritten}
            onWrite={(change) => item.amendments[0] !== undefined && write(item.amendments[0], change)}
            onMove={(by) => void move(item, by)}
            isFirst={index === 0}
            isLast={index === plan.items.length - 1}
            onOpenAmendment={onOpenAmendment}
          />
        ))}
      </ol>
      <footer className="voting__foot">
        <span className="field__hint">{decisions.length > 0 && strings.voting.recordHint(decisions.length)}</span>
        <Button look="primary" isDisabled={decisions.length === 0} onPress={() => void record()}>
          {strings.voting.record}
        </Button>
      </footer>
    </div>
  );
}

interface VotingRowProps {
  readonly item: VotingItem;
  readonly revision: Revision;
  readonly amendments: readonly Amendment[];
  readonly numbersOf: (ids: readonly AmendmentId[]) => string;
  readonly written: Written;
  readonly onWrite: (change: Partial<Written>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onOpenAmendment: (amendment: AmendmentId) => void;
}

function VotingRow(props: VotingRowProps) {
  const { item, revision, amendments, numbersOf, written, onWrite, onMove, isFirst, isLast, onOpenAmendment } = props;
  const strings = useStrings();
  const language = useLanguage();
  const first = amendments[0];
  if (!first) return null;
  const title = amendments.map(({ number }) => strings.amendments.number(number)).join(', ');
  const counts = [
    ['for', strings.voting.for],
    ['against', strings.voting.againstVotes],
    ['abstained', strings.voting.abstained],
  ] as const;

  return (
    <li className="voting__item" data-unplaced={item.unplaced || undefined} aria-label={title}>
      <div className="voting__text">
        <div className="card__head">
          <button type="button" className="link" onClick={() => onOpenAmendment(first.id)}>
            {title}
          </button>
          <span className="field__hint">{item.place}</span>
          <AmendmentState amendment={first} />
        </div>
        {item.unplaced && <p className="voting__problem">{strings.voting.unplaced}</p>}
        {first.changes.map((change, index) => (
          <p key={index} className="preview__text">
            <span className="preview__instruction">{describeChange(revision, change, language)} </span>
            <MarkedText tokens={amendmentMarks(revision, change)} />
          </p>
        ))}
        <p className="voting__relations">
          {item.against.length > 0 && <span>{strings.voting.against(numbersOf(item.against))}</span>}
          {item.fallsIf.length > 0 && <span>{strings.voting.fallsIf(numbersOf(item.fallsIf))}</span>}
          {item.sameAs.length > 0 && <span>{strings.voting.sameAs(numbersOf(item.sameAs))}</span>}
        </p>
      </div>
      {first.decision === null && (
        <div className="voting__decide">
          <label>
            {strings.voting.result}
            <select
              value={written.result ?? ''}
              onChange={(event) => onWrite({ result: choosable.find((one) => one === event.target.value) ?? null })}
            >
              <option value="">{strings.voting.choose}</option>
              {choosable.map((one) => (
                <option key={one} value={one}>
                  {strings.amendments.states[one]}
                </option>
              ))}
            </select>
          </label>
          {counts.map(([key, label]) => (
            <label key={key}>
              {label}
              <input
                inputMode="numeric"
                pattern="[0-9]*"
                value={written[key]}
                onChange={(event) => onWrite({ [key]: event.target.value.replace(/\D/g, '').slice(0, 6) })}
              />
            </label>
          ))}
          <span className="voting__move">
            <Button
              look="quiet"
              aria-label={`${strings.voting.moveUp}: ${title}`}
              isDisabled={isFirst}
              onPress={() => onMove(-1)}
            >
              <ArrowUp size={15} aria-hidden />
            </Button>
            <Button
              look="quiet"
              aria-label={`${strings.voting.moveDown}: ${title}`}
              isDisabled={isLast}
              onPress={() => onMove(1)}
            >
              <ArrowDown size={15} aria-hidden />
            </Button>
          </span>
        </div>
      )}
    </li>
  );
}
