import type { AdministratorClaim } from './oidc-settings.ts';

/** A provider's claims about a person. */
export type Claims = Readonly<Record<string, unknown>>;

/** True if the claims contain this one: the value itself, or a list with it. `realm_access.roles` is a claim inside another. */
export function hasClaim(claims: Claims, { claim, value }: AdministratorClaim): boolean {
  const said = claim in claims ? claims[claim] : claim.split('.').reduce(inside, claims);
  return Array.isArray(said) ? said.includes(value) : String(said ?? '') === value;
}

function inside(claims: unknown, name: string): unknown {
  return typeof claims === 'object' && claims !== null && Object.hasOwn(claims, name)
    ? (claims as Claims)[name]
    : undefined;
}
