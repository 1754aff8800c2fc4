import type { ElectronApplication } from '@playwright/test';
import { traceDuring, type TraceEvent } from '../chromiumTrace';

/** Milliseconds of processor time that JavaScript took in the window's thread: until the key was painted, and from there to the next key. */
export interface KeyCost {
  readonly toPaint: number;
  readonly afterwards: number;
}

const scripts = new Set(['v8.callFunction', 'RunMicrotasks', 'EvaluateScript']);
/** The browser's own work, also where a script asked for it. */
const layouts = new Set(['Layout', 'UpdateLayoutTree', 'PrePaint', 'HitTest']);

const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;
const threadTime = ({ dur = 0, tdur = dur }: TraceEvent): number => tdur;

/** Only the outermost: what is called within is a part of them. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = -Infinity;
  return events.filter((event) => {
    if (event.ts < end) return false;
    end = endOf(event);
    return true;
  });
}

function keyCosts(all: readonly TraceEvent[]): readonly KeyCost[] {
  const isKey = ({ name, args }: TraceEvent): boolean => name === 'EventDispatch' && args?.data?.type === 'keydown';
  const first = all.find(isKey);
  if (!first) return [];
  const events = all
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === first.pid && tid === first.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const work = outermost(events.filter(({ name }) => layouts.has(name)));
  const paints = events.filter(({ name }) => name === 'Paint' || name === 'Commit');
  const costs = outermost(events.filter(({ name }) => scripts.has(name))).map((script) => {
    const within = work.filter(({ ts }) => script.ts <= ts && ts < endOf(script));
    return { ts: script.ts, ms: (threadTime(script) - within.reduce((sum, one) => sum + threadTime(one), 0)) / 1000 };
  });
  const between = (from: number, to: number): number =>
    costs.reduce((sum, { ts, ms }) => (from <= ts && ts < to ? sum + ms : sum), 0);
  const keys = events.filter(isKey).map(({ ts }) => ts);
  return keys.map((key, index) => {
    const next = keys[index + 1] ?? Infinity;
    const paint = Math.min(paints.find(({ ts }) => ts > key)?.ts ?? next, next);
    return { toPaint: between(key, paint), afterwards: between(paint, next) };
  });
}

/** What each key costs that `act` presses, from Chromium's own trace. */
export const traceKeys = async (app: ElectronApplication, act: () => Promise<void>): Promise<readonly KeyCost[]> =>
  keyCosts(await traceDuring(app, ['devtools.timeline', 'toplevel', 'v8'], act));
