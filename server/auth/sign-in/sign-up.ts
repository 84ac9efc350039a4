import { domainToASCII } from 'node:url';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';

/** The rule for creating accounts on this server. Existing accounts can sign in under any rule. */
export type SignUp =
  | { readonly kind: 'anyone' }
  /** People with a confirmed email address at one of these domains, in lower case. */
  | { readonly kind: 'domains'; readonly domains: readonly string[] }
  /** People who come from an OpenID Connect provider. */
  | { readonly kind: 'oidc' };

/** Reads `anyone`, `oidc` or `domains:example.org,example.com`; null for anything else. */
export function readSignUp(text: string): SignUp | null {
  if (text === 'anyone' || text === 'oidc') return { kind: text };
  if (!text.startsWith('domains:')) return null;
  const domains = text
    .slice('domains:'.length)
    .split(',')
    .map((domain) => domainToASCII(domain.trim()));
  return domains.every((domain) => /^[^\s.]+(\.[^\s.]+)+$/.test(domain))
    ? { kind: 'domains', domains }
    : null;
}

/** Why this address may not be confirmed by an email sent to it; `null` if it may. */
export function emailSignUpProblem(signUp: SignUp, email: string): RejectionCode | null {
  if (signUp.kind === 'oidc') return 'sign_up_provider';
  return signUp.kind === 'anyone' || isAtDomain(signUp.domains, email) ? null : 'sign_up_domain';
}

/** Why a person from a provider, which verifies this address or none, may not create an account; `null` if they may. */
export function providerProblem(signUp: SignUp, email: string | null): RejectionCode | null {
  if (signUp.kind !== 'domains') return null;
  return email !== null && isAtDomain(signUp.domains, email) ? null : 'sign_up_domain';
}

function isAtDomain(domains: readonly string[], email: string): boolean {
  return domains.includes(domainToASCII(email.slice(email.lastIndexOf('@') + 1)));
}
