import type { z } from 'zod';
import { refuse } from '#domain/debate/engine/refusal.ts';
import type { Rejection, RejectionCode } from '#domain/debate/engine/rejections.ts';
import { noteRefusal, secondsToWait } from '../../handle.ts';

/** Statuses of refusals that have a specific one; all others get 422. */
const STATUS: Partial<Record<RejectionCode, number>> = {
  invalid: 400,
  text_malformed: 400,
  not_signed_in: 401,
  not_allowed: 403,
  account_required: 403,
  second_factor_required: 403,
  reauthentication_required: 403,
  start_accounts: 403,
  start_invited: 403,
  start_administrators: 403,
  route_not_found: 404,
  debate_not_found: 404,
  invitation_unknown: 404,
  too_large: 413,
  too_fast: 429,
  too_many_attempts: 429,
  email_limit_reached: 429,
  email_failed: 503,
  busy: 503,
  unavailable: 503,
  server_outdated: 503,
};

/** `Retry-After` in seconds of refusals that end by waiting, where no allowance says how long. */
const RETRY_AFTER: Partial<Record<RejectionCode, number>> = { too_fast: 5, too_many_attempts: 60, busy: 5 };

/** A refusal as an HTTP answer. */
export function refusalResponse(reason: RejectionCode | Rejection): Response {
  const code = typeof reason === 'string' ? reason : reason.code;
  noteRefusal(code);
  const status = STATUS[code] ?? 422;
  const body = refuse(reason);
  const headers = { 'cache-control': 'no-store', ...retryAfter(code) };
  return Response.json(body, { status, headers });
}

function retryAfter(code: RejectionCode): { 'retry-after'?: string } {
  const usual = RETRY_AFTER[code];
  if (usual === undefined) return {};
  // No allowance says when a busy server has room again.
  const known = code === 'busy' ? 0 : secondsToWait();
  return { 'retry-after': `${known === 0 ? usual : Math.ceil(known)}` };
}

/** The answer to a request with an invalid parameter. */
export function invalidAt(where: string, why: string): Response {
  const body = { ...refuse('invalid'), where, why };
  return Response.json(body, { status: 400, headers: { 'cache-control': 'no-store' } });
}

/** The answer to a request with invalid fields: it names the first of these, and what it should be. */
export function validationError({ issues: [issue] }: z.ZodError): Response {
  const where = (issue?.path ?? [])
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
  return invalidAt(where, issue?.message ?? '');
}
