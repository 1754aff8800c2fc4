import type { OpenedFile } from '#shared/ipc/platform';
import sampleUrl from '../../resources/sample/arbeidsprogram.txt?url';

/** The programme to try things on. */
export async function readSample(): Promise<OpenedFile> {
  const response = await fetch(sampleUrl);
  return { grant: null, name: 'arbeidsprogram.txt', bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** Whether the file is our own sample, which nobody has to look through. */
export async function isSample({ name, bytes }: OpenedFile): Promise<boolean> {
  if (name !== 'arbeidsprogram.txt') return false;
  const sample = await readSample();
  return sample.bytes.length === bytes.length && sample.bytes.every((byte, at) => byte === bytes[at]);
}
