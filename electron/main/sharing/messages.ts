import type { Failure } from '../../../shared/core/failure';
import type { Result } from '../../../shared/core/result';
import type { SharingInfo } from '../../../shared/ipc/platform';

export interface SyncHostOrder {
  readonly dataFolder: string;
  readonly browserClientFolder: string;
  readonly host: string;
}

/** The one message that the host sends: where it listens, or why it does not. */
export type SyncHostAnswer = Result<SharingInfo, Failure>;
