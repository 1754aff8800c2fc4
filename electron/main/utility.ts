import type { UtilityProcess } from 'electron';
import { utilityProcess } from 'electron';

export interface Utility {
  readonly process: UtilityProcess;
  /** Resolves when the process is gone, whatever the reason. */
  readonly gone: Promise<void>;
}

/** Starts one of our own scripts in a process of its own, which may crash or hang without taking the windows with it. */
export function startUtility(script: string, name: string): Utility {
  const process = utilityProcess.fork(script, [], { serviceName: name });
  const gone = new Promise<void>((resolve) => {
    process.once('exit', () => {
      resolve();
    });
  });
  return { process, gone };
}
