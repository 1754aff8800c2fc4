import type { AmendmentId } from '../core/ids';
import type { Revision } from '../domain/revision';
import type { Amendment, DecisionResult, ProgrammeOutcome } from './amendment';
import { identicalGroups } from './identical';
import { planChanges } from './plan';
import { submissionRanks } from './submissionOrder';

/**
 * `fallen`: the adopted one stands in its place; `void`: what it is about no longer exists; `referred`: what it is about goes back to whoever laid it
 * before the meeting, and it goes along.
 */
export type ConsequenceResult = 'fallen' | 'void' | 'referred';

export interface Consequence {
  readonly amendment: AmendmentId;
  readonly result: ConsequenceResult;
  /** The amendment whose decision this follows from. */
  readonly because: AmendmentId;
}

export interface Consequences {
  /** Each amendment once, with the first decision that it follows from. */
  readonly follow: readonly Consequence[];
  /** What is adopted, though another that is adopted makes it fall. */
  readonly contradictions: readonly Consequence[];
}

/** Amendments that are about one text: the newest one, or that of an open amendment. */
export interface AmendmentsInText {
  readonly revision: Revision;
  readonly amendments: readonly Amendment[];
}

export interface DecidedAmendment {
  readonly amendment: AmendmentId;
  readonly result: DecisionResult;
}

/** What an amendment wants to become of the programme as a whole; `null` for one to its text. */
export const programmeOutcomeOf = ({ changes }: Pick<Amendment, 'changes'>): ProgrammeOutcome | null => {
  for (const change of changes) if (change.kind === 'programme') return change.outcome;
  return null;
};

type Related = Pick<Amendment, 'id' | 'parent' | 'alternativeTo' | 'jointIn' | 'changes'>;

/** What follows from the decision about one for another because of what they are to each other, whatever their words. `null`: nothing. Rules V12–V14. */
export function resultOfRelation(other: Related, decided: Related, result: DecisionResult): ConsequenceResult | null {
  if (other.id === decided.id) return null;
  if (other.parent?.id === decided.id && result !== 'adopted') {
    if (result === 'referred') return 'referred';
    return result === 'withdrawn' ? null : 'void';
  }
  if (result !== 'adopted') return null;
  const outcome = programmeOutcomeOf(decided);
  if (outcome !== null) {
    if (outcome === 'reject' || programmeOutcomeOf(other) !== null) return 'fallen';
    return outcome === 'referBack' ? 'referred' : null;
  }
  const isRival =
    other.alternativeTo === decided.id || decided.alternativeTo === other.id || other.jointIn === decided.id;
  return isRival ? 'fallen' : null;
}

/** For each amendment those that it cannot be carried out together with, and what becomes of them when it is adopted. Rule V6. */
function rivalsByWords(
  texts: readonly AmendmentsInText[],
): ReadonlyMap<AmendmentId, Map<AmendmentId, 'fallen' | 'void'>> {
  const rivals = new Map<AmendmentId, Map<AmendmentId, 'fallen' | 'void'>>();
  for (const { revision, amendments } of texts) {
    const strikes = new Set(
      amendments.flatMap(({ id, changes }) =>
        changes.flatMap((change) => (change.kind === 'deletion' ? [`${id} ${change.block}`] : [])),
      ),
    );
    for (const { a, b, reason, block } of planChanges(revision, amendments).collisions)
      for (const [adopted, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const own = rivals.get(adopted) ?? new Map<AmendmentId, 'fallen' | 'void'>();
        rivals.set(adopted, own);
        const isVoid = reason === 'deleted-target' && strikes.has(`${adopted} ${block}`);
        if (isVoid || !own.has(other)) own.set(other, isVoid ? 'void' : 'fallen');
      }
  }
  return rivals;
}

/** Draws what follows from decisions; for asking about many decisions one after the other, what collides is looked for once. */
export type DrawConsequences = (
  decided: readonly DecidedAmendment[],
  isKeptOpen?: (amendment: AmendmentId) => boolean,
) => Consequences;

/**
 * Everything that follows from decisions about `amendments`, and from what follows: what collides with an adopted one, what amends one that came to nothing,
 * alternatives, what a joint text stands for, and what becomes of all when the programme as a whole is decided about. `texts` says where those stand that have a
 * place. What is kept open follows nothing, and nothing follows from it. Total; in order of decision, then of submission. Rules V6, V12–V14 of SPEC.md.
 */
export function consequencesAmong(
  amendments: readonly Amendment[],
  texts: readonly AmendmentsInText[],
): DrawConsequences {
  const ranks = submissionRanks(amendments);
  const byId = new Map(amendments.map((amendment) => [amendment.id, amendment]));
  const rivals = rivalsByWords(texts);
  /** Who asks for the same has one wish: each of them is named by the first. */
  const wish = new Map(
    texts.flatMap((text) =>
      identicalGroups(text.amendments).flatMap((group) =>
        group.flatMap((id) => (group[0] ? [[id, group[0]] as const] : [])),
      ),
    ),
  );
  const isSameWish = (a: AmendmentId, b: AmendmentId): boolean => wish.has(a) && wish.get(a) === wish.get(b);
  const related = relatedTo(amendments, byId);

  const targetsOf = ({ amendment, result }: DecidedAmendment): readonly Consequence[] => {
    const decided = byId.get(amendment);
    const results = new Map<AmendmentId, ConsequenceResult>(result === 'adopted' ? (rivals.get(amendment) ?? []) : []);
    for (const other of decided ? related(decided) : []) {
      const own = decided && resultOfRelation(other, decided, result);
      if (own && !results.has(other.id) && !isSameWish(other.id, amendment)) results.set(other.id, own);
    }
    return [...results]
      .map(([id, own]) => ({ amendment: id, result: own, because: amendment }))
      .sort((x, y) => (ranks.get(x.amendment) ?? 0) - (ranks.get(y.amendment) ?? 0));
  };

  return (decided, isKeptOpen = () => false) => {
    const outright = new Map(decided.map(({ amendment, result }) => [amendment, result]));
    const follow = new Map<AmendmentId, Consequence>();
    const contradictions: Consequence[] = [];
    const queue: DecidedAmendment[] = [...decided];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      for (const consequence of targetsOf(next)) {
        const other = consequence.amendment;
        if (outright.has(other)) {
          if (outright.get(other) === 'adopted' && next.result === 'adopted') contradictions.push(consequence);
        } else if (!follow.has(other) && !isKeptOpen(other)) {
          follow.set(other, consequence);
          queue.push(consequence);
        }
      }
    }
    return { follow: [...follow.values()], contradictions };
  };
}

/** Those that stand in a relation to one, so that not everyone is asked about everyone: with 500 amendments that is 250 000 questions. */
function relatedTo(
  amendments: readonly Amendment[],
  byId: ReadonlyMap<AmendmentId, Amendment>,
): (decided: Amendment) => readonly Amendment[] {
  const byLink = new Map<AmendmentId, Amendment[]>();
  for (const amendment of amendments)
    for (const link of [amendment.parent?.id, amendment.alternativeTo, amendment.jointIn]) {
      if (link == null) continue;
      const linked = byLink.get(link) ?? [];
      linked.push(amendment);
      byLink.set(link, linked);
    }
  return (decided) => {
    if (programmeOutcomeOf(decided) !== null) return amendments;
    const { id, alternativeTo } = decided;
    const other = alternativeTo === null ? undefined : byId.get(alternativeTo);
    return [...(other ? [other] : []), ...(byLink.get(id) ?? [])];
  };
}
