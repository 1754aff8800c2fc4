import { failure, type Failure } from '#shared/core/failure';
import { fail, ok, type Result } from '#shared/core/result';
import { readFailureAnswer } from '#shared/sync';
import type { RoomAddress } from '#shared/ipc/platform';

const TIMEOUT_MS = 20_000;

/** One request to the server; what it refuses comes back as the failure that it names. */
export async function ask<T>(
  { url, invite }: RoomAddress,
  path: string,
  body: Uint8Array<ArrayBuffer> | object | null,
  read: (raw: unknown) => T | null,
): Promise<Result<T, Failure>> {
  let answer: Response;
  let raw: unknown;
  try {
    answer = await fetch(`${url}${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers: { Authorization: `Bearer ${invite}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      cache: 'no-store',
      ...(body === null ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
    });
    raw = await answer.json();
  } catch (error) {
    return fail(failure(error instanceof SyntaxError ? 'server-answer-invalid' : 'server-unreachable', { url }));
  }
  if (!answer.ok) {
    const refused = readFailureAnswer(raw);
    return fail(refused ? failure(refused.code, refused.params) : failure('server-answer-invalid', { url }));
  }
  const value = read(raw);
  return value === null ? fail(failure('server-answer-invalid', { url })) : ok(value);
}
