import type { IncomingMessage } from 'node:http';
import { failure, type Failure } from '#shared/core/failure';
import { fail, ok, type Result } from '#shared/core/result';

const MEGABYTE = 1024 * 1024;

/** The whole body, or a failure as soon as it is larger than `limitBytes`: what is over is not kept. */
export async function readBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Result<Uint8Array, Failure<'request-too-large' | 'request-invalid'>>> {
  const tooLarge = fail(failure('request-too-large' as const, { limitMegabytes: Math.ceil(limitBytes / MEGABYTE) }));
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > limitBytes) return tooLarge;
      chunks.push(chunk);
    }
  } catch {
    return fail(failure('request-invalid', { what: 'interrupted' }));
  }
  return ok(Buffer.concat(chunks));
}

/** The body as JSON, still of unknown shape. */
export async function readJsonBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Result<unknown, Failure<'request-too-large' | 'request-invalid'>>> {
  const body = await readBody(request, limitBytes);
  if (!body.ok) return body;
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body.value));
    return ok(parsed);
  } catch {
    return fail(failure('request-invalid', { what: 'JSON' }));
  }
}
