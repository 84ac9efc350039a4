import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';

/**
 * Rejections that operators need after an incident: failed sign-ins and reauthentications, and denied actions. Each is logged with
 * its code and request id, without a name or address.
 */
const LOGGED: ReadonlySet<RejectionCode> = new Set<RejectionCode>([
  'sign_in_wrong',
  'password_wrong',
  'second_factor_wrong',
  'passkey_failed',
  'code_wrong',
  'too_many_attempts',
  'provider_sign_in_failed',
  'provider_sign_in_weak',
  'sign_up_domain',
  'sign_up_provider',
  'not_allowed',
  'account_required',
  'second_factor_required',
  'reauthentication_required',
  'removed',
  'banned',
]);

export function isLoggedRefusal(code: RejectionCode): boolean {
  return LOGGED.has(code);
}
