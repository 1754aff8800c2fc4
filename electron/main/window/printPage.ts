import type { WebContents } from 'electron';
import type { Failure } from '../../../shared/core/failure';
import { failure } from '../../../shared/core/failure';
import type { Result } from '../../../shared/core/result';
import { fail, ok } from '../../../shared/core/result';

/** What Electron calls a dialog that the user closed without printing. */
const cancelled = /cancel/i;

/** Opens the system's print dialog for a window, and tells how it went when it is closed. */
export const printPage = (contents: WebContents): Promise<Result<boolean, Failure>> =>
  new Promise((resolve) => {
    contents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (printed, reason) => {
      if (printed) resolve(ok(true));
      else resolve(cancelled.test(reason) ? ok(false) : fail(failure('print-failed', { reason })));
    });
  });
