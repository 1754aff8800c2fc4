import { failure, type Failure } from '../core/failure';
import { fail, ok, type Result } from '../core/result';

/** How the work of a journal, wherever it lies, becomes a `Result`. `reasonOf` says in a word what its errors mean. */
export function journalOutcome(reasonOf: (error: unknown) => string) {
  const settle = async <T>(
    work: Promise<T>,
    otherwise: 'journal-unreadable' | 'journal-unwritable',
  ): Promise<Result<T, Failure>> => {
    try {
      return ok(await work);
    } catch (error) {
      return fail(failure(otherwise, { reason: reasonOf(error) }));
    }
  };
  return {
    whenRead: <T>(work: Promise<T>) => settle(work, 'journal-unreadable'),
    whenWritten: async (work: Promise<void>): Promise<Result<null, Failure>> => {
      const written = await settle(work, 'journal-unwritable');
      return written.ok ? ok(null) : written;
    },
  };
}
