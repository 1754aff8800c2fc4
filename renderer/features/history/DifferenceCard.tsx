import { wordDiff } from '#shared/diff';
import type { Difference } from '#shared/schema/differences';
import { sameKept } from '#shared/schema/moments';
import { useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { MarkedText } from '../../ui/MarkedText';

interface DifferenceCardProps {
  readonly difference: Difference;
  readonly mayRestore: boolean;
  readonly onRestore: () => void;
  readonly onMoveBack: () => void;
}

/** What became of one block, and the ways back. */
export function DifferenceCard({ difference, mayRestore, onRestore, onMoveBack }: DifferenceCardProps) {
  const words = useStrings().timeline;
  const { block, from, to, moved } = difference;
  const isRewritten = !sameKept(from, to);
  return (
    <li className="card" data-key={block} tabIndex={-1}>
      <span className="card__text">
        <MarkedText tokens={wordDiff(from?.text ?? '', to?.text ?? '')} />
      </span>
      {moved && <span className="field__hint">{to?.kind === 'heading' ? words.movedChapter : words.moved}</span>}
      {isRewritten && from !== null && to !== null && from.text === to.text && (
        <span className="field__hint">{words.formOnly}</span>
      )}
      {mayRestore && from !== null && (
        <span>
          {isRewritten && (
            <Button look="quiet" onPress={onRestore}>
              {to === null ? words.bringBackBlock : words.restoreBlock}
            </Button>
          )}
          {moved && (
            <Button look="quiet" onPress={onMoveBack}>
              {words.moveBack}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
