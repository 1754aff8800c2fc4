import type { BlockKind } from '#shared/domain/block';
import type { JudgedBlock } from '../importQuality';
import type { PrintStyle } from './style';

/** Where a word may be divided; never printed. */
const SEAM = '|';

/** The text without the places where words may be divided. */
export const whole = (text: string): string => text.replaceAll(SEAM, '');

/** Fills lines of at most `width` characters, the first beginning after `used`. Divides words at their seams where `divides`, and at hyphens of their own. */
export function wrap(text: string, width: number, used: number, divides: boolean): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const room = (): number => width - (lines.length === 0 ? used : 0) - (line === '' ? 0 : line.length + 1);
  const put = (piece: string): void => {
    line = line === '' ? piece : `${line} ${piece}`;
  };
  const close = (): void => {
    lines.push(line);
    line = '';
  };
  for (const word of text.split(' ')) {
    let rest = word;
    while (whole(rest).length > room()) {
      const cut = cutOf(rest, room(), divides);
      if (cut !== null) {
        put(cut.head);
        rest = cut.rest;
      } else if (line === '') break;
      close();
    }
    put(whole(rest));
  }
  if (line !== '') close();
  return lines;
}

/** The longest beginning of a word that fits, with its hyphen. */
function cutOf(word: string, room: number, divides: boolean): { readonly head: string; readonly rest: string } | null {
  for (let at = word.length - 1; at > 2; at--) {
    const own = word[at - 1] === '-' && /\p{L}/u.test(word[at] ?? '');
    if (!own && !(divides && word[at] === SEAM)) continue;
    const head = whole(word.slice(0, at)) + (own ? '' : '-');
    if (head.length <= room && head.length > 3) return { head, rest: word.slice(own ? at : at + 1) };
  }
  return null;
}

/** Prints block after block, and keeps what they truly are. */
export class Press {
  readonly #lines: string[] = [];
  readonly #truth: JudgedBlock[] = [];
  readonly #notes: { readonly number: string; readonly text: string }[] = [];
  readonly #uncalled: { readonly number: string; readonly text: string }[] = [];
  /** What has been printed in the middle of a block, to stand after it. */
  #interruptions: JudgedBlock[] = [];
  #onPage = 0;
  #page = 1;
  #noteCount = 0;

  constructor(
    readonly style: PrintStyle,
    readonly head: string,
  ) {}

  #push(line: string): void {
    this.#lines.push(line);
    this.#onPage++;
  }

  #blank(count = 1): void {
    for (let i = 0; i < count; i++) this.#push('');
  }

  /** A block on lines of its own. `label` stands before it and is not of its text. */
  block(
    kind: BlockKind,
    text: string,
    printed: { readonly label?: string; readonly level?: number; readonly number?: string } = {},
  ): void {
    const { width, divides, blankBetweenLines, trailing, hangs } = this.style;
    const label = printed.label === undefined ? '' : `${printed.label} `;
    const hang = hangs && kind === 'point' ? ' '.repeat(label.length) : '';
    const available = width === null ? Infinity : width;
    const mayDivide = divides && (kind === 'paragraph' || kind === 'point');
    const lines = wrap(text, available - hang.length, label.length - hang.length, mayDivide);
    for (const [i, line] of lines.entries()) {
      const last = i === lines.length - 1;
      this.#push(`${i === 0 ? label : hang}${line}${last ? trailing[1] : trailing[0]}`);
      this.#takeCalled(line);
      if (last) break;
      if (blankBetweenLines && kind !== 'heading') this.#blank();
      this.#turnPage();
    }
    this.#truth.push(
      { kind, level: printed.level ?? null, number: printed.number ?? null, text: whole(text) },
      ...this.#interruptions,
    );
    this.#interruptions = [];
  }

  /** Marks a note glued to the word before, and remembers its text for the foot of the page. */
  note(text: string): string {
    const number = String(++this.#noteCount);
    this.#uncalled.push({ number, text });
    return number;
  }

  /** A note stands at the foot of the page on which its mark is. */
  #takeCalled(line: string): void {
    const [next] = this.#uncalled;
    if (next === undefined || !new RegExp(`(?:\\D|20\\d\\d)${next.number}(?!\\d)`).test(line)) return;
    this.#notes.push(next);
    this.#uncalled.shift();
  }

  /** Takes the marks of notes out of the text that stands in the truth. */
  amendLast(text: string): void {
    const at = this.#truth.findLastIndex(({ kind }) => kind === 'paragraph' || kind === 'point');
    const block = this.#truth[at];
    if (block) this.#truth[at] = { ...block, text: whole(text) };
  }

  /** A heading printed with tabs between its words. */
  tabbed(text: string, level: number): void {
    this.#push(`${text.replaceAll(' ', '\t')}\t`);
    this.#truth.push({ kind: 'heading', level, number: null, text });
  }

  /** A row of a table, its gaps as they are; its text has one space for each. */
  row(line: string): void {
    this.#push(line);
    this.#truth.push({ kind: 'other', level: null, number: null, text: line.replace(/ +/g, ' ') });
  }

  /** What stands under a picture, on short lines; who took it stands in the last line or on one of its own. */
  caption(text: string, credit: string, ownLine: boolean): void {
    const lines = wrap(ownLine ? text : `${text} ${credit}`, 44, 0, this.style.divides);
    for (const line of [...lines, ...(ownLine ? [credit] : [])]) this.#push(`${line}${this.style.trailing[0]}`);
    this.#truth.push({ kind: 'other', level: null, number: null, text: whole(`${text} ${credit}`) });
  }

  gap(count: number = this.style.blanksBetweenBlocks): void {
    const more = this.style.blankBetweenLines ? 2 : 0;
    this.#blank(count + more);
    this.#turnPage();
    // What ends the page stands between the blocks, not in one.
    this.#truth.push(...this.#interruptions.splice(0));
  }

  #turnPage(): void {
    if (this.style.pageLength === null || this.#onPage < this.style.pageLength) return;
    this.#foot();
    if (this.style.links) {
      this.#blank();
      const link = `https://hagelaget.example/side-${this.#page}`;
      this.#push(link);
      this.#interruptions.push({ kind: 'other', level: null, number: null, text: link });
    }
    this.#blank();
    this.#push(String(this.#page));
    this.#interruptions.push({ kind: 'other', level: null, number: null, text: String(this.#page) });
    this.#page++;
    this.#push('\f');
    if (this.style.runningHead) {
      this.#push(this.head);
      this.#interruptions.push({ kind: 'other', level: null, number: null, text: this.head });
    }
    this.#blank();
    this.#onPage = 0;
  }

  #foot(): void {
    if (this.#notes.length === 0) return;
    this.#blank(2);
    for (const { number, text } of this.#notes.splice(0)) {
      for (const [i, line] of wrap(text, this.style.width ?? Infinity, 3, false).entries())
        this.#push(i === 0 ? `${number} ${line}` : line);
      this.#interruptions.push({ kind: 'footnote', level: null, number, text: whole(text) });
    }
  }

  /** The text and what it truly is. */
  finish(): { readonly text: string; readonly truth: readonly JudgedBlock[] } {
    this.#notes.push(...this.#uncalled.splice(0));
    this.#foot();
    return { text: `${this.#lines.join('\n')}\n`, truth: [...this.#truth, ...this.#interruptions] };
  }
}
