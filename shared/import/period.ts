import type { Period } from '../domain/revision';

export interface FoundPeriod {
  readonly period: Period;
  /** UTF-16 range in the text that was read, half-open. */
  readonly start: number;
  readonly end: number;
  /** The text holds nothing but the period. */
  readonly whole: boolean;
}

const years = /(?<![\d.])((?:19|20)\d\d) ?[-–—/] ?((?:19|20)\d\d|\d\d)(?![\d.]\d|\d)/;

/** Reads «2023–2025», «2023 -2025», «2023/25». `null` where none is printed, or the second year does not follow the first. */
export function readPeriod(text: string): FoundPeriod | null {
  const match = years.exec(text);
  const from = match?.[1];
  const second = match?.[2];
  if (match === null || from === undefined || second === undefined) return null;
  const to = second.length === 2 ? from.slice(0, 2) + second : second;
  if (Number(to) <= Number(from) || Number(to) - Number(from) > 20) return null;
  const end = match.index + match[0].length;
  const rest = (text.slice(0, match.index) + text.slice(end)).replace(/[\s().:]|perioden?|for/gi, '');
  return { period: { from, to }, start: match.index, end, whole: rest === '' };
}

/** The text with its period set without spaces and with a hyphen, as titles are compared. */
export function normalisePeriod(text: string): string {
  const found = readPeriod(text);
  return found === null
    ? text
    : `${text.slice(0, found.start)}${found.period.from}-${found.period.to}${text.slice(found.end)}`;
}
