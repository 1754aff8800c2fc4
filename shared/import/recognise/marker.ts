import { hasLetterOrDigit } from '../../core/letters';
import type { SourceLine } from '../readers/sourceLine';

/** A number at the head of a line. Whether it is a chapter's, a point's or only a number in a sentence is decided by the sequence it fits. */
export interface NumberMarker {
  readonly kind: 'number';
  /** Without the sign that closes it: «3», «1.1», «b». */
  readonly printed: string;
  /** [1, 1] for «1.1»; letters count from 1. */
  readonly path: readonly number[];
  /** Sequences run among markers of one form only: «1.», «1)», «(1)», «1», «a)», «I.». */
  readonly form: string;
}

export interface BulletMarker {
  readonly kind: 'bullet';
  readonly printed: string;
  /** A sign that only ever begins a list item. Dashes and stars may also stand in a sentence. */
  readonly certain: boolean;
}

export type Marker = NumberMarker | BulletMarker;

export interface MarkedText {
  readonly marker: Marker | null;
  /** What stands after the marker. */
  readonly body: string;
}

/** What the symbol fonts of word processors show for these private code points; any other private one is taken for a round bullet. */
const symbolBullets: Readonly<Record<string, string>> = {
  '\uf02d': '–',
  '\uf06e': '■',
  '\uf071': '□',
  '\uf0a7': '▪',
  '\uf0a8': '□',
  '\uf0be': '–',
  '\uf0d8': '➢',
  '\uf0e0': '→',
  '\uf0fc': '✓',
  '\u0096': '–',
};

/** A sign that only ever begins a list item, with the space after it. */
export const certainBullet =
  /^([•‣◦▪▫●○■□◆◇►▶➢➤✓✔✗❖⁃∙·\uE000-\uF8FF\u0001-\u0008\u000e-\u001f\u0080-\u0084\u0086-\u009f]) ?(?=\S)/;
const plainBullet = /^([-–—*+]|o) (?=\S)/;
const decimal = /^(\d{1,3}(?:\.\d{1,3}){0,5})(?:([.)])(?: |(?=\p{Lu}))| (?=\S))/u;
const bracketed = /^\((\d{1,3}|[a-zæøå])\) /;
const paragraphSign = /^(§{1,2} ?\d{1,3}(?:[-.]\d{1,3})?)\.? (?=\S)/;
const letter = /^([a-zæøåA-H])([.)]) (?=\S)/;
const roman = /^([IVX]{1,6})([.)]) (?=\p{Lu})/u;

const romanValue = (text: string): number => {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
  return Array.from(text).reduce((sum, sign, i) => {
    const value = values[sign] ?? 0;
    return sum + (value < (values[text[i + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
};

const letterValue = (sign: string): number => 'abcdefghijklmnopqrstuvwxyzæøå'.indexOf(sign.toLowerCase()) + 1;

const isLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit <= 0xff);

/** A letter with another after it that is no Roman figure: a word, as most lines begin. */
function opensWithWord(text: string): boolean {
  const second = text.charCodeAt(1);
  return isLetter(text.charCodeAt(0)) && isLetter(second) && second !== 0x49 && second !== 0x56 && second !== 0x58;
}

/** The number or bullet at the head of a text, and how many code units it takes with the space after it. */
export function readMarker(text: string): { marker: Marker; length: number } | null {
  if (opensWithWord(text)) return null;
  const glyph = certainBullet.exec(text);
  if (glyph) {
    const sign = glyph[1] ?? '';
    const printed = symbolBullets[sign] ?? (/[\uE000-\uF8FF\u0001-\u009f]/.test(sign) ? '•' : sign);
    return { marker: { kind: 'bullet', printed, certain: true }, length: glyph[0].length };
  }
  const plain = plainBullet.exec(text);
  if (plain) return { marker: { kind: 'bullet', printed: plain[1] ?? '', certain: false }, length: plain[0].length };
  const number = decimal.exec(text);
  if (number) {
    const printed = number[1] ?? '';
    const path = printed.split('.').map(Number);
    return { marker: { kind: 'number', printed, path, form: `1${number[2] ?? ''}` }, length: number[0].length };
  }
  const section = paragraphSign.exec(text);
  if (section) {
    const printed = section[1] ?? '';
    const path = (printed.match(/\d+/g) ?? []).map(Number);
    return { marker: { kind: 'number', printed, path, form: '§' }, length: section[0].length };
  }
  const inBrackets = bracketed.exec(text);
  if (inBrackets) {
    const printed = inBrackets[1] ?? '';
    const digits = /\d/.test(printed);
    return {
      marker: {
        kind: 'number',
        printed,
        path: [digits ? Number(printed) : letterValue(printed)],
        form: digits ? '(1)' : '(a)',
      },
      length: inBrackets[0].length,
    };
  }
  const numeral = roman.exec(text);
  if (numeral) {
    const printed = numeral[1] ?? '';
    return {
      marker: { kind: 'number', printed, path: [romanValue(printed)], form: `I${numeral[2] ?? ''}` },
      length: numeral[0].length,
    };
  }
  const sign = letter.exec(text);
  if (sign) {
    const printed = sign[1] ?? '';
    const form = `${printed === printed.toLowerCase() ? 'a' : 'A'}${sign[2] ?? ''}`;
    return { marker: { kind: 'number', printed, path: [letterValue(printed)], form }, length: sign[0].length };
  }
  return null;
}

/** A marker that the format itself gives, which is one whatever it looks like. `null` for an item without any. */
function declaredMarker(printed: string): Marker | null {
  if (printed === '') return null;
  const read = readMarker(`${printed} X`);
  if (read !== null && read.length === printed.length + 1)
    return read.marker.kind === 'bullet' ? { ...read.marker, certain: true } : read.marker;
  if (!hasLetterOrDigit(printed)) return { kind: 'bullet', printed, certain: true };
  const path = (printed.match(/\d{1,6}/g) ?? ['0']).map(Number);
  return { kind: 'number', printed: printed.replace(/(?<=.)[.:]$/, ''), path, form: 'declared' };
}

/** Takes the marker off a line, where there is something that may be one. */
export function splitMarker(line: SourceLine): MarkedText {
  if (line.mark?.kind === 'verbatim' || line.mark?.kind === 'footnote') return { marker: null, body: line.text };
  const declared =
    line.mark?.kind === 'item' ? line.mark.marker : line.mark?.kind === 'heading' ? (line.mark.number ?? null) : null;
  if (declared !== null) return { marker: declaredMarker(declared), body: line.text };
  if (line.mark?.kind === 'title' || line.mark?.kind === 'leadIn' || line.mark?.kind === 'paragraph')
    return { marker: null, body: line.text };
  const read = readMarker(line.text);
  return read === null
    ? { marker: null, body: line.text }
    : { marker: read.marker, body: line.text.slice(read.length) };
}
