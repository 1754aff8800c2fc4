import { readFileSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';

/** A piece of Chromium's own record of what its threads did. */
export interface TraceEvent {
  readonly name: string;
  /** `X`: a piece of work with its length. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds; `tdur` of the thread's own time: on a machine with other work to do only that says something of the program. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } };
}

/** All that Chromium recorded of these categories while something was acted out. */
export async function traceDuring(
  app: ElectronApplication,
  categories: readonly string[],
  act: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  await app.evaluate(
    ({ contentTracing }, included) =>
      contentTracing.startRecording({
        recording_mode: 'record-until-full',
        trace_buffer_size_in_kb: 400_000,
        included_categories: ['__metadata', ...included],
        excluded_categories: ['*'],
      }),
    categories,
  );
  await act();
  const file = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly traceEvents: readonly TraceEvent[] }).traceEvents;
}
