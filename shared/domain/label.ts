import type { BlockKind } from './block';

/** The number as it is set before a block: «3.» for a point, «3» for a heading, «•» and «(a)» as they stand. Empty where there is none. */
export function printedLabel(kind: BlockKind, number: string | null): string {
  if (number === null) return '';
  const endsInLetterOrDigit = /[\p{L}\p{N}]$/u.test(number);
  return kind === 'point' && endsInLetterOrDigit ? `${number}.` : number;
}
