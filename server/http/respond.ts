import type { ServerResponse } from 'node:http';
import type { Failure } from '#shared/core/failure';
import { describeFailure } from '#shared/messages/describe';
import type { FailureAnswer, SyncFailureCode } from '#shared/sync';

/** On every answer, pages and data alike. */
export const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
} as const;

const statuses: Readonly<Partial<Record<string, number>>> = {
  'invitation-invalid': 401,
  'not-allowed': 403,
  'origin-refused': 403,
  'programme-unknown': 404,
  'address-unknown': 404,
  'registers-differ': 409,
  'name-taken': 409,
  'person-erased': 409,
  'invitation-unknown': 404,
  'invitation-own': 409,
  'request-too-large': 413,
  'request-invalid': 400,
  'too-many-requests': 429,
  'server-failed': 500,
} satisfies Partial<Record<SyncFailureCode, number>>;

/** What the authority or a format refuses is understood, and cannot be done. */
const UNPROCESSABLE = 422;

export function sendBytes(response: ServerResponse, status: number, type: string, bytes: Uint8Array | string): void {
  response.writeHead(status, { ...commonHeaders, 'Content-Type': type, 'Cache-Control': 'no-store' });
  response.end(bytes);
}

export function sendJson(response: ServerResponse, status: number, value: object): void {
  sendBytes(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

export function sendFailure(response: ServerResponse, failure: Failure): void {
  const { code, params } = failure;
  const answer: FailureAnswer = { code, params, message: describeFailure(failure, 'nb') };
  sendJson(response, statuses[code] ?? UNPROCESSABLE, answer);
}
