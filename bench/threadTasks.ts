import type { ElectronApplication } from '@playwright/test';
import { traceDuring, type TraceEvent } from './chromiumTrace';

/** A task of the windows' threads: how long it took, and how much of that the thread itself worked, in milliseconds. On a machine with other work to do only the second one says something of the program. */
export interface ThreadTask {
  readonly took: number;
  readonly worked: number;
}

/** What the threads of the app's windows did while something was acted out, by Chromium's own trace. */
export async function tasksDuring(app: ElectronApplication, act: () => Promise<void>): Promise<readonly ThreadTask[]> {
  const traceEvents = await traceDuring(app, ['toplevel'], act);
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const windows = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  return traceEvents
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && windows.has(threadOf(event)))
    .map(({ dur = 0, tdur = dur }) => ({ took: dur / 1_000, worked: tdur / 1_000 }));
}
