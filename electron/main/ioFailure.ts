import type { Failure } from '../../shared/core/failure';
import { failure } from '../../shared/core/failure';
import type { PlatformFailureCode } from '../../shared/ipc/failures';

/** The system's own code of an I/O error (`ENOSPC`), or the message of anything else that was thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
  return String(error);
}

/** Turns what the file system threw about `name` into a failure that a person can act on. */
export function fileFailure(
  error: unknown,
  name: string,
  otherwise: 'file-unreadable' | 'file-unwritable',
): Failure<PlatformFailureCode> {
  const reason = reasonOf(error);
  // When a file is made or replaced, it is never the file that is missing.
  if (otherwise === 'file-unwritable' && (reason === 'ENOENT' || reason === 'ENOTDIR'))
    return failure('folder-not-found', { name });
  if (reason === 'ENOENT') return failure('file-not-found', { name });
  if (reason === 'EACCES' || reason === 'EPERM' || reason === 'EROFS') return failure('file-not-allowed', { name });
  if (reason === 'ENOSPC' || reason === 'EDQUOT') return failure('file-disk-full', { name });
  return failure(otherwise, { name, reason });
}
