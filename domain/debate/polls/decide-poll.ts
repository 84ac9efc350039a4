import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { Rejection } from '../engine/rejections.ts';
import { toRejection } from '../engine/rejections.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import { textProblem } from '../texts/wording.ts';
import { hasSameWords } from './answer-words.ts';
import { choiceProblem, guessProblem, inTwelveDigits, isSameChoice, tidyChoice } from './choices.ts';
import { type Poll, STANCES } from './poll.ts';
import { formTypeOf } from './poll-form.ts';
import {
  hidesAnswers,
  isMotionPolled,
  isOnMotion,
  openingPoll,
  reopeningProblem,
  takesAnswers,
  thresholdOf,
} from './polls.ts';

type PollOperation = OperationOf<'poll.open' | 'poll.setStatus' | 'poll.answer' | 'poll.hideAnswer'>;

/** Opens and closes polls, answers them, and hides answers. */
export function decidePoll(
  state: DebateState,
  operation: PollOperation,
  actor: Actor,
  now: number | null = null,
): Decision {
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  if (operation.type === 'poll.open') return decideOpen(state, operation, now);
  const poll = state.polls.get(operation.pollId);
  if (!poll) return refuse('unknown_poll');
  switch (operation.type) {
    case 'poll.setStatus':
      // A moderator moved its time while the clock was closing it.
      if (actor.role === 'system' && !operation.open && takesAnswers(poll, now))
        return refuse('nothing_changed');
      return decideStatus(state, operation, poll, now);
    case 'poll.answer':
      return decideAnswer(state, operation, poll, actor, now);
    case 'poll.hideAnswer':
      return decideHide(operation, poll);
  }
}

function decideAnswer(
  state: DebateState,
  { pollId, choice, threshold }: OperationOf<'poll.answer'>,
  poll: Poll,
  actor: Actor,
  now: number | null,
): Decision {
  if (!takesAnswers(poll, now)) return refuse('poll_closed');
  const given = choice === null ? null : tidyChoice(choice);
  const problem = given === null ? null : choiceProblem(poll, given);
  if (problem) return refuse(problem);
  // Muted people may choose, but not write.
  if (typeof given === 'string' && state.participants.get(actor.id)?.muted) return refuse('muted');
  // A moderator lowered it while the answer was in flight.
  if (threshold !== undefined && thresholdOf(poll) < threshold) return refuse('poll_threshold_lowered');
  if (isSameChoice(state.answers.get(pollId)?.get(actor.id) ?? null, given)) return refuse('nothing_changed');
  return accept({ type: 'poll.answered', pollId, choice: given });
}

/** Hides answers like a text, whether there are any or not: the last one may have been withdrawn meanwhile. */
function decideHide({ pollId, text, hidden }: OperationOf<'poll.hideAnswer'>, poll: Poll): Decision {
  const all = poll.hiddenAnswers ?? [];
  const problem =
    formTypeOf(poll) === 'text' ? textProblem(text, LIMITS.pollAnswerCharacters) : toRejection('invalid');
  if (problem) return refuse(problem);
  if (all.some((one) => hasSameWords(one, text)) === hidden) return refuse('nothing_changed');
  if (hidden && all.length >= LIMITS.hiddenAnswers) return refuse('too_many', LIMITS.hiddenAnswers);
  return accept({ type: 'poll.answerHidden', pollId, text, hidden });
}

/** Opens or closes a poll, or changes the threshold of an open poll without answers, its time, or the right number of a closed one. */
function decideStatus(
  state: DebateState,
  operation: OperationOf<'poll.setStatus'>,
  poll: Poll,
  now: number | null,
): Decision {
  const { pollId, open, threshold, closesAt } = operation;
  const right = operation.right === undefined ? undefined : inTwelveDigits(operation.right);
  const isChanged = threshold !== undefined && threshold !== thresholdOf(poll);
  const isOver = !poll.open && !poll.prepared;
  const isMoved = closesAt !== undefined && (closesAt ?? undefined) !== poll.closesAt && (open || poll.open);
  if (poll.open === open && !isChanged && !isMoved && (right === undefined || right === poll.right))
    return refuse('nothing_changed');
  // A threshold or a time must not reopen a poll that another moderator has just closed.
  if ((isChanged && !poll.open) || (closesAt !== undefined && open && isOver)) return refuse('poll_closed');
  // A closed debate takes no answers.
  if (!poll.open && open && state.head?.status !== 'open') return refuse('debate_closed');
  if (!poll.open && open && isOnMotion(poll) && isMotionPolled(state)) return refuse('poll_open');
  const reopening = open && isOver ? reopeningProblem(state, poll) : null;
  if (reopening) return refuse(reopening);
  const problem = timeProblem(open, closesAt, now) ?? rightProblem(poll, open, right);
  if (problem) return refuse(problem);
  if (isChanged) {
    // The polls before and after the debate have the same threshold: their totals are shown next to each other.
    if (!open || !poll.secret || poll.kind === 'after') return refuse('invalid');
    if (poll.answered > 0 || hidesAnswers(state)) return refuse('poll_answered');
  }
  return accept({
    type: 'poll.statusChanged',
    pollId,
    open,
    ...(isChanged && { threshold }),
    ...(isMoved && { closesAt }),
    ...(right !== undefined && { right }),
  });
}

/** Only a poll that is open, or opened, has a time, and that lies ahead. */
function timeProblem(
  open: boolean,
  closesAt: number | null | undefined,
  now: number | null,
): Rejection | null {
  if (closesAt === undefined || closesAt === null) return null;
  if (!open) return toRejection('invalid');
  return now !== null && closesAt <= now ? toRejection('poll_time_past') : null;
}

/** The right number of a poll is revealed once, when it closes or later. */
function rightProblem(poll: Poll, open: boolean, right: number | undefined): Rejection | null {
  if (right === undefined || right === poll.right) return null;
  const isRevealed = poll.right !== undefined;
  if (open || isRevealed || poll.form?.type !== 'number') return toRejection('invalid');
  return guessProblem(poll.form, right);
}

/**
 * Only one poll on the motion is open at a time. The one after the debate is as secret as the one before, with its threshold. Only a
 * quick poll can be prepared: those on the motion depend on what is asked before them.
 */
function decideOpen(state: DebateState, operation: OperationOf<'poll.open'>, now: number | null): Decision {
  const { pollId, kind, prepared, closesAt } = operation;
  if (isTaken(state, pollId)) return refuse('id_taken');
  if (state.polls.size >= LIMITS.polls) return refuse('too_many', LIMITS.polls);
  const problem = timeProblem(!prepared, closesAt, now);
  if (problem) return refuse(problem);
  return kind === 'quick' ? decideQuick(operation) : decideOnMotion(state, operation);
}

function decideOnMotion(
  state: DebateState,
  { pollId, kind, secret, threshold, prepared, form, closesAt }: OperationOf<'poll.open'>,
): Decision {
  if (prepared || form) return refuse('invalid');
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
    ...(closesAt !== undefined && { closesAt }),
  });
}

function decideQuick(operation: OperationOf<'poll.open'>): Decision {
  const { pollId, kind, form, question, options, secret, threshold, prepared, closesAt } = operation;
  const problem = textProblem(question, LIMITS.pollQuestionCharacters) ?? formProblem(operation);
  if (problem) return refuse(problem);
  return accept({
    type: 'poll.opened',
    pollId,
    kind,
    since: null,
    ...(form && { form }),
    question,
    options,
    secret,
    ...(secret && threshold !== undefined && { threshold }),
    ...(prepared && { prepared }),
    ...(closesAt !== undefined && { closesAt }),
  });
}

/** The reason why a poll can't be answered in this form with these options; null: it can. */
function formProblem({ form, options }: OperationOf<'poll.open'>): Rejection | null {
  if (form?.type === 'text' || form?.type === 'number') {
    if (options.length > 0) return toRejection('invalid');
    return form.type === 'number' ? boundsProblem(form) : null;
  }
  if (options.length < 2) return toRejection('options_missing', 2);
  if (form?.type === 'scale' && options.length > 2) return toRejection('invalid');
  if (form?.type === 'several' && form.most > options.length)
    return toRejection('too_many_options', options.length);
  const problems = options.map((option) => textProblem(option, LIMITS.pollOptionCharacters));
  return problems.find((found) => found !== null) ?? null;
}

type NumberForm = Extract<NonNullable<OperationOf<'poll.open'>['form']>, { type: 'number' }>;

function boundsProblem({ unit, min, max }: NumberForm): Rejection | null {
  if (min !== null && max !== null && min >= max) return toRejection('number_out_of_bounds');
  return textProblem(unit, LIMITS.pollUnitCharacters, 'allowed');
}
