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
  'the same poll and text': both((one, other) => shares(one, other, 'pollId') && shares(one, other, 'text')),
};
