import { useMemo } from 'react';
import type { BlockId } from '#shared/core/ids';
import { describeSummary, type BlockChange } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { printedLabel } from '#shared/domain/label';
import { numberBlocks } from '#shared/domain/numbering';
import { useLanguage, useStrings } from '../../i18n/language';
import { MarkedText, type MarkToken } from '../../ui/MarkedText';
import { isChange, type Comparison } from './comparison';
import { ChangeTags } from './ChangeTags';
import './compare.css';

interface SideBySideProps {
  readonly comparison: Comparison | null;
  readonly baseName: string;
  readonly onGo: (block: BlockId) => void;
}

const without = (tokens: readonly MarkToken[], sign: '-' | '+'): readonly MarkToken[] =>
  tokens.filter(([own]) => own !== sign);

/** Previous period at the left, the text as it stands at the right, row by row, with a remark between. */
export function SideBySide({ comparison, baseName, onGo }: SideBySideProps) {
  const strings = useStrings();
  const language = useLanguage();
  const numbers = useMemo(
    () => comparison && { base: numberBlocks(comparison.base), current: numberBlocks(comparison.current) },
    [comparison],
  );
  if (!comparison || !numbers) return <p className="empty">{strings.changes.noBaseline}</p>;

  const numbered = (indices: readonly number[], side: 'base' | 'current') =>
    indices
      .map((index) => printedLabel(comparison[side][index]?.kind ?? 'other', numbers[side][index] ?? null))
      .filter(Boolean)
      .join(', ');

  const kindOf = (change: BlockChange): Block['kind'] =>
    (comparison.current[change.current[0] ?? -1] ?? comparison.base[change.base[0] ?? -1])?.kind ?? 'paragraph';

  return (
    <div className="synopsis-page">
      <p className="changes__summary" role="status">
        {describeSummary(comparison.summary, language)}
      </p>
      <table className="synopsis">
        <thead>
          <tr>
            <th scope="col">{baseName}</th>
            <th scope="col">{strings.changes.proposed}</th>
            <th scope="col">{strings.changes.remark}</th>
          </tr>
        </thead>
        <tbody>
          {comparison.changes.map((change) => {
            const target = comparison.current[change.current[0] ?? -1]?.id;
            return (
              <tr
                key={`${change.base.join()}-${change.current.join()}`}
                className={`synopsis__row synopsis__row--${kindOf(change)}`}
                data-changed={isChange(change) || undefined}
              >
                <td>
                  <Side number={numbered(change.base, 'base')} tokens={without(change.tokens, '+')} />
                </td>
                <td>
                  <Side number={numbered(change.current, 'current')} tokens={without(change.tokens, '-')} />
                </td>
                <td className="synopsis__remark">
                  {isChange(change) &&
                    (target ? (
                      <button type="button" className="synopsis__go" onClick={() => onGo(target)}>
                        <ChangeTags change={change} />
                      </button>
                    ) : (
                      <ChangeTags change={change} />
                    ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Side({ number, tokens }: { readonly number: string; readonly tokens: readonly MarkToken[] }) {
  if (tokens.length === 0) return <span aria-hidden>–</span>;
  return (
    <>
      {number !== '' && <span className="synopsis__number">{number} </span>}
      <MarkedText tokens={tokens} />
    </>
  );
}
