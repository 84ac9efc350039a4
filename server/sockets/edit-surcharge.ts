import type { Operation } from '../../domain/debate/operations.ts';
import { isTextEdit } from '../../domain/debate/texts.ts';

/** Parts of an edit that are in the price of any operation: what a person types, pastes or replaces has three to five. */
const INCLUDED = 10;
/** Parts beyond, for the price of one operation more: merging takes as long as there are parts. */
const PARTS = 10;

/** What an operation costs its sender besides the price of any, in operations: an edit by its parts. */
export function editSurcharge(operation: Operation): number {
  return isTextEdit(operation) ? Math.max(0, operation.change.length - INCLUDED) / PARTS : 0;
}
