import type { RejectionCode } from '../domain/debate/rejections.ts';

/**
 * Refusals that an operator looks for after an incident: tries to sign in or to prove who one is that failed, and what somebody may
 * not do. Each is a line of the log, by its code and the id of its request, without a name or an address.
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
