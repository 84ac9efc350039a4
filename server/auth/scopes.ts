/** What an access token may be used for: each with its own right, none of which brings another. */
export const SCOPES = ['read', 'write', 'moderate', 'admin'] as const;

export type Scope = (typeof SCOPES)[number];

/** May who was recognised so do what needs this? A browser may all that its person may. */
export function allows({ scopes }: { readonly scopes: readonly Scope[] | null }, scope: Scope): boolean {
  return scopes === null || scopes.includes(scope);
}
