import type { Amendment } from '../amendment/amendment';
import type { AmendmentId, BlockId } from '../core/ids';
import type { Timestamp } from '../core/sources';
import { usualRule, type Ballot, type VoteRule } from '../voting';
import type { Correction, DecidingEvent, UnfinishedReason } from './decidingEvents';

/** Something in the adopted text that a person must finish, and what came of it. */
export interface Unfinished {
  readonly item: string;
  readonly reason: UnfinishedReason;
  readonly amendments: readonly AmendmentId[];
  readonly block: BlockId | null;
  /** `null` until it is settled. */
  readonly settled: { readonly how: 'corrected' | 'accepted'; readonly note: string; readonly at: Timestamp } | null;
}

export interface RecordedCorrection extends Correction {
  readonly at: Timestamp;
}

/** What was recorded from the recommendations to the adopted text. */
export interface DecidingState {
  readonly voteRule: VoteRule;
  /** Amendments that somebody asked to have voted on separately. */
  readonly separate: ReadonlySet<AmendmentId>;
  /** What is being voted on now. */
  readonly opened: { readonly amendments: readonly AmendmentId[]; readonly rule: VoteRule } | null;
  /** In the order in which it was left. */
  readonly unfinished: readonly Unfinished[];
  readonly corrections: readonly RecordedCorrection[];
}

/** The rule that `amendments` are counted by where they have none of their own: the one that they were put to the vote by, else the programme's. */
export const ruleFor = (
  { opened, voteRule }: Pick<DecidingState, 'opened' | 'voteRule'>,
  amendments: readonly AmendmentId[],
): VoteRule => (opened && amendments.every((id) => opened.amendments.includes(id)) ? opened.rule : voteRule);

export interface DecidingFold {
  readonly state: () => DecidingState;
  /** Takes the counts that were recorded for an amendment, for its decision. */
  readonly takeBallot: (amendment: AmendmentId) => Ballot | null;
  readonly decided: (amendment: AmendmentId) => void;
  readonly apply: (event: DecidingEvent, at: Timestamp) => void;
}

/** The part of the fold that is about deciding. `amendments` is the fold's own; only decisions that are taken back are altered in it. */
export function foldDeciding(amendments: Map<AmendmentId, Amendment>): DecidingFold {
  let voteRule: VoteRule = usualRule;
  let opened: DecidingState['opened'] = null;
  const separate = new Set<AmendmentId>();
  const ballots = new Map<AmendmentId, Ballot>();
  const unfinished = new Map<string, Unfinished>();
  const corrections: RecordedCorrection[] = [];

  const apply = (event: DecidingEvent, at: Timestamp): void => {
    switch (event.type) {
      case 'voteRuleSet':
        voteRule = event.rule;
        break;
      case 'separated':
        if (!amendments.has(event.amendment)) break;
        if (event.separate) separate.add(event.amendment);
        else separate.delete(event.amendment);
        break;
      case 'opened':
        opened = { amendments: event.amendments, rule: event.rule };
        break;
      case 'counted':
        for (const id of event.amendments)
          ballots.set(id, { rule: event.rule, count: event.count, outcome: event.outcome });
        break;
      case 'leftUnfinished': {
        const { item, reason, amendments: about, block } = event;
        if (!unfinished.has(item)) unfinished.set(item, { item, reason, amendments: about, block, settled: null });
        break;
      }
      case 'finished': {
        const left = unfinished.get(event.item);
        const { how, note } = event;
        if (left && !left.settled) unfinished.set(event.item, { ...left, settled: { how, note, at } });
        break;
      }
      case 'textCorrected':
        corrections.push(...event.corrections.map((correction) => ({ ...correction, at })));
        break;
      case 'takenBack':
        for (const id of event.amendments) {
          const amendment = amendments.get(id);
          if (amendment) amendments.set(id, { ...amendment, decision: null });
          ballots.delete(id);
        }
        for (const [item, left] of unfinished)
          if (left.amendments.some((id) => event.amendments.includes(id))) unfinished.delete(item);
        break;
    }
  };

  return {
    state: () => ({
      voteRule,
      separate: new Set(separate),
      opened,
      unfinished: [...unfinished.values()],
      corrections: [...corrections],
    }),
    takeBallot: (amendment) => ballots.get(amendment) ?? null,
    decided: (amendment) => {
      if (opened?.amendments.includes(amendment)) opened = null;
    },
    apply,
  };
}
