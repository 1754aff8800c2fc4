import { Parser } from 'htmlparser2';
import type { Range } from '../../core/range';
import type { FootnoteRef } from '../../domain/block';
import { safeLink, type FormatRun } from '../../domain/formats';
import { formatsOfRanges } from './formatRanges';

/** Text of a paragraph without the marks of Markdown; line ends are kept as `\n`. */
export interface InlineText {
  readonly text: string;
  readonly refs: readonly FootnoteRef[];
  readonly formats: readonly FormatRun[];
  /** The whole text is set so. */
  readonly emphasis: 'bold' | 'italic' | null;
  /** Addresses of links and images, and tags, that are no part of the text. */
  readonly dropped: readonly { readonly kind: 'target' | 'tag'; readonly text: string }[];
}

/** Labels defined somewhere in the document, in small letters, with the addresses of those of links: only they make a reference of `[label]`. */
export interface Definitions {
  readonly links: ReadonlyMap<string, string>;
  readonly notes: ReadonlySet<string>;
}

/** Longest address or tag that is looked for, in characters; a bracket further away belongs to something else. */
const FAR = 2000;

interface Delimiter {
  readonly sign: '*' | '_' | '~';
  readonly piece: number;
  left: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

interface Span {
  readonly fromPiece: number;
  readonly toPiece: number;
  readonly strong: boolean;
}

/** Words that lead to a safe address. */
interface LinkSpan {
  readonly fromPiece: number;
  /** One past the last piece. */
  readonly toPiece: number;
  readonly link: string;
}

/** A name that is none is read as it stands, and one without its end leaves the rest of it: both are longer than any sign with a name. */
function namedSign(name: string): string | null {
  let read = '';
  const parser = new Parser({
    ontext: (text) => {
      read += text;
    },
  });
  parser.end(`&${name};`);
  return read.length <= 2 ? read : null;
}

function decodeEntity(name: string): string | null {
  if (!name.startsWith('#')) return namedSign(name);
  const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return Number.isInteger(point) && point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000)
    ? String.fromCodePoint(point)
    : '\ufffd';
}

const isSpace = (sign: string): boolean => sign === '' || /\s/.test(sign);
const isPunctuation = (sign: string): boolean => /[\p{P}\p{S}]/u.test(sign);

/** May a run of delimiters open, may it close? CommonMark 0.31, section 6.2. */
function flanking(sign: string, before: string, after: string): { opens: boolean; closes: boolean } {
  const left = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
  const right = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
  if (sign !== '_') return { opens: left, closes: right };
  return { opens: left && (!right || isPunctuation(before)), closes: right && (!left || isPunctuation(after)) };
}

/** Signs that may mean something inside a paragraph. */
const marks = /[\\*_~`&<[\]!]/g;
/** Brackets that are kept open at once; deeper ones are written signs. */
const DEEPEST = 32;
/** Broken link targets after which a paragraph is taken to have none: it keeps hostile text linear. */
const MOST_BROKEN = 200;

/** Where a run of exactly these backticks begins, from `from`; -1 where there is none. */
function findTicks(source: string, ticks: string, from: number): number {
  for (let at = source.indexOf(ticks, from); at >= 0; at = source.indexOf(ticks, at)) {
    let end = at;
    while (source.charAt(end) === '`') end++;
    if (end - at === ticks.length) return at;
    at = end;
  }
  return -1;
}

/** Code loses one space at each side, so that it may begin with a backtick. */
const codeText = (text: string): string =>
  /^[ \n]/.test(text) && /[ \n]$/.test(text) && text.trim() !== '' ? text.slice(1, -1) : text;

/** An address, or a tag as HTML has them; «<Hagelaget, Bærum>» is neither (CommonMark 6.5, 6.6). */
const tagOrAddress =
  /^<(?:(https?:\/\/[^\s<>]{1,1000}|[^\s<>@]{1,100}@[^\s<>@]{1,200})|\/?[A-Za-z][A-Za-z\d:-]{0,60}(?:\s{1,20}[A-Za-z_:][\w.:-]{0,60}(?:\s?=\s?(?:"[^"<>]{0,500}"|'[^'<>]{0,500}'|[^\s"'=<>`]{1,500}))?){0,20}\s{0,20}\/?|!--[^<>]{0,500}--)>/;

const inlineTarget =
  /^\(\s{0,9}(?:<([^<>\n]{0,1000})>|((?:[^\s()]|\([^\s()]{0,500}\)){0,1000}))(\s{1,9}(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,9}\)/;

/** What follows a closing bracket: an address in parentheses or the label of one. `null` where the bracket closes nothing. `more`: what is written there beside an address. */
function readTarget(
  source: string,
  at: number,
  shown: () => string,
  definitions: Definitions,
): { readonly address: string; readonly more: string; readonly end: number } | null {
  const sign = source.charAt(at);
  if (sign === '(') {
    const target = inlineTarget.exec(source.slice(at, at + FAR));
    if (target !== null)
      return { address: target[1] ?? target[2] ?? '', more: target[3] ?? '', end: at + target[0].length };
  }
  if (sign === '[') {
    const label = /^\[([^[\]]{0,200})\]/.exec(source.slice(at, at + 204));
    const name = label?.[1] === '' ? shown() : (label?.[1] ?? '');
    const address = definitions.links.get(name.toLowerCase());
    if (label !== null && address !== undefined) return { address, more: label[1] ?? '', end: at + label[0].length };
  }
  const address = definitions.links.size > 0 ? definitions.links.get(shown().toLowerCase()) : undefined;
  return address === undefined ? null : { address, more: '', end: at };
}

/** Puts the pieces together, with the places of the notes and whether one emphasis holds it all. */
function build(
  pieces: readonly string[],
  refAt: readonly { readonly piece: number; readonly number: string }[],
  spans: readonly Span[],
  links: readonly LinkSpan[],
): Omit<InlineText, 'dropped'> {
  const offsets: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    offsets.push(length);
    length += piece.length;
  }
  const text = pieces.join('');
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  const rangeOf = ({ fromPiece, toPiece }: { readonly fromPiece: number; readonly toPiece: number }): Range => ({
    start: offsets[fromPiece] ?? length,
    end: offsets[toPiece] ?? length,
  });
  // Signs of an opening mark that were not used stand before it.
  const inside = ({ fromPiece, toPiece }: Span): Range => rangeOf({ fromPiece: fromPiece + 1, toPiece });
  const whole = spans.filter(
    (span) => (offsets[span.fromPiece] ?? 0) <= from && (offsets[span.toPiece] ?? length) >= to,
  );
  return {
    text,
    refs: refAt.map(({ piece, number }) => ({ number, offset: offsets[piece] ?? length })),
    formats: formatsOfRanges({
      bold: spans.filter(({ strong }) => strong).map(inside),
      italic: spans.filter(({ strong }) => !strong).map(inside),
      links: links.map((span) => ({ ...rangeOf(span), link: span.link })),
    }),
    emphasis: whole.some((span) => span.strong) ? 'bold' : whole.length > 0 ? 'italic' : null,
  };
}

/** Reads the inline marks of one paragraph in one pass; linear in its length. What is no mark stays as it is written. */
export function readInline(source: string, definitions: Definitions): InlineText {
  const pieces: string[] = [];
  const refAt: { readonly piece: number; readonly number: string }[] = [];
  const dropped: { kind: 'target' | 'tag'; text: string }[] = [];
  const spans: Span[] = [];
  const links: LinkSpan[] = [];
  const link = (fromPiece: number, address: string): boolean => {
    const safe = safeLink(address);
    if (safe !== null) links.push({ fromPiece, toPiece: pieces.length, link: safe });
    return safe !== null;
  };
  const open: Record<'*' | '_' | '~', Delimiter[]> = { '*': [], _: [], '~': [] };
  const brackets: number[] = [];
  const delimiters: Delimiter[] = [];
  const unclosedTicks = new Set<number>();
  let broken = 0;
  let plain = '';
  const flush = () => {
    if (plain !== '') pieces.push(plain);
    plain = '';
  };

  const close = (closer: Delimiter): void => {
    const stack = open[closer.sign];
    while (closer.left > 0 && stack.length > 0) {
      const opener = stack.at(-1);
      if (opener === undefined) break;
      const take = Math.min(opener.left, closer.left, 2);
      opener.left -= take;
      closer.left -= take;
      if (closer.sign !== '~') spans.push({ fromPiece: opener.piece, toPiece: closer.piece, strong: take === 2 });
      if (opener.left === 0) stack.pop();
      // What was opened inside and not closed is no mark.
      for (const other of ['*', '_', '~'] as const) {
        const inside = open[other];
        while (inside.length > 0 && (inside.at(-1)?.piece ?? 0) > opener.piece) inside.pop();
      }
    }
  };

  let i = 0;
  while (i < source.length) {
    const sign = source.charAt(i);
    if (sign === '\\' && /[!-/:-@[-`{-~]/.test(source.charAt(i + 1))) {
      plain += source.charAt(i + 1);
      i += 2;
    } else if (sign === '\\' && source.charAt(i + 1) === '\n') {
      i++;
    } else if (sign === '*' || sign === '_' || (sign === '~' && source.charAt(i + 1) === '~')) {
      let end = i;
      while (source.charAt(end) === sign) end++;
      const { opens, closes } = flanking(sign, source.charAt(i - 1), source.charAt(end));
      flush();
      const delimiter: Delimiter = { sign, piece: pieces.length, left: end - i, opens, closes };
      pieces.push('');
      if (delimiter.closes) close(delimiter);
      if (delimiter.left > 0 && delimiter.opens) open[sign].push(delimiter);
      delimiters.push(delimiter);
      i = end;
    } else if (sign === '`') {
      let end = i;
      while (source.charAt(end) === '`') end++;
      const ticks = source.slice(i, end);
      const at = unclosedTicks.has(ticks.length) ? -1 : findTicks(source, ticks, end);
      if (at < 0) {
        unclosedTicks.add(ticks.length);
        plain += ticks;
        i = end;
      } else {
        plain += codeText(source.slice(end, at));
        i = at + ticks.length;
      }
    } else if (sign === '&') {
      const entity = /^&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});/.exec(source.slice(i, i + 40));
      const decoded = entity === null ? null : decodeEntity(entity[1] ?? '');
      plain += decoded ?? '&';
      i += decoded === null ? 1 : (entity?.[0].length ?? 1);
    } else if (sign === '<') {
      const tag = tagOrAddress.exec(source.slice(i, i + FAR));
      if (tag === null) plain += '<';
      else if (tag[1] !== undefined) {
        flush();
        pieces.push(tag[1]);
        link(pieces.length - 1, tag[1].includes(':') ? tag[1] : `mailto:${tag[1]}`);
      } else {
        dropped.push({ kind: 'tag', text: tag[0] });
        if (/^<\/?(?:br|p|div|li|td)\b/i.test(tag[0])) plain += ' ';
      }
      i += tag?.[0].length ?? 1;
    } else if (sign === '[' || (sign === '!' && source.charAt(i + 1) === '[')) {
      const note = /^\[\^([^\]\s]{1,60})\]/.exec(source.slice(i, i + 64));
      if (note !== null && definitions.notes.has((note[1] ?? '').toLowerCase())) {
        flush();
        refAt.push({ piece: pieces.length, number: note[1] ?? '' });
        i += note[0].length;
      } else {
        const mark = sign === '!' ? '![' : '[';
        if (brackets.length < DEEPEST) {
          flush();
          brackets.push(pieces.length);
          pieces.push(mark);
        } else plain += mark;
        i += mark.length;
      }
    } else if (sign === ']') {
      const bracket = brackets.pop();
      const shown = (): string => pieces.slice((bracket ?? 0) + 1).join('') + plain;
      const target =
        bracket === undefined || broken > MOST_BROKEN ? null : readTarget(source, i + 1, shown, definitions);
      if (bracket !== undefined && target !== null) {
        const words = shown();
        const isPicture = pieces[bracket] === '![';
        flush();
        const isKept = !isPicture && words.trim() !== '' && link(bracket, target.address);
        const lost = (isKept || target.address === words ? target.more : target.address + target.more).trim();
        if (lost !== '') dropped.push({ kind: 'target', text: lost });
        pieces[bracket] = '';
        i = target.end;
      } else {
        if (source.charAt(i + 1) === '(') broken++;
        plain += ']';
        i++;
      }
    } else {
      // Everything up to the next sign that may mean something.
      marks.lastIndex = i + 1;
      const next = marks.exec(source)?.index ?? source.length;
      plain += source.slice(i, next);
      i = next;
    }
  }
  flush();
  for (const delimiter of delimiters) pieces[delimiter.piece] = delimiter.sign.repeat(delimiter.left);
  return { ...build(pieces, refAt, spans, links), dropped };
}
