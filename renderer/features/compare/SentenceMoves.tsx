import { describeSentenceMove, type SentenceMove } from '#shared/comparison';
import { useLanguage } from '../../i18n/language';
import type { Places } from './usePlaces';

interface SentenceMovesProps {
  readonly moves: readonly SentenceMove[];
  readonly places: Places | null;
}

/** Sentences of a change that came from, or went to, another place. */
export function SentenceMoves({ moves, places }: SentenceMovesProps) {
  const language = useLanguage();
  if (!places) return null;
  return moves.map((move) => (
    <span key={`${move.direction} ${move.other} ${move.sentence}`} className="card__from">
      {describeSentenceMove(
        move,
        move.direction === 'came' ? places.inBase(move.other) : places.inCurrent(move.other),
        language,
      )}
    </span>
  ));
}
