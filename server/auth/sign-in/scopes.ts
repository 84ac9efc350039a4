/** Scopes of an access token: separate rights, none of which implies another. Older tokens may have `admin`, which allows nothing. */
export const SCOPES = ['read', 'write', 'moderate'] as const;

export type Scope = (typeof SCOPES)[number];

/** True if the caller may do what needs this scope. A browser has all rights of its person. */
export function allows({ scopes }: { readonly scopes: readonly Scope[] | null }, scope: Scope): boolean {
  return scopes === null || scopes.includes(scope);
}
