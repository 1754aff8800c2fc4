import { randomUUID } from 'node:crypto';
import type { Clock, IdSource } from '#shared/core/sources';

export const systemClock: Clock = { now: () => new Date().toISOString() };
export const randomIds: IdSource = { next: () => randomUUID() };
