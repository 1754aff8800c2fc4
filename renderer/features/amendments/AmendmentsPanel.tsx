import { useMemo, useState } from 'react';
import { gistOf, votingPlanOf, type Standing } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { AmendmentId, BlockId } from '#shared/core/ids';
import { useStrings } from '../../i18n/language';
import { Field } from '../../ui/Field';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { AmendmentDetail } from './AmendmentDetail';
import { AmendmentState } from './AmendmentState';
import { StandingTag } from './StandingTag';
import { blockOfChange } from './places';
import './amendments.css';

type Shown = 'all' | 'open' | 'decided' | 'colliding';

interface AmendmentsPanelProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
  readonly selected: AmendmentId | null;
  readonly onSelect: (amendment: AmendmentId | null) => void;
  readonly onGo: (block: BlockId, amendment: AmendmentId) => void;
}

/** All amendments, found by words or state, and each one opened. */
export function AmendmentsPanel({ session, snapshot, standings, selected, onSelect, onGo }: AmendmentsPanelProps) {
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

  const chosen = amendments.find(({ id }) => id === selected);
  if (chosen) {
    const standing = standings.get(chosen.id);
    const block = (standing?.wording ?? chosen).changes.map(blockOfChange).find((id) => id !== null) ?? null;
    return (
      <AmendmentDetail
        key={chosen.id}
        session={session}
        snapshot={snapshot}
        amendment={chosen}
        standing={standing}
        newest={newest}
        colliding={colliding.get(chosen.id) ?? []}
        onBack={() => onSelect(null)}
        onShow={block === null ? null : () => onGo(block, chosen.id)}
      />
    );
  }

  if (amendments.length === 0) return <p className="empty">{strings.amendments.none}</p>;

  const wanted = words.trim().toLocaleLowerCase(strings.locale);
  const matches = amendments.filter((amendment) => {
    if (shown === 'open' && amendment.decision !== null) return false;
    if (shown === 'decided' && amendment.decision === null) return false;
    if (shown === 'colliding' && !colliding.has(amendment.id)) return false;
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
      <div className="row">
        <Field label={strings.amendments.filter}>
          {(id) => <input id={id} type="search" value={words} onChange={(event) => setWords(event.target.value)} />}
        </Field>
        <Field label={strings.amendments.state}>
          {(id) => (
            <select
              id={id}
              value={shown}
              onChange={(event) =>
                setShown(
                  (['all', 'open', 'decided', 'colliding'] as const).find((one) => one === event.target.value) ?? 'all',
                )
              }
            >
              <option value="all">{strings.amendments.all}</option>
              <option value="open">{strings.amendments.open}</option>
              <option value="decided">{strings.amendments.decided}</option>
              <option value="colliding">{strings.amendments.colliding}</option>
            </select>
          )}
        </Field>
      </div>
      {matches.length === 0 && <p className="empty">{strings.amendments.noneMatch}</p>}
      <ul className="cards" aria-label={strings.amendments.tab}>
        {matches.map((amendment) => (
          <li key={amendment.id}>
            <button type="button" className="card" onClick={() => onSelect(amendment.id)}>
              <span className="card__head">
                <span className="card__place">{strings.amendments.number(amendment.number)}</span>
                <AmendmentState amendment={amendment} />
                <StandingTag amendment={amendment} standing={standings.get(amendment.id)} newest={newest} />
              </span>
              <span className="card__gist">{gistOfAmendment(amendment)}</span>
              <span className="card__from">
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
