import { accept, type Decision, refuse } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import { textProblem } from '../texts/wording.ts';
import { type Poll, STANCES } from './poll.ts';
import { hidesAnswers, isMotionPolled, isOnMotion, isSettled, openingPoll, thresholdOf } from './polls.ts';

type PollOperation = OperationOf<'poll.open' | 'poll.setStatus' | 'poll.answer'>;

/** Opens and closes polls, and answers them. */
export function decidePoll(state: DebateState, operation: PollOperation, actor: Actor): Decision {
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  if (operation.type === 'poll.open') return decideOpen(state, operation);
  const { pollId } = operation;
  const poll = state.polls.get(pollId);
  if (!poll) return refuse('unknown_poll');
  if (operation.type === 'poll.setStatus') {
    return decideTurn(state, operation, poll);
  }
  const { choice } = operation;
  if (!poll.open) return refuse('poll_closed');
  if (choice !== null && choice >= poll.options.length) return refuse('unknown_option');
  // A moderator lowered it while the answer was in flight.
  if (operation.threshold !== undefined && thresholdOf(poll) < operation.threshold)
    return refuse('poll_threshold_lowered');
  if ((state.answers.get(pollId)?.get(actor.id) ?? null) === choice) return refuse('nothing_changed');
  return accept({ type: 'poll.answered', pollId, choice });
}

/** Opens or closes a poll, or changes the threshold of an open poll without answers. */
function decideTurn(
  state: DebateState,
  { pollId, open, threshold }: OperationOf<'poll.setStatus'>,
  poll: Poll,
): Decision {
  const isChanged = threshold !== undefined && threshold !== thresholdOf(poll);
  if (poll.open === open && !isChanged) return refuse('nothing_changed');
  // A threshold change must not reopen a poll that another moderator has just closed.
  if (isChanged && !poll.open) return refuse('poll_closed');
  if (!poll.open && isOnMotion(poll) && isMotionPolled(state)) return refuse('poll_open');
  if (!poll.open && isSettled(state, poll)) return refuse('poll_disclosed');
  if (!isChanged) return accept({ type: 'poll.statusChanged', pollId, open });
  // The polls before and after the debate have the same threshold: their totals are shown next to each other.
  if (!open || !poll.secret || poll.kind === 'after') return refuse('invalid');
  if (poll.answered > 0 || hidesAnswers(state)) return refuse('poll_answered');
  return accept({ type: 'poll.statusChanged', pollId, open, threshold });
}

/**
 * Only one poll on the motion is open at a time. The one after the debate is as secret as the one before, with its threshold. Only a
 * quick poll can be prepared: those on the motion depend on what is asked before them.
 */
function decideOpen(state: DebateState, operation: OperationOf<'poll.open'>): Decision {
  const { pollId, kind, question, options, secret, threshold, prepared } = operation;
  if (isTaken(state, pollId)) return refuse('id_taken');
  if (state.polls.size >= LIMITS.polls) return refuse('too_many', LIMITS.polls);
  if (kind !== 'quick') {
    if (prepared) return refuse('invalid');
    if (isMotionPolled(state)) return refuse('poll_open');
    const opening = kind === 'after' ? openingPoll(state) : undefined;
    if (kind === 'after' && !opening) return refuse('no_opening_poll');
    const since = opening?.id ?? null;
    const isSecret = opening?.secret ?? secret;
    const from = opening ? opening.threshold : threshold;
    return accept({
      type: 'poll.opened',
      pollId,
      kind,
      since,
      question: '',
      options: STANCES,
      secret: isSecret,
      ...(isSecret && from !== undefined && { threshold: from }),
    });
  }
  if (options.length < 2) return refuse('options_missing', 2);
  const problem =
    textProblem(question, LIMITS.pollQuestionCharacters) ??
    options.map((option) => textProblem(option, LIMITS.pollOptionCharacters)).find((found) => found !== null);
  if (problem) return refuse(problem);
  return accept({
    type: 'poll.opened',
    pollId,
    kind,
    since: null,
    question,
    options,
    secret,
    ...(secret && threshold !== undefined && { threshold }),
    ...(prepared && { prepared }),
  });
}
