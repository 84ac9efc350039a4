import type { Operation } from '../../domain/debate/engine/operations.ts';
import { OPERATIONS } from '../../domain/debate/engine/registry.ts';
import { isTextEdit } from '../../domain/debate/texts/texts.ts';
import type { ClientEvents } from '../../domain/protocol/events.ts';

/** The cost of each event on a connection, from the allowance `events`. A `submit` costs what its operation does, see `operationCost`. */
export const EVENT_COSTS: Readonly<Record<keyof ClientEvents, number>> = {
  open: 2,
  submit: 1,
  presence: 0.5,
  // Ten a second take a tenth of a person's allowance: they never delay what the person writes.
  pointer: 0.2,
  watchGroups: 1,
  clock: 0.2,
  seen: 1,
  caret: 0.25,
};

/** The cost of an unknown event, or one that can't be answered: a burst of them silences the sender. */
export const NONSENSE_COST = 10;

/**
 * The additional cost of opening a debate that doesn't exist: nobody with a real address does it often. Reserved while an opening is
 * pending, so that many at once aren't too many either: a person's twenty tabs may reconnect together.
 */
export const MISSED_COST = 4;

/** Characters of the answer to `open` for the price of one of `openings`. */
export const OPEN_CHARACTERS = 64 * 1024;

/** The price of each operation, by name. */
export const OPERATION_COSTS = Object.entries(OPERATIONS)
  .map(([type, { cost }]) => [type, cost] as const)
  .sort(([a], [b]) => (a < b ? -1 : 1));

/** Parts of an edit that are included in the price of any operation: typing, pasting or replacing has three to five. */
const INCLUDED = 10;
/** Additional parts for the price of one more operation: merging takes time per part. */
const PARTS = 10;

/** Contributions that one operation hides, restores or settles, for the price of one more operation: each takes time, and is logged. */
const CONTRIBUTIONS = 50;

/**
 * The cost of an operation beyond its type's price: an edit by its parts, a citation by its passages, each of which is searched for in a
 * whole article, and one on many contributions by their number.
 */
export function operationSurcharge(operation: Operation): number {
  if (isTextEdit(operation)) return Math.max(0, operation.change.length - INCLUDED) / PARTS;
  if (operation.type === 'claim.cite') return Math.max(0, (operation.passages?.length ?? 0) - 1);
  return 'ids' in operation ? Math.floor(operation.ids.length / CONTRIBUTIONS) : 0;
}

/** The total cost of an operation. */
export function operationCost(operation: Operation): number {
  return OPERATIONS[operation.type].cost + operationSurcharge(operation);
}
