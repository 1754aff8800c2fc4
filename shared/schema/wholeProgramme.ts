import type { Failure } from '../core/failure';
import type { Result } from '../core/result';
import { verifyChain } from '../register';
import { readProgramFile, type ProgrammeFile } from './programFile';

/** Opens a `.program` file whose register holds: `readProgramFile`, and `verifyChain` of what it gave. */
export function readWholeProgramme(bytes: Uint8Array): Result<ProgrammeFile, Failure> {
  const file = readProgramFile(bytes);
  if (!file.ok) return file;
  const chain = verifyChain(file.value.entries, file.value.revisions);
  return chain.ok ? file : chain;
}
