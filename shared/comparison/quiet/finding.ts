import type { SentenceMove } from '../sentenceMoves';

/** Why a small change weighs. Rules Q2–Q11; the heaviest first. */
export const quietReasons = [
  'negationDropped',
  'negationAdded',
  'opposite',
  'obligationWeakened',
  'obligationDropped',
  'numberChanged',
  'limitDropped',
  'sentenceDropped',
  'tailDropped',
  'obligationStrengthened',
  'wordsDropped',
  'sentenceMoved',
] as const;
export type QuietReason = (typeof quietReasons)[number];

/** Rule Q9: the order in which they are read, and nothing else. */
export const reasonWeight: Readonly<Record<QuietReason, number>> = {
  negationDropped: 9,
  negationAdded: 9,
  opposite: 9,
  obligationWeakened: 8,
  obligationDropped: 7,
  numberChanged: 6,
  limitDropped: 5,
  sentenceDropped: 4,
  tailDropped: 3,
  obligationStrengthened: 2,
  wordsDropped: 1,
  sentenceMoved: 0,
};

export interface ReasonFound {
  readonly reason: QuietReason;
  /** The words of the base text that it is about, as they stand there. Empty for what was added. */
  readonly struck: string;
  /** The words of the current text that stand in their place. Empty where there are none. */
  readonly added: string;
}

/** One small change in a text that was kept: what was struck, what stands there now, and why it should be seen. */
export interface QuietFinding {
  readonly struck: string;
  readonly added: string;
  /** The kept text right before and after, cut at a word. */
  readonly before: string;
  readonly after: string;
  /** Heaviest first; never empty. */
  readonly reasons: readonly ReasonFound[];
  readonly weight: number;
  /** Struck sentences of it that stand elsewhere now. */
  readonly moves: readonly SentenceMove[];
}

/** The reasons but that something moved, where its moves say so with their places. */
export const reasonsToTell = ({ reasons, moves }: QuietFinding): readonly ReasonFound[] =>
  moves.length === 0 ? reasons : reasons.filter(({ reason }) => reason !== 'sentenceMoved');
