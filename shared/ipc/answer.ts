import * as v from 'valibot';
import type { Failure } from '../core/failure';
import { failure } from '../core/failure';
import type { Result } from '../core/result';
import { fail } from '../core/result';
import type { Channel, Handlers } from './channels';
import { isChannel, requestParsers } from './channels';

/** Enough of a channel's name to find it by, should a stranger send a long one. */
const nameOf = (channel: unknown): string => (typeof channel === 'string' ? channel.slice(0, 60) : typeof channel);

async function perform<C extends Channel, Caller>(
  channel: C,
  request: unknown,
  caller: Caller,
  handlers: Handlers<Caller>,
): Promise<Result<unknown, Failure>> {
  const parsed = v.safeParse(requestParsers[channel], request);
  if (!parsed.success) return fail(failure('ipc-invalid-request', { channel }));
  return handlers[channel](parsed.output, caller);
}

/**
 * Answers one request from a window. `caller` is `null` where the sender is not one of our own windows on our own origin.
 * Total: an unknown channel, an unreadable request and a handler that throws are all answered as data.
 */
export async function answer<Caller>(
  channel: unknown,
  request: unknown,
  caller: Caller | null,
  handlers: Handlers<Caller>,
  reportMistake: (error: unknown) => void,
): Promise<Result<unknown, Failure>> {
  if (caller === null) return fail(failure('ipc-untrusted-sender'));
  if (!isChannel(channel)) return fail(failure('ipc-unknown-channel', { channel: nameOf(channel) }));
  try {
    return await perform(channel, request, caller, handlers);
  } catch (error) {
    reportMistake(error);
    return fail(failure('ipc-handler-stopped', { channel }));
  }
}
