import type { Failure } from '../../../shared/core/failure';
import { failure } from '../../../shared/core/failure';
import type { Result } from '../../../shared/core/result';
import type { TypesetPurpose } from '../../../shared/ipc/platform';
import { createTaskProcess } from '../taskProcess';

const longestTypesettingSeconds = 60;

export interface TypesetTask {
  readonly files: Readonly<Record<string, string>>;
  readonly purpose: TypesetPurpose;
}

export interface Typesetting {
  typeset(files: Readonly<Record<string, string>>, purpose: TypesetPurpose): Promise<Result<Uint8Array, Failure>>;
}

/** Sets PDF in a process of its own. */
export function createTypesetting(script: string): Typesetting {
  const ask = createTaskProcess<TypesetTask, Uint8Array>({
    script,
    name: 'Programrevisjon setteri',
    longestSeconds: longestTypesettingSeconds,
    stopped: failure('typeset-stopped'),
    tooSlow: failure('typeset-too-slow', { seconds: longestTypesettingSeconds }),
  });
  return { typeset: (files, purpose) => ask({ files, purpose }) };
}
