import type { Operation, OperationType } from '../../domain/debate/engine/operations.ts';
import { isModeratorOnly } from '../../domain/debate/engine/permissions.ts';
import { allows, type Scope } from '../auth/scopes.ts';

/** Asked for by their routes alone, where the server does its part first: keeps a copy, makes groups, reads a group's claim. */
const BY_ROUTE: readonly OperationType[] = ['debate.clear', 'group.form', 'claim.bring'];

/** Not available to programs: these need reauthentication, which a token can't give. */
const BY_PEOPLE: readonly OperationType[] = ['debate.transfer'];

/** May who was recognised so ask for this operation, by socket or over HTTP? Whether the debate allows it is another matter. */
export function hasScopeFor(
  person: { readonly scopes: readonly Scope[] | null },
  { type }: Operation,
): boolean {
  if (BY_ROUTE.includes(type) || (person.scopes !== null && BY_PEOPLE.includes(type))) return false;
  return allows(person, isModeratorOnly(type) ? 'moderate' : 'write');
}
