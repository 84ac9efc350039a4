import type { Operation, OperationType } from '../../domain/debate/operations.ts';
import { isSteering } from '../../domain/debate/permissions.ts';
import { allows, type Scope } from '../auth/scopes.ts';

/** Asked for by their routes alone, where the server does its part first: keeps a copy, makes groups, reads a group's claim. */
const BY_ROUTE: readonly OperationType[] = ['debate.clear', 'group.form', 'claim.bring'];

/** May who was recognised so ask for this operation, by socket or over HTTP? Whether the debate allows it is another matter. */
export function mayAskFor(
  person: { readonly scopes: readonly Scope[] | null },
  { type }: Operation,
): boolean {
  return !BY_ROUTE.includes(type) && allows(person, isSteering(type) ? 'moderate' : 'write');
}
