import { useMemo, useState } from 'react';
import { awaitsSupport, gistOf, votingPlanOf, type Standing } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { AmendmentId, BlockId } from '#shared/core/ids';
import type { Platform } from '#shared/ipc/platform';
import { standsBehind } from '#shared/register';
import { useStrings } from '../../i18n/language';
import { Field } from '../../ui/Field';
import { useGradually } from '../../ui/useGradually';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { AmendmentDetail } from './AmendmentDetail';
import { AmendmentState } from './AmendmentState';
import { FilingHead } from './FilingHead';
import { FilingTags } from './FilingTags';
import { StandingTag } from './StandingTag';
import { blockOfChange } from './places';
import './amendments.css';

const shownChoices = ['all', 'mine', 'open', 'waiting', 'conflict', 'decided', 'colliding'] as const;
type Shown = (typeof shownChoices)[number];

interface AmendmentsPanelProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
  readonly selected: AmendmentId | null;
  readonly onSelect: (amendment: AmendmentId | null) => void;
  readonly onGo: (block: BlockId, amendment: AmendmentId) => void;
}

/** All amendments, found by words or state, and each one opened. */
export function AmendmentsPanel(props: AmendmentsPanelProps) {
  const { session, snapshot, platform, standings, selected, onSelect, onGo } = props;
  const strings = useStrings();
  const [words, setWords] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const amendments = useMemo(() => [...snapshot.register.amendments.values()], [snapshot.register]);
  const colliding = useMemo(() => collidingWith(snapshot, standings), [snapshot, standings]);
  const newest = newestOf(snapshot);

  const placeOf = ({ id }: Amendment): string => standings.get(id)?.place ?? '';
  /** «Stryke: At alle får …», and how many more changes there are. */
  const gistOfAmendment = ({ id }: Amendment): string => {
    const { wording, revision } = standings.get(id) ?? {};
    const [first, ...others] = wording?.changes ?? [];
    if (!first) return '';
    const words = revision ? gistOf(revision, first) : '';
    const more = others.length === 0 ? '' : ` (+${others.length})`;
    return `${strings.amendments.shortKinds[first.kind]}${words === '' ? '' : `: ${words}`}${more}`;
  };

  const drawn = useGradually(amendments.length);

  const chosen = amendments.find(({ id }) => id === selected);
  if (chosen) {
    const standing = standings.get(chosen.id);
    const block = (standing?.wording ?? chosen).changes.map(blockOfChange).find((id) => id !== null) ?? null;
    return (
      <AmendmentDetail
        key={chosen.id}
        session={session}
        snapshot={snapshot}
        platform={platform}
        amendment={chosen}
        standing={standing}
        parentStanding={chosen.parent ? standings.get(chosen.parent.id) : undefined}
        newest={newest}
        colliding={colliding.get(chosen.id) ?? []}
        onBack={() => onSelect(null)}
        onShow={block === null ? null : () => onGo(block, chosen.id)}
      />
    );
  }

  const head = <FilingHead session={session} snapshot={snapshot} platform={platform} onSelect={onSelect} />;
  if (amendments.length === 0) {
    return (
      <div className="panel-stack">
        {head}
        <p className="empty">{strings.amendments.none}</p>
      </div>
    );
  }

  const { supportNeeded } = snapshot.register.filingRules;
  const isWaiting = (amendment: Amendment): boolean =>
    amendment.decision === null && awaitsSupport(amendment, supportNeeded);
  const wanted = words.trim().toLocaleLowerCase(strings.locale);
  const matches = amendments.filter((amendment) => {
    if (shown === 'open' && amendment.decision !== null) return false;
    if (shown === 'decided' && amendment.decision === null) return false;
    if (shown === 'colliding' && !colliding.has(amendment.id)) return false;
    if (shown === 'mine' && !standsBehind(amendment, snapshot.me.person)) return false;
    if (shown === 'waiting' && !isWaiting(amendment)) return false;
    if (shown === 'conflict' && (amendment.decision !== null || standings.get(amendment.id)?.state !== 'conflict'))
      return false;
    const texts = [
      amendment.number,
      amendment.body ?? '',
      amendment.rationale,
      placeOf(amendment),
      gistOfAmendment(amendment),
      snapshot.people[amendment.proposer]?.name ?? '',
    ];
    return texts.some((text) => text.toLocaleLowerCase(strings.locale).includes(wanted));
  });

  return (
    <div className="panel-stack">
      {head}
      <div className="row">
        <Field label={strings.amendments.filter}>
          {(id) => <input id={id} type="search" value={words} onChange={(event) => setWords(event.target.value)} />}
        </Field>
        <Field label={strings.amendments.state}>
          {(id) => (
            <select
              id={id}
              value={shown}
              onChange={(event) => setShown(shownChoices.find((one) => one === event.target.value) ?? 'all')}
            >
              <option value="all">{strings.amendments.all}</option>
              <option value="mine">{strings.filing.mine}</option>
              <option value="open">{strings.amendments.open}</option>
              <option value="waiting">{strings.filing.waiting}</option>
              <option value="conflict">{strings.filing.conflicts}</option>
              <option value="decided">{strings.amendments.decided}</option>
              <option value="colliding">{strings.amendments.colliding}</option>
            </select>
          )}
        </Field>
      </div>
      {matches.length === 0 && (
        <p className="empty">{shown === 'mine' ? strings.filing.noneOfMine : strings.amendments.noneMatch}</p>
      )}
      <ul className="cards" aria-label={strings.amendments.tab}>
        {matches.slice(0, drawn).map((amendment) => (
          <li key={amendment.id}>
            <button type="button" className="card" onClick={() => onSelect(amendment.id)}>
              <span className="card__head">
                <span className="card__place">{strings.amendments.number(amendment.number)}</span>
                <AmendmentState amendment={amendment} />
                <FilingTags amendment={amendment} isWaiting={isWaiting(amendment)} />
                <StandingTag amendment={amendment} standing={standings.get(amendment.id)} newest={newest} />
              </span>
              <span className="card__gist">{gistOfAmendment(amendment)}</span>
              <span className="card__from">
                {amendment.parent && `${strings.filing.inAmendment(numberIn(snapshot, amendment.parent.id))} · `}
                {placeOf(amendment)}
                {amendment.body === null ? '' : ` · ${amendment.body}`}
              </span>
              {(colliding.get(amendment.id)?.length ?? 0) > 0 && amendment.decision === null && (
                <span className="card__collision">
                  {strings.amendments.collidesWith((colliding.get(amendment.id) ?? []).join(', '))}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const numberIn = ({ register }: SessionSnapshot, id: AmendmentId): string => register.amendments.get(id)?.number ?? '';

const newestOf = ({ register, revisions }: SessionSnapshot) =>
  register.newest === null ? null : (revisions.get(register.newest) ?? null);

/** For each open amendment the numbers of those it cannot be carried together with in the newest text. */
function collidingWith(
  snapshot: SessionSnapshot,
  standings: ReadonlyMap<AmendmentId, Standing>,
): ReadonlyMap<AmendmentId, readonly string[]> {
  const newest = newestOf(snapshot);
  if (!newest) return new Map();
  const numberOf = (id: AmendmentId): string => snapshot.register.amendments.get(id)?.number ?? '';
  const found = new Map<AmendmentId, Set<string>>();
  for (const { a, b } of votingPlanOf(newest, standings, null).collisions) {
    found.set(a, (found.get(a) ?? new Set()).add(numberOf(b)));
    found.set(b, (found.get(b) ?? new Set()).add(numberOf(a)));
  }
  return new Map([...found].map(([id, others]) => [id, [...others]]));
}
