import type { Operation, OperationType } from '#domain/debate/engine/operations.ts';
import { isModeratorOnly } from '#domain/debate/engine/permissions.ts';
import { allows, type Scope } from '../../auth/sign-in/scopes.ts';

/** Only available through their own routes, where the server does its part first: keeps a copy, makes groups, reads a group's claim. */
const BY_ROUTE: readonly OperationType[] = ['debate.clear', 'group.form', 'claim.promote'];

/** Not available to programs: these need reauthentication, which a token can't give. */
const BY_PEOPLE: readonly OperationType[] = ['debate.transfer'];

/**
 * True if a signed-in person's or a token's scope allows this operation, by socket or over HTTP. The debate's permissions are checked
 * separately.
 */
export function hasScopeFor(
  person: { readonly scopes: readonly Scope[] | null },
  { type }: Operation,
): boolean {
  if (BY_ROUTE.includes(type) || (person.scopes !== null && BY_PEOPLE.includes(type))) return false;
  return allows(person, isModeratorOnly(type) ? 'moderate' : 'write');
}
