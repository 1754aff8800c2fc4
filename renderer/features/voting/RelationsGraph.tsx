import { programmeOutcomeOf, type Relation, type RelationKind } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { AmendmentId } from '#shared/core/ids';
import { useStrings } from '../../i18n/language';

interface RelationsGraphProps {
  /** In voting order. */
  readonly tied: readonly AmendmentId[];
  /** Those to the programme as a whole, which stand in the way of all the others. */
  readonly whole: readonly Amendment[];
  readonly relations: readonly Relation[];
  readonly shown: AmendmentId | null;
  readonly onShow: (amendment: AmendmentId | null) => void;
  readonly numberOf: (id: AmendmentId) => string;
}

/** Pixels. */
const STEP = 46;
const RADIUS = 17;
const MARGIN = 6;
const TALLEST = 160;
/** The list beside it says the same; a drawing of more than this is a blot. */
const MOST_DRAWN = 40;

interface Arc {
  readonly relation: Relation;
  readonly x1: number;
  readonly x2: number;
  readonly isAbove: boolean;
}

const heightOf = ({ x1, x2 }: Arc): number => Math.min(TALLEST, Math.abs(x2 - x1) / 2);

/** The ties to draw: each pair that stands against each other once, and not what follows from that. */
function arcsOf(relations: readonly Relation[], at: ReadonlyMap<AmendmentId, number>): readonly Arc[] {
  return relations.flatMap((relation) => {
    const [x1, x2] = [at.get(relation.from), at.get(relation.to)];
    if (x1 === undefined || x2 === undefined) return [];
    if (relation.kind === 'falls' || (relation.kind === 'against' && x1 > x2)) return [];
    return [{ relation, x1, x2, isAbove: relation.kind === 'against' || relation.kind === 'void' }];
  });
}

/**
 * The amendments in voting order on a line, with an arc for each tie: above for what stands against, below for the others. Those to the programme as a whole stand
 * against everything, and that is said once: they have a band of their own above, and no arcs.
 */
export function RelationsGraph({ tied, whole, relations, shown, onShow, numberOf }: RelationsGraphProps) {
  const words = useStrings().deciding.relations;
  const wholeIds = new Set(whole.map(({ id }) => id));
  const among = relations.filter(({ from, to }) => !wholeIds.has(from) && !wholeIds.has(to));
  const ends = new Set(among.flatMap(({ from, to }) => [from, to]));
  const drawn = tied.filter((id) => ends.has(id)).slice(0, MOST_DRAWN);
  const at = new Map(drawn.map((id, index) => [id, RADIUS + MARGIN + index * STEP]));
  const arcs = arcsOf(among, at);
  const heightWhere = (isAbove: boolean): number =>
    Math.max(0, ...arcs.filter((arc) => arc.isAbove === isAbove).map(heightOf));
  const middle = heightWhere(true) + RADIUS + MARGIN;
  const width = drawn.length * STEP + 2 * MARGIN;
  const kinds = [...new Set(arcs.map(({ relation }) => relation.kind))];
  const node = (id: AmendmentId, place?: { readonly left: number; readonly top: number }) => (
    <button
      key={id}
      type="button"
      className="graph__node"
      aria-pressed={shown === id}
      style={place}
      onClick={() => onShow(shown === id ? null : id)}
    >
      {numberOf(id)}
    </button>
  );
  return (
    <div className="graph" role="group" aria-label={words.graph}>
      {whole.length > 0 && (
        <div className="graph__whole" role="group" aria-label={words.whole}>
          <p className="field__hint">{words.whole}</p>
          <ul>
            {whole.map((amendment) => {
              const outcome = programmeOutcomeOf(amendment);
              return (
                <li key={amendment.id}>
                  {node(amendment.id)} <span>{outcome !== null && words.wholeOutcomes[outcome]}</span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {drawn.length > 0 && (
        <div className="graph__line">
          <svg width={width} height={middle + heightWhere(false) + RADIUS + MARGIN} aria-hidden="true">
            {arcs.map((arc) => {
              const { relation, x1, x2, isAbove } = arc;
              const start = middle + (isAbove ? -RADIUS : RADIUS);
              const bend = middle + heightOf(arc) * (isAbove ? -1.3 : 1.3);
              const isDim = shown !== null && relation.from !== shown && relation.to !== shown;
              return (
                <path
                  key={`${relation.kind} ${relation.from} ${relation.to}`}
                  className={`graph__tie graph__tie--${relation.kind}`}
                  data-dim={isDim || undefined}
                  d={`M ${x1} ${start} C ${x1} ${bend}, ${x2} ${bend}, ${x2} ${start}`}
                />
              );
            })}
          </svg>
          {drawn.map((id) => node(id, { left: (at.get(id) ?? 0) - RADIUS, top: middle - RADIUS }))}
        </div>
      )}
      {kinds.length > 0 && <Legend kinds={kinds} />}
    </div>
  );
}

/** What each line of the drawing means. */
function Legend({ kinds }: { readonly kinds: readonly RelationKind[] }) {
  const words = useStrings().deciding.relations;
  return (
    <ul className="graph__legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <svg width={28} height={8} aria-hidden="true">
            <path className={`graph__tie graph__tie--${kind}`} d="M 0 4 H 28" />
          </svg>
          {words.kinds[kind]}
        </li>
      ))}
    </ul>
  );
}
