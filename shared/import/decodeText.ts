/** The encodings that programmes are met in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** True where the bytes name their encoding themselves (byte order mark, or valid UTF-8). */
  readonly certain: boolean;
  /** Number of broken sequences that became U+FFFD. */
  readonly replaced: number;
}

/** Windows-1252, 0x80–0x9F. The five bytes it leaves undefined stand for themselves, as in the WHATWG encoding standard. */
const WINDOWS_1252_HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Units that become a piece of string at a time: one call a unit would be slow, one call for all overflows the stack. */
const PIECE = 1024;

/** The string of so many UTF-16 code units. */
export function textOfUnits(units: Uint16Array | Uint8Array, count = units.length): string {
  let text = '';
  // One array for all pieces: a typed one would be copied into a list at each call.
  const piece: number[] = [];
  for (let at = 0; at < count; at += PIECE) {
    const size = Math.min(PIECE, count - at);
    for (let i = 0; i < size; i++) piece[i] = units[at + i] ?? 0;
    piece.length = size;
    text += String.fromCharCode(...piece);
  }
  return text;
}

/** Strict UTF-8 (no overlong forms, no surrogates); broken sequences become U+FFFD and are counted. */
function decodeUtf8(bytes: Uint8Array, start: number): { text: string; replaced: number; multibyte: number } {
  // Never more units than bytes.
  const units = new Uint16Array(bytes.length - start);
  let used = 0;
  let replaced = 0;
  let multibyte = 0;
  let i = start;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      units[used++] = lead;
      i++;
      continue;
    }
    const length =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    let point = length === 2 ? lead & 0x1f : length === 3 ? lead & 0x0f : lead & 0x07;
    let read = 1;
    while (read < length && ((bytes[i + read] ?? 0) & 0xc0) === 0x80) {
      point = (point << 6) | ((bytes[i + read] ?? 0) & 0x3f);
      read++;
    }
    const whole =
      length > 0 &&
      read === length &&
      !(length === 3 && (point < 0x800 || (point >= 0xd800 && point < 0xe000))) &&
      !(length === 4 && (point < 0x10000 || point > 0x10ffff));
    if (!whole) {
      units[used++] = 0xfffd;
      replaced++;
      i += Math.max(1, length > 0 && read < length ? read : 1);
      continue;
    }
    multibyte++;
    if (point < 0x10000) units[used++] = point;
    else {
      units[used++] = 0xd800 + ((point - 0x10000) >> 10);
      units[used++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
    }
    i += length;
  }
  return { text: textOfUnits(units, used), replaced, multibyte };
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function decodeUtf16(bytes: Uint8Array, start: number, littleEndian: boolean): { text: string; replaced: number } {
  const units = new Uint16Array((bytes.length - start) >> 1);
  for (let at = 0; at < units.length; at++) {
    const first = bytes[start + 2 * at] ?? 0;
    const second = bytes[start + 2 * at + 1] ?? 0;
    units[at] = littleEndian ? first | (second << 8) : (first << 8) | second;
  }
  const odd = (bytes.length - start) % 2 === 1;
  const text = textOfUnits(units).replace(loneSurrogate, '\ufffd');
  return { text: odd ? `${text}\ufffd` : text, replaced: odd ? 1 : 0 };
}

function decodeWindows1252(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes);
  for (const [at, byte] of bytes.entries())
    if (byte >= 0x80 && byte < 0xa0) units[at] = WINDOWS_1252_HIGH.charCodeAt(byte - 0x80);
  return textOfUnits(units);
}

/** How many NUL bytes stand at even and at odd places among the first bytes: Latin text in UTF-16 has them at one parity only. */
function nulParity(bytes: Uint8Array): { even: number; odd: number; looked: number } {
  const looked = Math.min(bytes.length, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < looked; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  return { even, odd, looked };
}

/** Turns any bytes into text; total. A byte order mark decides; else NULs at one parity mean UTF-16, valid UTF-8 is UTF-8, the rest Windows-1252. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const { text, replaced } = decodeUtf8(bytes, 3);
    return { text, replaced, encoding: 'utf-8', certain: true };
  }
  if (a === 0xff && b === 0xfe) return { ...decodeUtf16(bytes, 2, true), encoding: 'utf-16le', certain: true };
  if (a === 0xfe && b === 0xff) return { ...decodeUtf16(bytes, 2, false), encoding: 'utf-16be', certain: true };
  const { even, odd, looked } = nulParity(bytes);
  if (odd > looked * 0.2 && even <= looked * 0.02)
    return { ...decodeUtf16(bytes, 0, true), encoding: 'utf-16le', certain: false };
  if (even > looked * 0.2 && odd <= looked * 0.02)
    return { ...decodeUtf16(bytes, 0, false), encoding: 'utf-16be', certain: false };
  const utf8 = decodeUtf8(bytes, 0);
  // A file cut in the middle of a letter is still UTF-8; a file in which most letters beyond ASCII are broken is not.
  if (utf8.replaced === 0 || utf8.multibyte > utf8.replaced * 4) {
    return { text: utf8.text, replaced: utf8.replaced, encoding: 'utf-8', certain: utf8.replaced === 0 };
  }
  return { text: decodeWindows1252(bytes), replaced: 0, encoding: 'windows-1252', certain: false };
}
