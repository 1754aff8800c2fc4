import { memo } from 'react';
import { Check, CircleHelp } from 'lucide-react';
import type { BlockId } from '#shared/core/ids';
import { printedLabel } from '#shared/domain/label';
import { describeDoubt, isDoubtful, wasDoubtful, type ReviewBlock } from '#shared/import';
import { useLanguage, useStrings } from '../../i18n/language';
import { FormattedWords } from '../revision';
import { offsetAtPoint } from './caret';

interface BlockRowProps {
  readonly block: ReviewBlock;
  readonly chosen: boolean;
  readonly pointed: boolean;
  /** Where the text would be divided; `null` on rows that are not chosen. */
  readonly caret: number | null;
  readonly onChoose: (block: BlockId, caret: number) => void;
  readonly onPoint: (block: BlockId | null) => void;
}

/** One part of the text as it will be, with what the import was in doubt about. */
export const BlockRow = memo(function BlockRow({ block, chosen, pointed, caret, onChoose, onPoint }: BlockRowProps) {
  const strings = useStrings();
  const language = useLanguage();
  const words = strings.importing;
  const kind = block.level === null ? words.kinds[block.kind] : words.headingAt(block.level);
  const label = printedLabel(block.kind, block.number);
  const doubtful = isDoubtful(block);
  const { doubt } = block.judgement;
  return (
    <div
      role="option"
      aria-selected={chosen}
      tabIndex={chosen ? 0 : -1}
      className={`part part--${block.kind}`}
      data-part={block.id}
      data-kind={block.kind}
      data-level={block.level ?? undefined}
      data-pointed={pointed || undefined}
      data-doubtful={doubtful || undefined}
      data-left-out={block.leftOut || undefined}
      onPointerEnter={() => onPoint(block.id)}
      onPointerLeave={() => onPoint(null)}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !chosen) onChoose(block.id, 0);
      }}
      onClick={(event) => {
        const text = event.currentTarget.querySelector<HTMLElement>('.part__text');
        onChoose(block.id, (text && offsetAtPoint(text, event.clientX, event.clientY)) ?? 0);
      }}
    >
      <span className="part__kind">{kind}</span>
      <span className="part__body">
        {label !== '' && <span className="part__number">{label} </span>}
        <span className="part__text">
          {caret === null ? (
            <FormattedWords block={block} rangeInText={{ start: 0, end: block.text.length }} />
          ) : (
            <>
              <FormattedWords block={block} rangeInText={{ start: 0, end: caret }} />
              <span className="part__caret" aria-hidden />
              <FormattedWords block={block} rangeInText={{ start: caret, end: block.text.length }} />
            </>
          )}
        </span>
        {block.leftOut && <span className="tag tag--deleted part__state">{words.leftOut}</span>}
        {wasDoubtful(block) && doubt && (
          <span className="part__doubts">
            {doubtful ? <CircleHelp size={14} aria-hidden /> : <Check size={14} aria-hidden />}
            <span>{doubtful ? describeDoubt(doubt, language) : words.looked}</span>
          </span>
        )}
      </span>
    </div>
  );
});
