import type { Operation } from '#domain/debate/engine/operations.ts';
import { both, type Meeting, shares } from './meeting-conditions.ts';

const records = (operation: Operation) => 'revision' in operation && operation.revision !== null;
const removes = (operation: Operation) => 'revision' in operation && operation.revision === null;

/** How two operations on the conclusion meet. */
export const CONCLUSION_MEETINGS: Readonly<Record<string, Meeting>> = {
  'the same section': both((one, other) => shares(one, other, 'section')),
  'a new record': both((one, other) => records(one) || records(other)),
  'a record that is removed': both((one, other) => removes(one) || removes(other)),
  'a record that both remove': both((one, other) => removes(one) && removes(other)),
  'by the same person for the same position': (first, later) =>
    first.actor.id === later.actor.id && shares(first.operation, later.operation, 'positionId'),
};
