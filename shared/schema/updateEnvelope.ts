import { sha256 } from '@noble/hashes/sha2.js';
import { failure, type Failure } from '../core/failure';
import { fail, ok, type Result } from '../core/result';

/**
 * Yjs has no integrity check: it accepts many damaged updates and makes other text of them. Every update that is stored
 * is therefore wrapped: version (1 byte), sequence (6 bytes), length (4), checksum (8), then the update. Big-endian.
 * The checksum is the first 8 bytes of the SHA-256 of everything else, so that an update cannot pass under another's sequence.
 */
const VERSION = 1;
const SEQUENCE_AT = 1;
const LENGTH_AT = 7;
const CHECKSUM_AT = 11;
const CHECKSUM_BYTES = 8;
const HEADER_BYTES = CHECKSUM_AT + CHECKSUM_BYTES;
const TWO_TO_32 = 2 ** 32;

export interface EnvelopedUpdate {
  /** Place in its log, from 1. */
  readonly sequence: number;
  /** One Yjs update (V1). */
  readonly update: Uint8Array;
}

function checksumOf(bytes: Uint8Array): Uint8Array {
  const hash = sha256.create();
  hash.update(bytes.subarray(0, CHECKSUM_AT));
  hash.update(bytes.subarray(HEADER_BYTES));
  return hash.digest().subarray(0, CHECKSUM_BYTES);
}

export function wrapUpdate({ sequence, update }: EnvelopedUpdate): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + update.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint16(SEQUENCE_AT, Math.floor(sequence / TWO_TO_32));
  view.setUint32(SEQUENCE_AT + 2, sequence % TWO_TO_32);
  view.setUint32(LENGTH_AT, update.length);
  bytes.set(update, HEADER_BYTES);
  bytes.set(checksumOf(bytes), CHECKSUM_AT);
  return bytes;
}

/** Law: `unwrapUpdate(wrapUpdate(x)) = x`, and any single changed, missing or added byte is a failure. */
export function unwrapUpdate(bytes: Uint8Array): Result<EnvelopedUpdate, Failure<'update-damaged'>> {
  if (bytes.length < HEADER_BYTES) return fail(failure('update-damaged', { reason: 'short' }));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint8(0) !== VERSION) return fail(failure('update-damaged', { reason: 'version' }));
  if (view.getUint32(LENGTH_AT) !== bytes.length - HEADER_BYTES)
    return fail(failure('update-damaged', { reason: 'length' }));
  const expected = checksumOf(bytes);
  if (expected.some((byte, index) => byte !== bytes[CHECKSUM_AT + index]))
    return fail(failure('update-damaged', { reason: 'checksum' }));
  const sequence = view.getUint16(SEQUENCE_AT) * TWO_TO_32 + view.getUint32(SEQUENCE_AT + 2);
  return ok({ sequence, update: bytes.slice(HEADER_BYTES) });
}
