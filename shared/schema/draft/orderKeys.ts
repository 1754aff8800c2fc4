import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

const DIGITS = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Whether the library can put keys beside this one; a peer may have written anything. */
export function isOrderKey(key: string): boolean {
  if (!/^[0-9A-Za-z]{1,4000}$/u.test(key)) return false;
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}

/** Two characters made of whatever distinguishes this writer, so that two peers at one gap do not interleave. FNV-1a. */
function jitter(salt: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < salt.length; index += 1)
    hash = Math.imul(hash ^ salt.charCodeAt(index), 0x01000193) >>> 0;
  return `${DIGITS[hash % 61] ?? '1'}${DIGITS[Math.floor(hash / 61) % 61] ?? '1'}`;
}

/**
 * `count` keys in order, strictly between two keys; `null` is an open end. Where an end is not a valid key, or they are not in order,
 * the upper one is ignored first, then the lower one: it yields keys for anything.
 */
export function keysBetween(low: string | null, high: string | null, count: number, salt: string): readonly string[] {
  const from = low !== null && isOrderKey(low) ? low : null;
  const wanted = high !== null && isOrderKey(high) ? high : null;
  const to = from !== null && wanted !== null && wanted <= from ? null : wanted;
  if (count <= 0) return [];
  const plain = generateKeyBetween(from, to);
  const salted = plain + jitter(salt);
  const first = to === null || salted < to ? salted : plain;
  return count === 1 ? [first] : [first, ...generateNKeysBetween(first, to, count - 1)];
}

/** `count` keys for a fresh draft. */
export const firstKeys = (count: number): readonly string[] => generateNKeysBetween(null, null, count);
