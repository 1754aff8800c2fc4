import type { DeclaredMark } from '../sourceLine';
import type { Style, Styles } from './styles';

/** Names of styles that stand together in our own papers only, lower case. They survive other word processors. */
const ownStyles = ['kicker', 'cover facts', 'lead-in', 'point'];

/** What the paper says about itself, round the text. */
const frame: ReadonlySet<string> = new Set(['kicker', 'cover facts', 'contents', 'note']);

export function isOwnPaper({ byId }: Styles): boolean {
  const names = new Set(Array.from(byId.values(), ({ name }) => name.toLowerCase()));
  return ownStyles.every((name) => names.has(name));
}

/** The kind of block that our own writer meant by a style; `frame` for what is no part of the text; `null` for what is not ours. */
export function blockOfOwnStyle({ lineage }: Style, label: string): DeclaredMark | 'frame' | null {
  const [name = ''] = lineage;
  if (frame.has(name)) return 'frame';
  switch (name) {
    case 'body text':
      return { kind: 'paragraph' };
    case 'lead-in':
      return { kind: 'leadIn' };
    case 'point':
      return { kind: 'item', marker: label };
    case 'footnote text':
      return { kind: 'footnote', number: label };
    default:
      return null;
  }
}
