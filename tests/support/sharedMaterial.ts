import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Bytes of a file of the material beside the repository (`../shared/<path>`), or `null` where it is missing. */
export function sharedMaterial(path: string): Uint8Array | null {
  const file = fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
}
