import { Unzlib } from 'fflate';

/** What the streams of one file may unpack to, pictures apart, in bytes: twenty times the longest programme known. */
const MAX_UNPACKED_BYTES = 32 * 1024 * 1024;
/** Older packings are not unpacked here; no more than so many packed bytes of a stream may have them. */
const MAX_PACKED_OLD_WAY = 512 * 1024;
/** Text and drawings pack to a tenth; what grows two hundredfold past this size, in bytes, was made to. */
const SUSPECT_BYTES = 6 * 1024 * 1024;
const SUSPECT_GROWTH = 200;
/** Packed bytes that are inflated at a time. */
const STEP = 4 * 1024;
/** Farthest that the dictionary of a stream is looked for before it, in bytes. */
const LONGEST_DICTIONARY = 600;

const STREAM = [0x73, 0x74, 0x72, 0x65, 0x61, 0x6d];
const END_STREAM = [0x65, 0x6e, 0x64, 0x73, 0x74, 0x72, 0x65, 0x61, 0x6d];

class TooMuch extends Error {}

function find(bytes: Uint8Array, word: readonly number[], from: number): number {
  const [first = 0] = word;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (word.every((unit, i) => bytes[at + i] === unit)) return at;
  return -1;
}

/**
 * Does the file stay within what a programme can be when it is unpacked? The library that reads it unpacks a stream whole before anything can be
 * asked, so it is asked here, with a limit, for every stream but pictures, which are never unpacked. Streams inside an encrypted file cannot be seen.
 */
export function unpacksWithinReason(bytes: Uint8Array): boolean {
  let room = MAX_UNPACKED_BYTES;
  for (let at = find(bytes, STREAM, 0); at >= 0; at = find(bytes, STREAM, at)) {
    const dictionary = dictionaryBefore(bytes, at);
    let start = at + STREAM.length;
    if (bytes[start] === 0x0d) start++;
    if (bytes[start] === 0x0a) start++;
    const end = find(bytes, END_STREAM, start);
    const packed = bytes.subarray(start, end < 0 ? bytes.length : end);
    at = end < 0 ? bytes.length : end + END_STREAM.length;
    if (/\/Subtype ?\/Image\b/.test(dictionary)) continue;
    const inflations = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (inflations > 1) return false;
    if (/\/(?:LZWDecode|LZW|RunLengthDecode|RL)\b/.test(dictionary) && packed.length > MAX_PACKED_OLD_WAY) return false;
    if (inflations === 0) continue;
    const size = unpackedSize(packed, room);
    if (size === null) return false;
    room -= size;
  }
  return true;
}

function dictionaryBefore(bytes: Uint8Array, at: number): string {
  let text = '';
  for (let i = Math.max(0, at - LONGEST_DICTIONARY); i < at; i++) text += String.fromCharCode(bytes[i] ?? 0);
  const object = text.lastIndexOf(' obj');
  return object < 0 ? text : text.slice(object);
}

/** Bytes that come out; `null` where they are more than `room`. What is damaged counts as far as it goes. */
function unpackedSize(packed: Uint8Array, room: number): number | null {
  let total = 0;
  let given = 0;
  const stream = new Unzlib((piece) => {
    total += piece.length;
    if (total > room || (total > SUSPECT_BYTES && total > SUSPECT_GROWTH * given)) throw new TooMuch();
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      given = at + STEP;
      stream.push(packed.subarray(at, given), false);
    }
  } catch (error) {
    if (error instanceof TooMuch) return null;
  }
  return total;
}
