import { useMemo, useState } from 'react';
import {
  collisionOutcomes,
  describeCollision,
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
  const tied = [...new Set(relations.flatMap(({ from, to }) => [from, to]))];
  const order = new Map(plan.items.flatMap(({ amendments }) => amendments).map((id, at) => [id, at]));
  tied.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));

  if (tied.length === 0) return <p className="empty">{words.none}</p>;
  const about = relations.filter(({ from, to }) => shown === null || from === shown || to === shown);
  const collisions = plan.collisions.filter(({ a, b }) => shown === null || a === shown || b === shown);
  return (
    <section aria-label={words.title}>
      <p className="field__hint">{words.intro}</p>
      <Graph tied={tied} relations={relations} shown={shown} onShow={setShown} numberOf={numberOf} />
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
          {about.map((relation) => (
            <tr key={`${relation.kind} ${relation.from} ${relation.to}`}>
              <td>
                <button type="button" className="link" onClick={() => onOpenAmendment(relation.from)}>
                  {numberOf(relation.from)}
                </button>
              </td>
              <td>{words.kinds[relation.kind]}</td>
              <td>
                <button type="button" className="link" onClick={() => onOpenAmendment(relation.to)}>
                  {numberOf(relation.to)}
                </button>
              </td>
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

interface GraphProps {
  readonly tied: readonly AmendmentId[];
  readonly relations: readonly Relation[];
  readonly shown: AmendmentId | null;
  readonly onShow: (amendment: AmendmentId | null) => void;
  readonly numberOf: (id: AmendmentId) => string;
}

const STEP = 46;
const RADIUS = 17;
/** The list beside it says the same; a drawing of more than this is a blot. */
const MOST_DRAWN = 40;

/** The amendments in voting order on a line, with an arc for each tie: above for what stands against, below for the others. */
function Graph({ tied, relations, shown, onShow, numberOf }: GraphProps) {
  const words = useStrings().deciding.relations;
  const drawn = tied.slice(0, MOST_DRAWN);
  const at = new Map(drawn.map((id, index) => [id, RADIUS + 6 + index * STEP]));
  const arcs = relations.flatMap((relation) => {
    const [x1, x2] = [at.get(relation.from), at.get(relation.to)];
    if (x1 === undefined || x2 === undefined) return [];
    if (relation.kind === 'falls' || (relation.kind === 'against' && x1 > x2)) return [];
    return [{ relation, x1, x2 }];
  });
  const tallest = Math.max(STEP, ...arcs.map(({ x1, x2 }) => Math.abs(x2 - x1) / 2));
  const middle = Math.min(160, tallest) + RADIUS + 8;
  const width = drawn.length * STEP + 12;
  return (
    <div className="graph" role="group" aria-label={words.graph}>
      <svg width={width} height={middle * 2} aria-hidden="true">
        {arcs.map(({ relation, x1, x2 }) => {
          const isAbove = relation.kind === 'against' || relation.kind === 'void';
          const height = Math.min(160, Math.abs(x2 - x1) / 2) * (isAbove ? -1 : 1);
          const isDim = shown !== null && relation.from !== shown && relation.to !== shown;
          return (
            <path
              key={`${relation.kind} ${relation.from} ${relation.to}`}
              className={`graph__tie graph__tie--${relation.kind}`}
              data-dim={isDim || undefined}
              d={`M ${x1} ${middle + (isAbove ? -RADIUS : RADIUS)} C ${x1} ${middle + height * 1.3}, ${x2} ${middle + height * 1.3}, ${x2} ${middle + (isAbove ? -RADIUS : RADIUS)}`}
            />
          );
        })}
      </svg>
      {drawn.map((id) => (
        <button
          key={id}
          type="button"
          className="graph__node"
          aria-pressed={shown === id}
          style={{ left: (at.get(id) ?? 0) - RADIUS, top: middle - RADIUS }}
          onClick={() => onShow(shown === id ? null : id)}
        >
          {numberOf(id)}
        </button>
      ))}
    </div>
  );
}
