import type { Failure } from '../../../shared/core/failure';
import type { Result } from '../../../shared/core/result';

export interface TypesetTask {
  readonly task: number;
  readonly files: Readonly<Record<string, string>>;
}

export interface TypesetAnswer {
  readonly task: number;
  readonly result: Result<Uint8Array, Failure>;
}
