import type { Operation } from '../../domain/debate/operations.ts';
import { isTextEdit } from '../../domain/debate/texts.ts';

/** Parts of an edit that are in the price of any operation: what a person types, pastes or replaces has three to five. */
const INCLUDED = 10;
/** Parts beyond, for the price of one operation more: merging takes as long as there are parts. */
const PARTS = 10;

/**
 * What an operation costs its sender besides the price of any, in operations: an edit by its parts, a citation by its passages,
 * each of which is searched for in a whole article.
 */
export function operationSurcharge(operation: Operation): number {
  if (isTextEdit(operation)) return Math.max(0, operation.change.length - INCLUDED) / PARTS;
  if (operation.type === 'claim.cite') return Math.max(0, (operation.passages?.length ?? 0) - 1);
  return 0;
}
