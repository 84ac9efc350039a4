import { accept, type Decision, refuse } from './decision.ts';
import { LIMITS } from './limits.ts';
import type { OperationOf } from './operations.ts';
import { type Actor, may } from './permissions.ts';
import { isMotionPolled, isOnMotion, isSettled, openingPoll } from './polls.ts';
import { STANCES } from './records/poll.ts';
import type { DebateState } from './state.ts';
import { isTaken } from './targets.ts';
import { textProblem } from './wording.ts';

type PollOperation = OperationOf<'poll.open' | 'poll.turn' | 'poll.answer'>;

/** Putting a question to everybody, closing it, and answering. */
export function decidePoll(state: DebateState, operation: PollOperation, actor: Actor): Decision {
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  if (operation.type === 'poll.open') return decideOpen(state, operation);
  const { pollId } = operation;
  const poll = state.polls.get(pollId);
  if (!poll) return refuse('unknown_poll');
  if (operation.type === 'poll.turn') {
    const { open } = operation;
    if (poll.open === open) return refuse('nothing_changed');
    if (open && isOnMotion(poll) && isMotionPolled(state)) return refuse('poll_open');
    if (open && isSettled(state, poll)) return refuse('poll_told');
    return accept({ type: 'poll.turned', pollId, open });
  }
  const { choice } = operation;
  if (!poll.open) return refuse('poll_closed');
  if (choice !== null && choice >= poll.options.length) return refuse('unknown_option');
  if ((state.answers.get(pollId)?.get(actor.id) ?? null) === choice) return refuse('nothing_changed');
  return accept({ type: 'poll.answered', pollId, choice });
}

/** Of polls on the motion one is open at a time. The one after the debate is as secret as the one before. */
function decideOpen(state: DebateState, operation: OperationOf<'poll.open'>): Decision {
  const { pollId, kind, question, options, secret } = operation;
  if (isTaken(state, pollId)) return refuse('id_taken');
  if (state.polls.size >= LIMITS.polls) return refuse('too_many', LIMITS.polls);
  if (kind !== 'quick') {
    if (isMotionPolled(state)) return refuse('poll_open');
    const opening = kind === 'after' ? openingPoll(state) : undefined;
    if (kind === 'after' && !opening) return refuse('no_opening_poll');
    const since = opening?.id ?? null;
    const isSecret = opening?.secret ?? secret;
    return accept({
      type: 'poll.opened',
      pollId,
      kind,
      since,
      question: '',
      options: STANCES,
      secret: isSecret,
    });
  }
  if (options.length < 2) return refuse('options_missing', 2);
  const problem =
    textProblem(question, LIMITS.pollQuestionCharacters) ??
    options.map((option) => textProblem(option, LIMITS.pollOptionCharacters)).find((found) => found !== null);
  if (problem) return refuse(problem);
  return accept({ type: 'poll.opened', pollId, kind, since: null, question, options, secret });
}
