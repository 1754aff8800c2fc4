import { memo, useMemo, useState } from 'react';
import type { SentenceMove } from '#shared/comparison';
import type { BlockId } from '#shared/core/ids';
import type { BlockChange } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { printedLabel } from '#shared/domain/label';
import { numberBlocks } from '#shared/domain/numbering';
import { remarkKey, writeRemark, type Remark } from '#shared/schema/remarks';
import { useStrings } from '../../i18n/language';
import type { ProgrammeSession } from '../../session';
import { MarkedText, type MarkToken } from '../../ui/MarkedText';
import { ChangeTags } from './ChangeTags';
import { isChange, type Comparison } from './comparison';
import { LazyRows } from './LazyRows';
import { useRemarks } from './remarks';
import { SentenceMoves } from './SentenceMoves';
import { usePlaces, type Places } from './usePlaces';

interface SynopsisProps {
  readonly session: ProgrammeSession;
  readonly comparison: Comparison;
  readonly baseName: string;
  readonly currentName: string;
  /** Whether remarks may be written here. */
  readonly mayRemark: boolean;
  /** `null` where the current side is not the draft. */
  readonly onGo: ((block: BlockId) => void) | null;
}

/** Rows made in one go. */
const PART = 20;

const without = (tokens: readonly MarkToken[], sign: '-' | '+'): readonly MarkToken[] =>
  tokens.filter(([own]) => own !== sign);

const noRemarks: readonly Remark[] = [];
const noMoves: readonly SentenceMove[] = [];

/** Previous period at the left, the text as it stands beside it, row by row, and what there is to say about it. */
export function Synopsis({ session, comparison, baseName, currentName, mayRemark, onGo }: SynopsisProps) {
  const strings = useStrings();
  const remarks = useRemarks(session);
  const places = usePlaces(comparison);
  const [onlyChanged, setOnlyChanged] = useState(false);
  const { base, current, outline, changes } = comparison;
  const numbers = {
    base: useMemo(() => numberBlocks(base), [base]),
    current: useMemo(() => numberBlocks(outline), [outline]),
  };
  const rows = useMemo(() => (onlyChanged ? changes.filter(isChange) : changes), [changes, onlyChanged]);

  const numbered = (indices: readonly number[], side: 'base' | 'current') =>
    indices
      .map((index) => printedLabel(comparison[side][index]?.kind ?? 'other', numbers[side][index] ?? null))
      .filter(Boolean)
      .join(', ');
  const parts = Array.from({ length: Math.ceil(rows.length / PART) }, (_, at) =>
    rows.slice(at * PART, (at + 1) * PART),
  );

  return (
    <>
      <label className="choice">
        <input type="checkbox" checked={onlyChanged} onChange={({ target }) => setOnlyChanged(target.checked)} />
        {strings.comparing.synopsis.onlyChanged}
      </label>
      {/* Laid out as blocks, each part by itself: a table of ten thousand rows is laid out anew, all of it, whenever one of them comes near. */}
      <table className="synopsis synopsis--rows" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {[baseName, currentName, strings.changes.remark].map((name, column) => (
              <th key={column} scope="col" role="columnheader">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {parts.map((part, at) => (
          <LazyRows key={`${String(onlyChanged)} ${at}`} rows={part.length}>
            {() =>
              part.map((change) => {
                const block = current[change.current[0] ?? -1] ?? base[change.base[0] ?? -1];
                if (!block) return null;
                const [from] = change.base;
                return (
                  <Row
                    key={`${change.base.join()}-${change.current.join()}`}
                    session={session}
                    change={change}
                    block={block}
                    baseNumber={numbered(change.base, 'base')}
                    currentNumber={numbered(change.current, 'current')}
                    place={places?.of(change) ?? ''}
                    movedFrom={change.moved && from !== undefined ? (places?.inBase(from) ?? null) : null}
                    moves={comparison.sentencesOf.get(change) ?? noMoves}
                    places={places}
                    remarks={remarks.get(block.id) ?? noRemarks}
                    mayRemark={mayRemark}
                    onGo={change.current.length > 0 ? onGo : null}
                  />
                );
              })
            }
          </LazyRows>
        ))}
      </table>
    </>
  );
}

interface RowProps extends Pick<SynopsisProps, 'session' | 'mayRemark' | 'onGo'> {
  readonly change: BlockChange;
  /** The first block of the current side; of the former one where nothing is left. Remarks are about it. */
  readonly block: Block;
  readonly baseNumber: string;
  readonly currentNumber: string;
  readonly place: string;
  readonly movedFrom: string | null;
  readonly moves: readonly SentenceMove[];
  readonly places: Places | null;
  readonly remarks: readonly Remark[];
}

const Row = memo(function Row(props: RowProps) {
  const { change, block, baseNumber, currentNumber, place, movedFrom, moves, places, onGo } = props;
  const { comparing } = useStrings();
  const changed = isChange(change);
  const tags = <ChangeTags change={change} />;
  return (
    <tr
      role="row"
      className={`synopsis__row synopsis__row--${block.kind}`}
      data-changed={changed || undefined}
      data-row={block.id}
    >
      <td role="cell">
        <Side number={baseNumber} tokens={without(change.tokens, '+')} isThere={change.base.length > 0} />
      </td>
      <td role="cell">
        <Side number={currentNumber} tokens={without(change.tokens, '-')} isThere={change.current.length > 0} />
      </td>
      <td role="cell" className="synopsis__remark">
        {(changed || change.reformatted === true) &&
          (onGo ? (
            <button type="button" className="synopsis__go" onClick={() => onGo(block.id)}>
              {tags}
              <span className="visually-hidden">: {place}</span>
            </button>
          ) : (
            tags
          ))}
        {movedFrom !== null && <span className="synopsis__from">{comparing.synopsis.movedFrom(movedFrom)}</span>}
        <SentenceMoves moves={moves} places={places} />
        <Remarks {...props} />
      </td>
    </tr>
  );
});

function Remarks({ session, block, place, remarks, mayRemark, change }: RowProps) {
  const { comparing } = useStrings();
  const [begun, setBegun] = useState(false);
  const strings = comparing.synopsis;
  if (!mayRemark)
    return remarks.map(({ key, text }) => (
      <p key={key} className="synopsis__said">
        {text}
      </p>
    ));
  const ownKey = remarkKey(session.draft, block.id);
  const canBegin = remarks.length === 0 && (isChange(change) || begun);
  const fields =
    begun && !remarks.some(({ key }) => key === ownKey) ? [...remarks, { key: ownKey, text: '' }] : remarks;
  return (
    <>
      {fields.map(({ key, text }) => (
        <textarea
          key={key}
          className="synopsis__field"
          aria-label={strings.remarkFor(place)}
          title={strings.remarkHint}
          autoFocus={begun && key === ownKey && text === ''}
          rows={Math.max(2, Math.ceil(text.length / 24))}
          value={text}
          onChange={({ target }) => writeRemark(session.draft, key, target.value)}
          onBlur={() => setBegun(false)}
        />
      ))}
      {canBegin && fields.length === 0 && (
        <button type="button" className="link synopsis__begin" onClick={() => setBegun(true)}>
          {strings.addRemark}
          <span className="visually-hidden">: {place}</span>
        </button>
      )}
    </>
  );
}

function Side({
  number,
  tokens,
  isThere,
}: {
  readonly number: string;
  readonly tokens: readonly MarkToken[];
  readonly isThere: boolean;
}) {
  if (!isThere) return <span aria-hidden>–</span>;
  return (
    <>
      {number !== '' && <span className="synopsis__number">{number} </span>}
      <MarkedText tokens={tokens} />
    </>
  );
}
