import { useMemo, useState } from 'react';
import { amendmentPlace, votingOrder } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { AmendmentId, BlockId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import { useLanguage, useStrings } from '../../i18n/language';
import { Field } from '../../ui/Field';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { AmendmentDetail } from './AmendmentDetail';
import { AmendmentState } from './AmendmentState';
import { blockOfChange } from './places';
import './amendments.css';

type Shown = 'all' | 'open' | 'decided' | 'colliding';

interface AmendmentsPanelProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly selected: AmendmentId | null;
  readonly onSelect: (amendment: AmendmentId | null) => void;
  readonly onGo: (block: BlockId, amendment: AmendmentId) => void;
}

/** All amendments, found by words or state, and each one opened. */
export function AmendmentsPanel({ session, snapshot, selected, onSelect, onGo }: AmendmentsPanelProps) {
  const strings = useStrings();
  const language = useLanguage();
  const [words, setWords] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const amendments = useMemo(() => [...snapshot.register.amendments.values()], [snapshot.register]);
  const colliding = useMemo(() => collidingWith(snapshot, amendments), [snapshot, amendments]);

  const baseOf = (amendment: Amendment): Revision | null => snapshot.revisions.get(amendment.base) ?? null;
  const placeOf = (amendment: Amendment): string => {
    const base = baseOf(amendment);
    return base ? amendmentPlace(base, amendment, language) : '';
  };

  const chosen = amendments.find(({ id }) => id === selected);
  if (chosen) {
    const block = chosen.changes.map(blockOfChange).find((id) => id !== null) ?? null;
    return (
      <AmendmentDetail
        key={chosen.id}
        session={session}
        snapshot={snapshot}
        amendment={chosen}
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
              </span>
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

/** For each amendment the numbers of those it cannot be carried together with. */
function collidingWith(
  snapshot: SessionSnapshot,
  amendments: readonly Amendment[],
): ReadonlyMap<AmendmentId, readonly string[]> {
  const numbers = new Map(amendments.map(({ id, number }) => [id, number]));
  const found = new Map<AmendmentId, string[]>();
  const bases = new Set(amendments.map(({ base }) => base));
  for (const base of bases) {
    const revision = snapshot.revisions.get(base);
    if (!revision) continue;
    const own = amendments.filter((amendment) => amendment.base === base && amendment.decision?.result !== 'withdrawn');
    for (const { a, b } of votingOrder(revision, own, null).collisions) {
      found.set(a, [...(found.get(a) ?? []), numbers.get(b) ?? '']);
      found.set(b, [...(found.get(b) ?? []), numbers.get(a) ?? '']);
    }
  }
  return new Map([...found].map(([id, others]) => [id, [...new Set(others)]]));
}
