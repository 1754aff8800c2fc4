import type { BlockChange } from '#shared/diff';
import { useStrings } from '../../i18n/language';

/** What happened to a block, in words. A move stands beside what else happened to it. */
export function ChangeTags({ change }: { readonly change: BlockChange }) {
  const { kind: words } = useStrings().changes;
  const plainMove = change.moved && change.kind === 'unchanged';
  return (
    <span className="tags">
      {!plainMove && <span className={`tag tag--${change.kind}`}>{words[change.kind]}</span>}
      {change.moved && <span className="tag tag--moved">{words.moved}</span>}
      {change.reformatted === true && <span className="tag tag--retyped">{words.reformatted}</span>}
      {change.retyped && <span className="tag tag--retyped">{words.retyped}</span>}
    </span>
  );
}
