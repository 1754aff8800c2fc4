import { memo, useMemo, useState } from 'react';
import { awaitsSupport, collisionsAmong, gistOf, type Standing } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { AmendmentId, BlockId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import type { Platform } from '#shared/ipc/platform';
import { mayPerform } from '#shared/sync';
import { standsBehind } from '#shared/register';
import { useStrings } from '../../i18n/language';
import type { Strings } from '../../i18n/nb';
import { Field } from '../../ui/Field';
import { useGradually } from '../../ui/useGradually';
import type { ProgrammeSession, SessionSnapshot } from '../../session';
import { AmendmentDetail } from './AmendmentDetail';
import { AmendmentState } from './AmendmentState';
import { FilingHead } from './FilingHead';
import { FilingTags } from './FilingTags';
import { blockOfChange } from './places';
import { UnsentList } from './UnsentList';
import './amendments.css';

const shownChoices = ['all', 'mine', 'open', 'waiting', 'conflict', 'decided', 'colliding'] as const;
type Shown = (typeof shownChoices)[number];

interface AmendmentsPanelProps {
  readonly session: ProgrammeSession;
  readonly snapshot: SessionSnapshot;
  readonly platform: Platform;
  /** Against `newest`. */
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
  readonly newest: Revision | null;
  readonly selected: AmendmentId | null;
  readonly onSelect: (amendment: AmendmentId | null) => void;
  readonly onGo: (block: BlockId, amendment: AmendmentId) => void;
}

/** All amendments, found by words or state, and each one opened. */
export function AmendmentsPanel(props: AmendmentsPanelProps) {
  const { session, snapshot, platform, standings, newest, selected, onSelect, onGo } = props;
  const strings = useStrings();
  const [words, setWords] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const amendments = useMemo(() => [...snapshot.register.amendments.values()], [snapshot.register]);
  const named = snapshot.register.amendments;
  const colliding = useMemo(() => collidingWith(named, newest, standings), [named, newest, standings]);

  const gistOfAmendment = ({ id }: Amendment): string => gistOfStanding(standings.get(id), strings);

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

  const head = (
    <>
      <FilingHead session={session} snapshot={snapshot} platform={platform} onSelect={onSelect} />
      <UnsentList session={session} snapshot={snapshot} platform={platform} />
    </>
  );
  if (amendments.length === 0) {
    return (
      <div className="panel-stack">
        {head}
        <p className="empty">
          {strings.amendments.none} {mayPerform(snapshot.me.role, 'submit') && strings.amendments.howToFile}
        </p>
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
    if (wanted === '') return true;
    const texts = [
      amendment.number,
      amendment.body ?? '',
      amendment.rationale,
      standings.get(amendment.id)?.place ?? '',
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
      <ul className="cards cards--many" aria-label={strings.amendments.tab}>
        {matches.slice(0, drawn).map((amendment) => (
          <AmendmentCard
            key={amendment.id}
            amendment={amendment}
            standing={standings.get(amendment.id)}
            isOfNewest={amendment.base === newest?.id}
            parent={amendment.parent === null ? '' : (named.get(amendment.parent.id)?.number ?? '')}
            isWaiting={isWaiting(amendment)}
            colliding={amendment.decision === null ? (colliding.get(amendment.id) ?? []).join(', ') : ''}
            onSelect={onSelect}
          />
        ))}
      </ul>
    </div>
  );
}

interface AmendmentCardProps {
  readonly amendment: Amendment;
  readonly standing: Standing | undefined;
  /** Filed against the newest text: nothing can have become of its words. */
  readonly isOfNewest: boolean;
  /** The number of the one that it amends; empty for one to the text. */
  readonly parent: string;
  readonly isWaiting: boolean;
  /** Numbers of those it does not go together with. */
  readonly colliding: string;
  readonly onSelect: (amendment: AmendmentId) => void;
}

/** One of the list; drawn anew only when it, or where it stands, is another. */
const AmendmentCard = memo(function AmendmentCard(props: AmendmentCardProps) {
  const { amendment, standing, parent, isWaiting, colliding, onSelect } = props;
  const strings = useStrings();
  const state = props.isOfNewest || amendment.decision !== null ? null : (standing?.state ?? null);
  return (
    <li>
      <button type="button" className="card" onClick={() => onSelect(amendment.id)}>
        <span className="card__head">
          <span className="card__place">{strings.amendments.number(amendment.number)}</span>
          <AmendmentState amendment={amendment} />
          <FilingTags amendment={amendment} isWaiting={isWaiting} />
          {state !== null && <span className={`tag tag--${state}`}>{strings.amendments.standing[state]}</span>}
        </span>
        <span className="card__gist">{gistOfStanding(standing, strings)}</span>
        <span className="card__from">
          {parent !== '' && `${strings.filing.inAmendment(parent)} · `}
          {standing?.place}
          {amendment.body === null ? '' : ` · ${amendment.body}`}
        </span>
        {colliding !== '' && <span className="card__collision">{strings.amendments.collidesWith(colliding)}</span>}
      </button>
    </li>
  );
});

/** «Stryke: At alle får …», and how many more changes there are. */
function gistOfStanding(standing: Standing | undefined, strings: Strings): string {
  const [first, ...others] = standing?.wording.changes ?? [];
  if (!standing || !first) return '';
  const words = standing.revision ? gistOf(standing.revision, first) : '';
  const more = others.length === 0 ? '' : ` (+${others.length})`;
  return `${strings.amendments.shortKinds[first.kind]}${words === '' ? '' : `: ${words}`}${more}`;
}

/** For each open amendment the numbers of those it cannot be carried together with in the newest text. */
function collidingWith(
  named: SessionSnapshot['register']['amendments'],
  newest: Revision | null,
  standings: ReadonlyMap<AmendmentId, Standing>,
): ReadonlyMap<AmendmentId, readonly string[]> {
  if (!newest) return new Map();
  const found = new Map<AmendmentId, Set<AmendmentId>>();
  for (const { a, b } of collisionsAmong(newest, standings)) {
    found.set(a, (found.get(a) ?? new Set()).add(b));
    found.set(b, (found.get(b) ?? new Set()).add(a));
  }
  // In the order they came.
  const place = new Map([...named.keys()].map((id, at) => [id, at]));
  const inOrder = (ids: Iterable<AmendmentId>) => [...ids].sort((x, y) => (place.get(x) ?? 0) - (place.get(y) ?? 0));
  return new Map(
    [...found].map(([id, others]) => [id, inOrder(others).map((other) => named.get(other)?.number ?? '')]),
  );
}
