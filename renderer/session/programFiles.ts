import type { Failure } from '#shared/core/failure';
import type { Result } from '#shared/core/result';
import { writeProgramFile, type ProgrammeFile } from '#shared/schema/programFile';
import { readWholeProgramme } from '#shared/schema/wholeProgramme';

/** Reads and writes `.program` files: packing, hashing and checking all of it takes longer than a window may stand still. */
export interface ProgramFiles {
  read(bytes: Uint8Array): Promise<Result<ProgrammeFile, Failure>>;
  /** Bytes come in the order they were asked for. */
  write(file: ProgrammeFile): Promise<Uint8Array>;
}

/** Where the one who asks may wait for it. */
export const programFilesHere: ProgramFiles = {
  read: (bytes) => Promise.resolve(readWholeProgramme(bytes)),
  write: (file) => Promise.resolve(writeProgramFile(file)),
};
