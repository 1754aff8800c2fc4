import { useMemo, useState } from 'react';
import {
  collisionOutcomes,
  describeCollision,
  programmeOutcomeOf,
  relationsOf,
  textsOfStandings,
  type Collision,
  type Relation,
  type Standing,
  type VotingPlan,
} from '#shared/amendment';
import type { AmendmentId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import { useLanguage, useStrings } from '../../i18n/language';
import { RelationsGraph } from './RelationsGraph';

interface RelationsSectionProps {
  readonly revision: Revision;
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
  readonly plan: VotingPlan;
  readonly numberOf: (id: AmendmentId) => string;
  readonly onOpenAmendment: (amendment: AmendmentId) => void;
}

/** What ties the amendments together, drawn and as a list, and what each collision would come to. */
export function RelationsSection({ revision, standings, plan, numberOf, onOpenAmendment }: RelationsSectionProps) {
  const strings = useStrings();
  const language = useLanguage();
  const words = strings.deciding.relations;
  const open = useMemo(
    () => [...standings.values()].map(({ carried }) => carried).filter(({ decision }) => decision === null),
    [standings],
  );
  const relations = useMemo(
    () => relationsOf(open, textsOfStandings(revision, standings), plan),
    [open, plan, revision, standings],
  );
  const [shown, setShown] = useState<AmendmentId | null>(null);
  const whole = useMemo(() => open.filter((amendment) => programmeOutcomeOf(amendment) !== null), [open]);
  const tied = [...new Set(relations.flatMap(({ from, to }) => [from, to]))];
  const order = new Map(plan.items.flatMap(({ amendments }) => amendments).map((id, at) => [id, at]));
  tied.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));

  if (tied.length === 0) return <p className="empty">{words.none}</p>;
  const about = relations.filter(({ from, to }) => shown === null || from === shown || to === shown);
  const collisions = plan.collisions.filter(({ a, b }) => shown === null || a === shown || b === shown);
  const linkTo = (id: AmendmentId) => (
    <button key={id} type="button" className="link" onClick={() => onOpenAmendment(id)}>
      {numberOf(id)}
    </button>
  );
  return (
    <section aria-label={words.title}>
      <p className="field__hint">{words.intro}</p>
      <RelationsGraph
        tied={tied}
        whole={whole}
        relations={relations}
        shown={shown}
        onShow={setShown}
        numberOf={numberOf}
      />
      <h3>{shown === null ? words.all : strings.amendments.number(numberOf(shown))}</h3>
      <table className="relations">
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.tie}</th>
            <th scope="col">{words.to}</th>
          </tr>
        </thead>
        <tbody>
          {tiesOf(about).map(({ kind, from, to }) => (
            <tr key={`${kind} ${from}`}>
              <td>{linkTo(from)}</td>
              <td>{words.kinds[kind]}</td>
              <td className="relations__many">{to.map(linkTo)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {collisions.length > 0 && <h3>{words.collisions}</h3>}
      {collisions.map((collision) => (
        <details key={`${collision.reason} ${collision.a} ${collision.b}`} className="collision">
          <summary>{describeCollision(collision, revision, open, language)}</summary>
          <Outcomes collision={collision} revision={revision} standings={standings} numberOf={numberOf} />
        </details>
      ))}
    </section>
  );
}

interface Tie extends Pick<Relation, 'kind' | 'from'> {
  readonly to: readonly AmendmentId[];
}

/** All that one amendment is to others in one way, together. */
function tiesOf(relations: readonly Relation[]): readonly Tie[] {
  const ties = new Map<string, Tie>();
  for (const { kind, from, to } of relations) {
    const key = `${kind} ${from}`;
    ties.set(key, { kind, from, to: [...(ties.get(key)?.to ?? []), to] });
  }
  return [...ties.values()];
}

interface OutcomesProps {
  readonly collision: Collision;
  readonly revision: Revision;
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
  readonly numberOf: (id: AmendmentId) => string;
}

function Outcomes({ collision, revision, standings, numberOf }: OutcomesProps) {
  const words = useStrings().deciding.relations;
  const amendments = [collision.a, collision.b].flatMap((id) => standings.get(id)?.carried ?? []);
  const { now, withA, withB, withBoth } = collisionOutcomes(revision, collision, amendments);
  const rows = [
    [words.now, now],
    [words.withOne(numberOf(collision.a)), withA],
    [words.withOne(numberOf(collision.b)), withB],
    [words.withBoth, withBoth],
  ] as const;
  return (
    <dl className="outcomes">
      {rows.map(([label, texts]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="preview__text">{texts.length === 0 ? words.struck : texts.join(' ¶ ')}</dd>
        </div>
      ))}
    </dl>
  );
}
