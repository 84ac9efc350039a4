import type { Operation } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { both, isSameAnswer, type Meeting, opensOnMotion, shares } from './meeting-conditions.ts';

/** How two operations on polls meet. */
export const POLL_MEETINGS: Readonly<Record<string, Meeting>> = {
  'the same poll': both((one, other) => shares(one, other, 'pollId')),
  'the same poll and person': isSameAnswer,
  'the same poll, person and choice': (first, later) =>
    isSameAnswer(first, later) && shares(first.operation, later.operation, 'choice'),
  'opening a poll on the motion': ({ operation }, _, state) => opensOnMotion(operation, state),
  'both on the motion': ({ operation: one }, { operation: other }, state) =>
    opensOnMotion(one, state) && opensOnMotion(other, state),
  'the end of the debate': both((one, other) => endsDebate(one) || endsDebate(other)),
  'the end of the debate, and opening a poll': ({ operation: one }, { operation: other }, state) =>
    (endsDebate(one) && opensPoll(other, state)) || (opensPoll(one, state) && endsDebate(other)),
  'the same poll and text': both((one, other) => shares(one, other, 'pollId') && shares(one, other, 'text')),
};

function endsDebate(operation: Operation): boolean {
  if (operation.type === 'debate.restrict')
    return operation.restriction === 'closed' && operation.reason !== null;
  return operation.type === 'debate.setStatus' && operation.status !== 'open';
}

/** True if it opens any poll, a new one or again. */
function opensPoll(operation: Operation, state: DebateState): boolean {
  if (operation.type === 'poll.open') return !operation.prepared;
  return operation.type === 'poll.setStatus' ? operation.open : opensOnMotion(operation, state);
}
