import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { BlockId } from '#shared/core/ids';
import type { LineSpan, PagePlace, SourceRow } from '#shared/import';
import { useStrings } from '../../i18n/language';
import { Toggles } from '../../ui/Toggles';
import { PagePicture, type PageMark, type PagePoint } from './PagePicture';

interface SourcePaneProps {
  /** The file, where it has pages that can be shown as they are printed. */
  readonly pdf: Uint8Array | null;
  readonly rows: readonly SourceRow[];
  readonly blockOf: ReadonlyMap<number, BlockId>;
  /** Lines of the part that is chosen, and of the one under the pointer. */
  readonly chosen: LineSpan | null;
  readonly pointed: LineSpan | null;
  readonly onPoint: (block: BlockId | null) => void;
  readonly onChoose: (block: BlockId) => void;
}

/** Lines that are drawn as one: moving the pointer draws two of these anew, and not the whole file. */
const PIECE = 60;
/** Blank lines that are shown of any number. */
const MOST_BLANKS = 2;

const covers = (span: LineSpan | null, { line }: SourceRow): boolean =>
  span !== null && span.fromLine <= line && line <= span.toLine;

const holds = ({ left, right, top, bottom }: PagePlace, { x, y }: PagePoint): boolean =>
  left <= x && x <= right && top <= y && y <= bottom;

/** The part of `span` that lies in a piece, so that a piece without any of it is not drawn anew. */
const inPiece = (span: LineSpan | null, piece: readonly SourceRow[]): LineSpan | null => {
  const [first] = piece;
  const last = piece.at(-1);
  return first && last && span && span.fromLine <= last.line && first.line <= span.toLine ? span : null;
};

/** The file: line by line as it was read, or the page of the chosen part as it is printed. */
export function SourcePane({ pdf, rows, blockOf, chosen, pointed, onPoint, onChoose }: SourcePaneProps) {
  const strings = useStrings();
  const [shows, setShows] = useState<'page' | 'lines'>(pdf === null ? 'lines' : 'page');
  const pane = useRef<HTMLElement>(null);
  const pieces = useMemo(
    () => Array.from({ length: Math.ceil(rows.length / PIECE) }, (_, at) => rows.slice(at * PIECE, (at + 1) * PIECE)),
    [rows],
  );

  const from = chosen?.fromLine ?? null;
  useEffect(() => {
    if (from === null) return;
    const line = pane.current?.querySelector(`[data-line="${from}"]`);
    line?.scrollIntoView({ block: 'center' });
  }, [from, shows]);

  // The page follows the pointer, else what is chosen; under the pointer it stays, though the part there may have begun on the page before.
  const [held, setHeld] = useState<number | null>(null);
  const looked = pointed ?? chosen;
  const page = held ?? rows.find((row) => covers(looked, row))?.page ?? 1;
  const onPage = useMemo(() => (pdf === null ? [] : rows.filter((row) => row.page === page)), [pdf, rows, page]);
  const marks = onPage.flatMap((row): readonly PageMark[] =>
    row.place !== null && (covers(pointed, row) || covers(chosen, row))
      ? [{ line: row.line, place: row.place, chosen: covers(chosen, row) }]
      : [],
  );
  const blockOnPage = (at: PagePoint): BlockId | null => {
    const row = onPage.find(({ place }) => place !== null && holds(place, at));
    return row === undefined ? null : (blockOf.get(row.line) ?? null);
  };

  const blockAt = (target: EventTarget): BlockId | null => {
    const line = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
    return line ? (blockOf.get(Number(line.dataset['line'])) ?? null) : null;
  };

  const lines = (
    <section
      className="import__source"
      ref={pane}
      aria-label={strings.importing.source}
      tabIndex={0}
      data-region
      onPointerOver={(event) => onPoint(blockAt(event.target))}
      onPointerLeave={() => onPoint(null)}
      onClick={(event) => {
        const block = blockAt(event.target);
        if (block !== null) onChoose(block);
      }}
    >
      {pieces.map((piece, at) => (
        <Piece key={at} rows={piece} chosen={inPiece(chosen, piece)} pointed={inPiece(pointed, piece)} />
      ))}
    </section>
  );
  if (pdf === null) return lines;
  return (
    <div className="import__file">
      <Toggles
        label={strings.importing.fileAs}
        options={[
          { key: 'page', text: strings.importing.asPage },
          { key: 'lines', text: strings.importing.asLines },
        ]}
        selected={shows}
        onSelect={setShows}
      />
      {shows === 'lines' ? (
        lines
      ) : (
        <section className="import__source" aria-label={strings.importing.source} tabIndex={0} data-region>
          <PagePicture
            pdf={pdf}
            page={page}
            marks={marks}
            onPoint={(at) => {
              setHeld(at === null ? null : page);
              onPoint(at === null ? null : blockOnPage(at));
            }}
            onChoose={(at) => {
              const block = blockOnPage(at);
              if (block !== null) onChoose(block);
            }}
          />
        </section>
      )}
    </div>
  );
}

interface PieceProps {
  readonly rows: readonly SourceRow[];
  readonly chosen: LineSpan | null;
  readonly pointed: LineSpan | null;
}

const Piece = memo(function Piece({ rows, chosen, pointed }: PieceProps) {
  return (
    <ol className="source__piece">
      {rows.map((row, at) => {
        const { line, page, text } = row;
        const before = rows[at - 1];
        return (
          <li
            key={line}
            className="source__line"
            data-line={line}
            data-chosen={covers(chosen, row) || undefined}
            data-pointed={covers(pointed, row) || undefined}
            data-page={(before && before.page !== page) || undefined}
            data-gap={Math.min(line - (before?.line ?? line - 1) - 1, MOST_BLANKS)}
          >
            {text}
          </li>
        );
      })}
    </ol>
  );
});
