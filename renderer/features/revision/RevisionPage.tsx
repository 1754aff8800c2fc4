import { memo, useMemo, type CSSProperties } from 'react';
import type { Amendment } from '#shared/amendment/amendment';
import type { BlockId, RevisionId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { printedLabel } from '#shared/domain/label';
import { layoutLines, type LineLayout, type LineSettings } from '#shared/domain/lines';
import { numberBlocks } from '#shared/domain/numbering';
import { useStrings } from '../../i18n/language';
import { useGradually } from '../../ui/useGradually';
import { writeClipboard } from '../editor';
import { FormattedWords } from './FormattedWords';
import { copiedFrom } from './frozenCopy';
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

/** Blocks that are drawn, laid out and painted together: less than a screen of them is a tenth of the time that a key may take. */
const PART = 24;
/** Pixels, as in revision.css: a line, and the room above a block. */
const LINE_HEIGHT = 25.7;
const BLOCK_GAP = 7;
/** Of the size of the letters. */
const CHARACTER_WIDTH = 0.484;

const noAmendments: readonly Amendment[] = [];

interface Part {
  readonly start: number;
  readonly blocks: readonly Block[];
  /** About how high it is before it has been seen, in pixels. */
  readonly height: number;
}

function partsOf(blocks: readonly Block[], lines: LineLayout): readonly Part[] {
  return Array.from({ length: Math.ceil(blocks.length / PART) }, (_, at) => {
    const start = at * PART;
    const own = blocks.slice(start, start + PART);
    const height = own.reduce(
      (sum, _block, index) => sum + (lines[start + index]?.length ?? 0) * LINE_HEIGHT + BLOCK_GAP,
      0,
    );
    return { start, blocks: own, height: Math.round(height) };
  });
}

/** A frozen text, line by line as it stands on paper: the number in the margin is the number in the hand. */
export function RevisionPage(props: RevisionPageProps) {
  const { blocks, revision, lineSettings, amendmentsAt, focusBlock, onFocusBlock, onPropose, onOpenAmendment } = props;
  const strings = useStrings();
  const lines = useMemo(() => layoutLines(blocks, lineSettings), [blocks, lineSettings]);
  const numbers = useMemo(() => numberBlocks(blocks), [blocks]);
  const parts = useMemo(() => partsOf(blocks, lines), [blocks, lines]);
  const longest = useMemo(
    () => Math.max(1, ...lines.flat().map(({ rangeInText }) => rangeInText.end - rangeInText.start)),
    [lines],
  );
  const drawn = useGradually(parts.length, 2, 1);

  // One stop for Tab in the whole text; the arrows go from block to block.
  const reached = Math.max(
    0,
    blocks.findIndex(({ id }) => id === focusBlock),
  );

  return (
    <article
      className="revision-page"
      aria-label={strings.frame.page}
      aria-busy={drawn < parts.length}
      // As wide as the longest line will be, seen or not: the page does not grow while one scrolls.
      style={
        {
          '--longest': longest,
          minWidth: `max(var(--narrowest), calc(${longest * CHARACTER_WIDTH}em + var(--before) + var(--after)))`,
        } as CSSProperties
      }
      onCopy={(event) => {
        const selection = getSelection();
        if (selection === null || selection.isCollapsed) return;
        const copied = copiedFrom(event.currentTarget, selection.getRangeAt(0), blocks, numbers);
        if (copied.length === 0) return;
        event.preventDefault();
        writeClipboard(event.clipboardData, copied);
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          const next = blocks[reached + (event.key === 'ArrowDown' ? 1 : -1)];
          if (next) event.currentTarget.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(next.id)}"]`)?.focus();
          event.preventDefault();
        } else if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.dataset['blockId']) {
          const block = blocks[reached];
          if (block && onPropose) onPropose(block.id);
        }
      }}
    >
      {parts.map((part, index) => {
        const { start, blocks: own } = part;
        const isReached = reached >= start && reached < start + own.length;
        return (
          <FrozenPart
            key={start}
            part={part}
            isDrawn={index < drawn || isReached}
            lines={lines}
            numbers={numbers}
            revision={revision}
            amendmentsAt={amendmentsAt}
            reached={isReached ? reached - start : null}
            focusBlock={isReached ? focusBlock : null}
            onFocusBlock={onFocusBlock}
            onPropose={isReached ? onPropose : null}
            onOpenAmendment={onOpenAmendment}
          />
        );
      })}
    </article>
  );
}

interface FrozenPartProps extends Pick<
  RevisionPageProps,
  'revision' | 'amendmentsAt' | 'focusBlock' | 'onFocusBlock' | 'onPropose' | 'onOpenAmendment'
> {
  readonly part: Part;
  readonly isDrawn: boolean;
  /** Of the whole text. */
  readonly lines: LineLayout;
  readonly numbers: readonly (string | null)[];
  /** The block that Tab comes to, counted in the part; `null` where it is in another one. */
  readonly reached: number | null;
}

/** Drawn anew only when something in it is another: what is reached in one part draws no other. */
const FrozenPart = memo(function FrozenPart(props: FrozenPartProps) {
  const { part, isDrawn, lines, numbers, amendmentsAt, reached, focusBlock, onPropose, ...same } = props;
  const { start, blocks, height } = part;
  return (
    <div className="frozen-part" style={isDrawn ? { containIntrinsicBlockSize: `auto ${height}px` } : { height }}>
      {isDrawn &&
        blocks.map((block, at) => (
          <FrozenBlock
            key={block.id}
            {...same}
            block={block}
            label={printedLabel(block.kind, numbers[start + at] ?? null)}
            lines={lines[start + at] ?? []}
            amendments={amendmentsAt.get(block.id) ?? noAmendments}
            isFocused={block.id === focusBlock}
            isReached={at === reached}
            onPropose={block.id === focusBlock ? onPropose : null}
          />
        ))}
    </div>
  );
});

interface FrozenBlockProps {
  readonly block: Block;
  /** The number as it is printed; empty where there is none. */
  readonly label: string;
  readonly lines: LineLayout[number];
  readonly revision: RevisionId;
  readonly amendments: readonly Amendment[];
  readonly isFocused: boolean;
  readonly isReached: boolean;
  readonly onFocusBlock: (block: BlockId) => void;
  readonly onPropose: ((block: BlockId) => void) | null;
  readonly onOpenAmendment: (amendment: Amendment) => void;
}

/** The lists of amendments are made anew with every one that is filed; most of them are the same ones. */
const isSame = ({ amendments: before, ...was }: FrozenBlockProps, { amendments: after, ...is }: FrozenBlockProps) =>
  (Object.keys(is) as (keyof typeof is)[]).every((name) => was[name] === is[name]) &&
  before.length === after.length &&
  before.every((amendment, at) => amendment === after[at]);

const FrozenBlock = memo(function FrozenBlock(props: FrozenBlockProps) {
  const { block, label, lines, revision, amendments, isFocused, isReached } = props;
  const { onFocusBlock, onPropose, onOpenAmendment } = props;
  const strings = useStrings();
  const isHeading = block.kind === 'heading' || block.kind === 'title';
  return (
    <section
      data-block-id={block.id}
      data-kind={block.kind}
      data-focused={isFocused || undefined}
      className={`frozen frozen--${block.kind}`}
      data-level={block.level ?? undefined}
      tabIndex={isReached ? 0 : -1}
      onClick={() => onFocusBlock(block.id)}
      onFocus={() => onFocusBlock(block.id)}
    >
      <div className="frozen__body">
        {label !== '' && <span className="frozen__number">{label}</span>}
        <div
          className="frozen__lines"
          role={isHeading ? 'heading' : undefined}
          aria-level={block.kind === 'title' ? 1 : block.kind === 'heading' ? (block.level ?? 1) + 1 : undefined}
        >
          {lines.map((line) => (
            <span key={line.number} className="frozen__line" data-line={line.number}>
              <FormattedWords block={block} rangeInText={line.rangeInText} />
            </span>
          ))}
        </div>
      </div>
      {(amendments.length > 0 || onPropose) && (
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
          {onPropose && (
            <button type="button" className="badge badge--propose" onClick={() => onPropose(block.id)}>
              {strings.amendments.propose}
            </button>
          )}
        </div>
      )}
    </section>
  );
}, isSame);
