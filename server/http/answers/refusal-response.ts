import type { z } from 'zod';
import { refuse } from '#domain/debate/engine/refusal.ts';
import type { Rejection, RejectionCode } from '#domain/debate/engine/rejections.ts';
import { noteRefusal } from '../../handle.ts';

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

/** A refusal as an HTTP answer. */
export function refusalResponse(reason: RejectionCode | Rejection): Response {
  const code = typeof reason === 'string' ? reason : reason.code;
  noteRefusal(code);
  const status = STATUS[code] ?? 422;
  const body = refuse(reason);
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
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
