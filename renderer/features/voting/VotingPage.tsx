import { useMemo, useState } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  describeChange,
  isOutvoted,
  votingOrder,
  votingPlanOf,
  type Standing,
  type VotingItem,
} from '#shared/amendment';
import type { Amendment, DecisionResult, Tally } from '#shared/amendment/amendment';
import type { AmendmentId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import { describeFailure } from '#shared/messages/describe';
import { mayPerform } from '#shared/sync';
import { useLanguage, useStrings } from '../../i18n/language';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { Button } from '../../ui/Button';
import { AmendmentState, ChangeText, ConflictNote, StandingTag } from '../amendments';
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
  /** The newest one while anything is open, else the one that was voted on last. */
  readonly revision: Revision | null;
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
  readonly onOpenAmendment: (amendment: AmendmentId) => void;
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

/** The chair's list: what is put to the vote, in which order, what stands against what; and what was decided. */
export function VotingPage({ session, snapshot, revision, standings, onOpenAmendment }: VotingPageProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [written, setWritten] = useState<ReadonlyMap<AmendmentId, Written>>(new Map());
  const [notice, setNotice] = useState<{ readonly problem: boolean; readonly text: string } | null>(null);
  /** The first press on a result that the counts speak against says so; the second one records it. */
  const [warned, setWarned] = useState(false);
  const { amendments, votingOrder: manual } = snapshot.register;
  const { revisions } = snapshot;
  const mayDecide = mayPerform(snapshot.me.role, 'decide');
  const open = useMemo(
    () => (revision ? votingPlanOf(revision, standings, manual).items : []),
    [manual, revision, standings],
  );
  const decided = useMemo(() => {
    const shown = open.length > 0 ? [...revisions.values()] : revision ? [revision] : [];
    return decidedItems(amendments.values(), shown, manual);
  }, [amendments, manual, open.length, revision, revisions]);

  if (!revision) return <p className="empty">{strings.frame.votingNeedsRevision}</p>;
  if (open.length === 0 && decided.length === 0) return <p className="empty">{strings.voting.none}</p>;

  const numbersOf = (ids: readonly AmendmentId[]): string =>
    ids.flatMap((id) => amendments.get(id)?.number ?? []).join(', ');
  const write = (id: AmendmentId, change: Partial<Written>) => {
    setWarned(false);
    setWritten(new Map(written).set(id, { ...(written.get(id) ?? nothingWritten), ...change }));
  };

  const decisions = open.flatMap((item) => {
    const first = item.amendments[0];
    const note = first === undefined ? undefined : written.get(first);
    const result = note?.result;
    return note && result ? item.amendments.map((amendment) => ({ amendment, result, tally: tallyOf(note) })) : [];
  });
  const outvoted = decisions.filter(isOutvoted).map(({ amendment }) => amendment);
  const asksAgain = warned && outvoted.length > 0;

  const record = async () => {
    if (outvoted.length > 0 && !warned) {
      setNotice(null);
      setWarned(true);
      return;
    }
    setWarned(false);
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
    const order = open.map(({ amendments: ids }) => ids);
    const at = open.indexOf(item);
    const other = order[at + by];
    const own = order[at];
    if (!other || !own) return;
    order[at] = other;
    order[at + by] = own;
    const done = await session.perform({ type: 'reorder', amendments: order.flat(), reason: strings.voting.moved });
    if (!done.ok) setNotice({ problem: true, text: describeFailure(done.failure, language) });
  };

  const rowOf = (item: VotingItem) => ({
    item,
    newest: revision,
    standing: item.amendments[0] === undefined ? undefined : standings.get(item.amendments[0]),
    amendments: item.amendments.flatMap((id) => amendments.get(id) ?? []),
    numbersOf,
    onOpenAmendment,
  });
  const decidedRow = (item: VotingItem) => <VotingRow key={item.amendments.join()} {...rowOf(item)} ballot={null} />;
  const openRow = (item: VotingItem, index: number) => {
    const [first] = item.amendments;
    const ballot: Ballot | null =
      first === undefined || !mayDecide
        ? null
        : {
            written: written.get(first) ?? nothingWritten,
            onWrite: (change) => write(first, change),
            onMove: (by) => void move(item, by),
            isFirst: index === 0,
            isLast: index === open.length - 1,
          };
    return <VotingRow key={item.amendments.join()} {...rowOf(item)} ballot={ballot} />;
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
      {open.length > 0 && <ol className="voting">{open.map(openRow)}</ol>}
      {mayDecide && open.length > 0 && (
        <footer className="voting__foot">
          {asksAgain ? (
            <p className="notice notice--warning" role="alert">
              {strings.voting.outvoted(numbersOf(outvoted))}
            </p>
          ) : (
            <span className="field__hint">{decisions.length > 0 && strings.voting.recordHint(decisions.length)}</span>
          )}
          <Button look="primary" isDisabled={decisions.length === 0} onPress={() => void record()}>
            {asksAgain ? strings.voting.recordAnyway : strings.voting.record}
          </Button>
        </footer>
      )}
      {open.length > 0 && decided.length > 0 ? (
        <details className="voting__decided">
          <summary>{strings.voting.decidedOnes(decided.length)}</summary>
          <ol className="voting">{decided.map(decidedRow)}</ol>
        </details>
      ) : (
        <ol className="voting">{decided.map(decidedRow)}</ol>
      )}
    </div>
  );
}

/** What the chair writes down about an open item, and where the item stands in the order. */
interface Ballot {
  readonly written: Written;
  readonly onWrite: (change: Partial<Written>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

interface VotingRowProps {
  readonly item: VotingItem;
  readonly newest: Revision;
  readonly standing: Standing | undefined;
  readonly amendments: readonly Amendment[];
  readonly numbersOf: (ids: readonly AmendmentId[]) => string;
  /** `null` for what is decided, and for who may not decide. */
  readonly ballot: Ballot | null;
  readonly onOpenAmendment: (amendment: AmendmentId) => void;
}

function VotingRow({ item, newest, standing, amendments, numbersOf, ballot, onOpenAmendment }: VotingRowProps) {
  const strings = useStrings();
  const language = useLanguage();
  const first = amendments[0];
  if (!first) return null;
  const title = amendments.map(({ number }) => strings.amendments.number(number)).join(', ');
  const told = standing?.revision;

  return (
    <li className="voting__item" data-unplaced={item.unplaced || undefined} aria-label={title}>
      <div className="voting__text">
        <div className="card__head">
          <button type="button" className="link" onClick={() => onOpenAmendment(first.id)}>
            {title}
          </button>
          <span className="field__hint">{item.place}</span>
          <AmendmentState amendment={first} />
          <StandingTag amendment={first} standing={standing} newest={newest} />
        </div>
        {item.unplaced && <p className="voting__problem">{strings.voting.unplaced}</p>}
        {first.decision === null && standing && <ConflictNote standing={standing} />}
        {told &&
          standing.wording.changes.map((change, index) => (
            <p key={index} className="preview__text">
              <span className="preview__instruction">{describeChange(told, change, language)} </span>
              <ChangeText revision={told} change={change} />
            </p>
          ))}
        <p className="voting__relations">
          {item.against.length > 0 && <span>{strings.voting.against(numbersOf(item.against))}</span>}
          {item.fallsIf.length > 0 && <span>{strings.voting.fallsIf(numbersOf(item.fallsIf))}</span>}
          {item.sameAs.length > 0 && <span>{strings.voting.sameAs(numbersOf(item.sameAs))}</span>}
        </p>
      </div>
      {ballot && <BallotFields ballot={ballot} title={title} />}
    </li>
  );
}

/** The result and the counts of one item, and its place in the order. */
function BallotFields({ ballot, title }: { readonly ballot: Ballot; readonly title: string }) {
  const { written, onWrite, onMove, isFirst, isLast } = ballot;
  const strings = useStrings();
  const counts = [
    ['for', strings.voting.for],
    ['against', strings.voting.againstVotes],
    ['abstained', strings.voting.abstained],
  ] as const;
  return (
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
  );
}
