import { useMemo } from 'react';
import type { Amendment } from '#shared/amendment/amendment';
import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { layoutLines, type LineSettings } from '#shared/domain/lines';
import { numberBlocks } from '#shared/domain/numbering';
import { useStrings } from '../../i18n/language';
import './revision.css';

interface RevisionPageProps {
  readonly blocks: readonly Block[];
  readonly lineSettings: LineSettings;
  readonly amendmentsAt: ReadonlyMap<BlockId, readonly Amendment[]>;
  readonly focusBlock: BlockId | null;
  readonly onFocusBlock: (block: BlockId) => void;
  /** `null` where the text shown is not the one that amendments are filed against. */
  readonly onPropose: ((block: BlockId) => void) | null;
  readonly onOpenAmendment: (amendment: Amendment) => void;
}

/** A frozen text, line by line as it stands on paper: the number in the margin is the number in the hand. */
export function RevisionPage(props: RevisionPageProps) {
  const { blocks, lineSettings, amendmentsAt, focusBlock, onFocusBlock, onPropose, onOpenAmendment } = props;
  const strings = useStrings();
  const lines = useMemo(() => layoutLines(blocks, lineSettings), [blocks, lineSettings]);
  const numbers = useMemo(() => numberBlocks(blocks), [blocks]);

  return (
    <article className="revision-page" aria-label={strings.frame.page}>
      {blocks.map((block, index) => {
        const amendments = amendmentsAt.get(block.id) ?? [];
        const focused = block.id === focusBlock;
        return (
          <section
            key={block.id}
            data-block-id={block.id}
            data-kind={block.kind}
            data-focused={focused || undefined}
            className={`frozen frozen--${block.kind}`}
            data-level={block.level ?? undefined}
            onClick={() => onFocusBlock(block.id)}
            onFocus={() => onFocusBlock(block.id)}
          >
            <div className="frozen__body">
              {numbers[index] !== null && (
                <span className="frozen__number">{printedNumber(block, numbers[index])}</span>
              )}
              <div
                className="frozen__lines"
                role={block.kind === 'heading' || block.kind === 'title' ? 'heading' : undefined}
                aria-level={block.kind === 'title' ? 1 : block.kind === 'heading' ? (block.level ?? 1) + 1 : undefined}
              >
                {(lines[index] ?? []).map((line) => (
                  <span key={line.number} className="frozen__line" data-line={line.number}>
                    {block.text.slice(line.rangeInText.start, line.rangeInText.end)}
                  </span>
                ))}
              </div>
            </div>
            {(amendments.length > 0 || (focused && onPropose)) && (
              <div className="frozen__badges">
                {amendments.map((amendment) => (
                  <button
                    key={amendment.id}
                    type="button"
                    className="badge"
                    data-decided={amendment.decision !== null || undefined}
                    onClick={(event) => {
                      event.stopPropagation();
                      onOpenAmendment(amendment);
                    }}
                  >
                    <span aria-hidden>◆ </span>
                    {strings.amendments.number(amendment.number)}
                  </button>
                ))}
                {focused && onPropose && (
                  <button type="button" className="badge badge--propose" onClick={() => onPropose(block.id)}>
                    {strings.amendments.propose}
                  </button>
                )}
              </div>
            )}
            {!focused && onPropose && (
              <button type="button" className="frozen__enter" onClick={() => onFocusBlock(block.id)}>
                <span className="visually-hidden">{strings.amendments.propose}</span>
              </button>
            )}
          </section>
        );
      })}
    </article>
  );
}

/** A number that counts is printed with a full stop; a bullet as it is. */
const printedNumber = (block: Block, number: string | null | undefined): string =>
  /[\p{L}\p{N}]$/u.test(number ?? '') && block.kind !== 'footnote' ? `${number}.` : (number ?? '');
