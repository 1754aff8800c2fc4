import { useMemo } from 'react';
import type { Amendment } from '#shared/amendment/amendment';
import type { BlockId, RevisionId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { printedLabel } from '#shared/domain/label';
import { layoutLines, type LineSettings } from '#shared/domain/lines';
import { numberBlocks } from '#shared/domain/numbering';
import { useStrings } from '../../i18n/language';
import { FormattedWords } from './FormattedWords';
import './revision.css';

interface RevisionPageProps {
  readonly blocks: readonly Block[];
  /** The revision that is shown; an amendment of another one could not be carried here. */
  readonly revision: RevisionId;
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
  const { blocks, revision, lineSettings, amendmentsAt, focusBlock, onFocusBlock, onPropose, onOpenAmendment } = props;
  const strings = useStrings();
  const lines = useMemo(() => layoutLines(blocks, lineSettings), [blocks, lineSettings]);
  const numbers = useMemo(() => numberBlocks(blocks), [blocks]);

  // One stop for Tab in the whole text; the arrows go from block to block.
  const reached = Math.max(
    0,
    blocks.findIndex(({ id }) => id === focusBlock),
  );

  return (
    <article
      className="revision-page"
      aria-label={strings.frame.page}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          const by = event.key === 'ArrowDown' ? 1 : -1;
          const next = event.currentTarget.querySelectorAll<HTMLElement>('[data-block-id]')[reached + by];
          next?.focus();
          event.preventDefault();
        } else if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.dataset['blockId']) {
          const block = blocks[reached];
          if (block && onPropose) onPropose(block.id);
        }
      }}
    >
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
            tabIndex={index === reached ? 0 : -1}
            onClick={() => onFocusBlock(block.id)}
            onFocus={() => onFocusBlock(block.id)}
          >
            <div className="frozen__body">
              {numbers[index] && (
                <span className="frozen__number">{printedLabel(block.kind, numbers[index] ?? null)}</span>
              )}
              <div
                className="frozen__lines"
                role={block.kind === 'heading' || block.kind === 'title' ? 'heading' : undefined}
                aria-level={block.kind === 'title' ? 1 : block.kind === 'heading' ? (block.level ?? 1) + 1 : undefined}
              >
                {(lines[index] ?? []).map((line) => (
                  <span key={line.number} className="frozen__line" data-line={line.number}>
                    <FormattedWords block={block} rangeInText={line.rangeInText} />
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
                    data-conflict={amendment.base !== revision || undefined}
                    onClick={(event) => {
                      event.stopPropagation();
                      onOpenAmendment(amendment);
                    }}
                  >
                    <span aria-hidden>◆ </span>
                    {strings.amendments.number(amendment.number)}
                    {amendment.base !== revision && ` · ${strings.amendments.standing.conflict}`}
                  </button>
                ))}
                {focused && onPropose && (
                  <button type="button" className="badge badge--propose" onClick={() => onPropose(block.id)}>
                    {strings.amendments.propose}
                  </button>
                )}
              </div>
            )}
          </section>
        );
      })}
    </article>
  );
}
