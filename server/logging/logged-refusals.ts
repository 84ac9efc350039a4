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
  'tries_used_up',
  'sign_in_elsewhere_failed',
  'sign_in_elsewhere_weak',
  'sign_up_domain',
  'sign_up_provider',
  'not_allowed',
  'account_needed',
  'second_factor_needed',
  'reauthentication_needed',
  'removed',
  'banned',
]);

export function isLoggedRefusal(code: RejectionCode): boolean {
  return LOGGED.has(code);
}
