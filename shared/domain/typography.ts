import type { Range } from '../core/range';
import type { Block } from './block';
import { isWithinReference } from './references';

export const typographyRules = [
  'section',
  'percent',
  'money',
  'date',
  'thousands',
  'reference',
  'span',
  'dash',
] as const;
/** A habit of Norwegian typesetting that a text can be brought to. */
export type TypographyRule = (typeof typographyRules)[number];

/** One place that a rule would change. Only spaces, hyphens and dashes ever change. */
export interface TypographyChange {
  readonly rule: TypographyRule;
  /** What gives way, in UTF-16 code units of the text; empty where a space is missing. */
  readonly rangeInText: Range;
  readonly replacement: string;
}

const NO_BREAK = '\u00a0';
const EN_DASH = '–';

const months =
  'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|jan\\.|feb\\.|mar\\.|apr\\.|jun\\.|jul\\.|aug\\.|sep\\.|sept\\.|okt\\.|nov\\.|des\\.';

const date = new RegExp(`^\\d{1,2}\\.\\s(?:${months})(?![\\p{L}\\p{N}])`, 'iu');

/** Whether a text begins with the day and month of a date. */
export const startsWithDate = (text: string): boolean => date.test(text);

/** Where a pattern has exactly what is to be replaced; what must stand around it is looked at, not taken. */
const patterns: readonly { readonly rule: TypographyRule; readonly pattern: RegExp; readonly replacement: string }[] = [
  { rule: 'section', pattern: /(?<=§) ?(?=\d)/gu, replacement: NO_BREAK },
  { rule: 'percent', pattern: /(?<=\d) ?(?=[%‰])/gu, replacement: NO_BREAK },
  { rule: 'percent', pattern: /(?<=\d) (?=prosent\b)/gu, replacement: NO_BREAK },
  { rule: 'money', pattern: /(?<=(?<![\p{L}\p{N}])(?:kr|kroner|NOK|EUR|USD)\.?) (?=\d)/giu, replacement: NO_BREAK },
  {
    rule: 'money',
    pattern: /(?<=\d) (?=(?:kr|kroner|NOK|mill\.|mrd\.|million(?:ar|er)?|milliard(?:ar|er)?)(?![\p{L}\p{N}]))/giu,
    replacement: NO_BREAK,
  },
  {
    rule: 'date',
    pattern: new RegExp(`(?<=(?<!\\d)\\d{1,2}\\.) (?=(?:${months})(?![\\p{L}\\p{N}]))`, 'giu'),
    replacement: NO_BREAK,
  },
  { rule: 'thousands', pattern: /(?<=(?<![\d.,])\d{1,3}(?:[ \u00a0]\d{3})*) (?=\d{3}(?!\d))/gu, replacement: NO_BREAK },
  {
    rule: 'reference',
    pattern: /(?<=(?<![\p{L}\p{N}])(?:pkt\.|punkt|kap\.|kapittel|nr\.|s\.|side|linje|figur|tabell)) (?=\d)/giu,
    replacement: NO_BREAK,
  },
  { rule: 'dash', pattern: /(?<=[^\s\u00a0–—-]) [-–—] (?=[^\s\u00a0–—-])/gu, replacement: `${NO_BREAK}${EN_DASH} ` },
];

/** A hyphen between two numbers that rise, and that stand in no longer row of them as a date or a telephone number does. */
const spans = /(?<![\p{L}\p{N}.,/-])(\d{1,4}) ?[-–] ?(\d{1,4})(?![\p{L}\p{N}/-])(?![.,]\d)/gu;

/** Addresses are no prose: nothing in them changes. */
const addresses = /\S*(?::\/\/|www\.|@)\S*/gu;

function spanChanges(text: string): readonly TypographyChange[] {
  return [...text.matchAll(spans)].flatMap(({ 0: whole, 1: from = '', 2: to = '', index }) => {
    const start = index + from.length;
    const end = index + whole.length - to.length;
    const between = text.slice(start, end);
    // «10 – 12» may be an aside, «2023 - 2025» is not.
    const isSpan = Number(from) < Number(to) && (!between.includes(' ') || (from.length === 4 && to.length === 4));
    return isSpan && between !== EN_DASH
      ? [{ rule: 'span' as const, rangeInText: { start, end }, replacement: EN_DASH }]
      : [];
  });
}

/**
 * What the rules would change in a text, from first to last; no two touch the same characters. Total. Rules TY1–TY4 of SPEC.md: a text to which
 * all of it is done has nothing left to change.
 */
export function typographyChanges(text: string): readonly TypographyChange[] {
  const untouchable = [...text.matchAll(addresses)].map(({ 0: address, index }) => ({
    start: index,
    end: index + address.length,
  }));
  const found: TypographyChange[] = [
    ...spanChanges(text),
    ...patterns.flatMap(({ rule, pattern, replacement }) =>
      [...text.matchAll(pattern)].map(({ 0: given, index }) => ({
        rule,
        rangeInText: { start: index, end: index + given.length },
        replacement,
      })),
    ),
  ];
  const kept: TypographyChange[] = [];
  for (const change of found.sort((a, b) => a.rangeInText.start - b.rangeInText.start)) {
    const { start, end } = change.rangeInText;
    const isFree = untouchable.every((address) => end <= address.start || start >= address.end);
    const last = kept.at(-1)?.rangeInText;
    const isTaken = last !== undefined && (start < last.end || start === last.start);
    if (isFree && !isTaken && text.slice(start, end) !== change.replacement) kept.push(change);
  }
  return kept;
}

/** What the rules would change in a block: nothing in a reference, which reads as its target's number (RF5). */
export const typographyChangesIn = (block: Pick<Block, 'text' | 'formats'>): readonly TypographyChange[] =>
  typographyChanges(block.text).filter(({ rangeInText }) => !isWithinReference(block, rangeInText));

/** The text with changes made that `typographyChanges` found in it. */
export function withTypography(text: string, changes: readonly TypographyChange[]): string {
  let made = '';
  let from = 0;
  for (const { rangeInText, replacement } of changes) {
    made += text.slice(from, rangeInText.start) + replacement;
    from = rangeInText.end;
  }
  return made + text.slice(from);
}
