import type { Operation } from '#domain/debate/engine/operations.ts';
import { hasOwnRoute, isModeratorOnly, needsProof } from '#domain/debate/engine/permissions.ts';
import { allows, type Scope } from '../../auth/sign-in/scopes.ts';

/**
 * True if a signed-in person's or a token's scope allows this operation, by socket or over HTTP. The debate's permissions are checked
 * separately.
 */
export function hasScopeFor(
  person: { readonly scopes: readonly Scope[] | null },
  { type }: Operation,
): boolean {
  const isProgram = person.scopes !== null;
  if (hasOwnRoute(type) || (isProgram && needsProof(type))) return false;
  return allows(person, isModeratorOnly(type) ? 'moderate' : 'write');
}
