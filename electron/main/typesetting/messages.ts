import type { Failure } from '../../../shared/core/failure';
import type { TypesetPurpose } from '../../../shared/ipc/platform';
import type { Result } from '../../../shared/core/result';

export interface TypesetTask {
  readonly task: number;
  readonly files: Readonly<Record<string, string>>;
  readonly purpose: TypesetPurpose;
}

export interface TypesetAnswer {
  readonly task: number;
  readonly result: Result<Uint8Array, Failure>;
}
