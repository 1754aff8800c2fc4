import { Inflate } from 'fflate';
import { textOfUnits } from '../../decodeText';

/** What the parts of one document may unpack to, in bytes: thirty times the longest programme known. */
const MAX_UNPACKED_BYTES = 48 * 1024 * 1024;
const MAX_PARTS = 10_000;
/** Packed bytes that are inflated at a time; no more than a thousandfold comes out before the size is looked at again. */
const STEP = 8 * 1024;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
  readonly encrypted: boolean;
}

export type ArchiveProblem = 'damaged' | 'too-large' | 'encrypted';

/** A zip file whose directory has been read, and nothing else of it. */
export interface Archive {
  has(name: string): boolean;
  /** The part's bytes, or why not. `null` where there is no such part. All parts together may unpack to 48 MiB, whatever they declare. */
  read(name: string): Uint8Array | ArchiveProblem | null;
}

class TooMuch extends Error {}

const word = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const long = (bytes: Uint8Array, at: number): number => (word(bytes, at) | (word(bytes, at + 2) << 16)) >>> 0;

function findEnd(bytes: Uint8Array): number | null {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at--) if (long(bytes, at) === END) return at;
  return null;
}

/** Reads the directory of a zip file. Not fflate's own: that goes on inflating past a size that was declared too small. */
export function openArchive(bytes: Uint8Array): Archive | ArchiveProblem {
  const end = findEnd(bytes);
  if (end === null) return 'damaged';
  const count = word(bytes, end + 10);
  if (count > MAX_PARTS) return 'too-large';
  const entries = new Map<string, Entry>();
  let at = long(bytes, end + 16);
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_LENGTH > bytes.length || long(bytes, at) !== CENTRAL) return 'damaged';
    const nameLength = word(bytes, at + 28);
    const name = textOfUnits(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength));
    entries.set(name.replace(/\\/g, '/'), {
      method: word(bytes, at + 10),
      packed: long(bytes, at + 20),
      unpacked: long(bytes, at + 24),
      at: long(bytes, at + 42),
      encrypted: (word(bytes, at + 8) & 1) === 1,
    });
    at += CENTRAL_LENGTH + nameLength + word(bytes, at + 30) + word(bytes, at + 32);
  }
  let room = MAX_UNPACKED_BYTES;
  return {
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const content = unpack(bytes, entry, room);
      if (typeof content !== 'string') room -= content.length;
      return content;
    },
  };
}

function unpack(bytes: Uint8Array, entry: Entry, room: number): Uint8Array | ArchiveProblem {
  if (entry.encrypted) return 'encrypted';
  if (entry.unpacked > room) return 'too-large';
  if (entry.at + LOCAL_LENGTH > bytes.length || long(bytes, entry.at) !== LOCAL) return 'damaged';
  const start = entry.at + LOCAL_LENGTH + word(bytes, entry.at + 26) + word(bytes, entry.at + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) return 'damaged';
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return 'damaged';
  try {
    return inflate(packed, room);
  } catch (error) {
    return error instanceof TooMuch ? 'too-large' : 'damaged';
  }
}

function inflate(packed: Uint8Array, room: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let total = 0;
  const stream = new Inflate((piece) => {
    total += piece.length;
    if (total > room) throw new TooMuch();
    pieces.push(piece);
  });
  for (let at = 0; at === 0 || at < packed.length; at += STEP)
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  const whole = new Uint8Array(total);
  let filled = 0;
  for (const piece of pieces) {
    whole.set(piece, filled);
    filled += piece.length;
  }
  return whole;
}
