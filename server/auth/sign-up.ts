import { domainToASCII } from 'node:url';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';

/** Who may make an account on this server. People who have one sign in to it whatever is set. */
export type SignUp =
  | { readonly kind: 'anyone' }
  /** People with a confirmed email address at one of these domains, in small letters. */
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

/** Why nobody may come to have this address by a mail sent there; null if they may. */
export function emailSignUpProblem(signUp: SignUp, email: string): RejectionCode | null {
  if (signUp.kind === 'oidc') return 'sign_up_provider';
  return signUp.kind === 'anyone' || isAtDomain(signUp.domains, email) ? null : 'sign_up_domain';
}

/** Why somebody from a provider, which vouches for this address or for none, may not make an account; null if they may. */
export function providerProblem(signUp: SignUp, email: string | null): RejectionCode | null {
  if (signUp.kind !== 'domains') return null;
  return email !== null && isAtDomain(signUp.domains, email) ? null : 'sign_up_domain';
}

function isAtDomain(domains: readonly string[], email: string): boolean {
  return domains.includes(domainToASCII(email.slice(email.lastIndexOf('@') + 1)));
}
