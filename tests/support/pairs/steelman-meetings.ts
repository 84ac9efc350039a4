import type { Operation } from '#domain/debate/engine/operations.ts';
import { both, type Meeting, shares } from './meeting-conditions.ts';

const removes = (operation: Operation) => operation.type === 'steelman.record' && operation.wording === null;
const withdraws = (operation: Operation) => 'agrees' in operation && operation.agrees === null;

/** How two answers to steelmen meet. */
export const STEELMAN_MEETINGS: Readonly<Record<string, Meeting>> = {
  'a record of the same claim that both remove': both(
    (one, other) => shares(one, other, 'claimId') && removes(one) && removes(other),
  ),
  'answers by the same person, both withdrawn': (first, later) =>
    first.actor.id === later.actor.id && withdraws(first.operation) && withdraws(later.operation),
  'answers by the same person that both agree': (first, later) =>
    first.actor.id === later.actor.id &&
    [first, later].every(({ operation }) => 'agrees' in operation && operation.agrees === true),
  'answers under the same id': both((one, other) => shares(one, other, 'answerId') && !withdraws(one)),
  'an answer that is given': ({ operation }) => !removes(operation) && !withdraws(operation),
  'an answer that is withdrawn': (_, { operation }) => withdraws(operation),
  'answers by the same person': (first, later) => first.actor.id === later.actor.id,
};
