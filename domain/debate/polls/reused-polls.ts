import type { DebateState } from '../engine/state.ts';
import type { Poll } from './poll.ts';
import { isOnMotion, pollsInOrder } from './polls.ts';

/** A poll without its answers, for another debate. */
export type ReusedPoll = Pick<Poll, 'form' | 'question' | 'options' | 'secret' | 'threshold'>;

/** The polls that a debate made from this one prepares. Those on the motion are left out: its agenda opens them. */
export function reusedPolls(from: Pick<DebateState, 'polls'>): ReusedPoll[] {
  return pollsInOrder(from)
    .filter((poll) => !isOnMotion(poll))
    .map(({ form, question, options, secret, threshold }) => ({
      ...(form && { form }),
      question,
      options,
      secret,
      ...(secret && threshold !== undefined && { threshold }),
    }));
}
