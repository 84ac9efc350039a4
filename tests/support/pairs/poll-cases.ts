import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { answer, closePoll, quickPoll, stancePoll } from '../debate-builder.ts';
import { hideAnswer } from '../polls.ts';

/** Operations on polls, as `PAIR_CASES` has them. */
export const POLL_CASES = {
  'poll.open': [
    quickPoll('p-1'),
    { ...quickPoll('p-1'), question: 'Which one?' },
    quickPoll('p-2'),
    stancePoll('p-3', 'before'),
    stancePoll('p-4', 'after'),
  ],
  'poll.setStatus': [
    closePoll('p-o'),
    { type: 'poll.setStatus', pollId: 'p-r', open: true },
    { type: 'poll.setStatus', pollId: 'p-b', open: true },
  ],
  'poll.answer': [answer('p-o', 1), answer('p-o', 2), answer('p-o', null), textAnswer('p-t', 'Rain')],
  'poll.hideAnswer': [hideAnswer('p-t', 'Rain'), hideAnswer('p-t', 'Sun')],
} satisfies { readonly [Type in PollType]: readonly OperationOf<Type>[] };

type PollType = 'poll.open' | 'poll.setStatus' | 'poll.answer' | 'poll.hideAnswer';

function textAnswer(pollId: string, choice: string): OperationOf<'poll.answer'> {
  return { type: 'poll.answer', pollId, choice };
}
