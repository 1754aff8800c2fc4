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

/** Sets PDF in processes of their own: one for what is waited for, one for first pages, which are wanted at once. */
export function createTypesetting(script: string): Typesetting {
  const processFor = (name: string) =>
    createTaskProcess<TypesetTask, Uint8Array>({
      script,
      name,
      longestSeconds: longestTypesettingSeconds,
      stopped: failure('typeset-stopped'),
      tooSlow: failure('typeset-too-slow', { seconds: longestTypesettingSeconds }),
    });
  const papers = processFor('Programrevisjon setteri');
  const firstPages = processFor('Programrevisjon setteri, første sider');
  return { typeset: (files, purpose) => (purpose === 'glance' ? firstPages : papers)({ files, purpose }) };
}
