import type { EffectOf } from '../engine/define-event.ts';
import type { EntryFrame, ProjectedEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { logModeration } from '../moderation-log/moderation-log.ts';
import { hasSameWords } from './answer-words.ts';
import { countChoice, zeroCounts } from './choices.ts';
import type { Poll } from './poll.ts';
import { putAnswer } from './poll-answers.ts';
import type { PollChoice } from './poll-form.ts';

type PollEffect = Extract<ProjectedEntry['effect'], { type: `poll.${string}` }>;

/** Folds polls: from the log, where the counts move by the difference, or from a projection, where they are absolute. */
export function evolvePoll(state: DebateState, effect: PollEffect, entry: EntryFrame): DebateState {
  const { polls, answers } = state;
  switch (effect.type) {
    case 'poll.opened': {
      const { type, pollId: id, ...asked } = effect;
      const { seq, at } = entry;
      const counts = zeroCounts(asked);
      return {
        ...state,
        polls: polls.set(id, {
          id,
          ...asked,
          open: !asked.prepared,
          statusSeq: seq,
          seq,
          at,
          answered: 0,
          counts,
          flows: null,
        }),
      };
    }
    case 'poll.statusChanged': {
      const poll = polls.get(effect.pollId);
      if (!poll) return state;
      return { ...state, polls: polls.set(poll.id, withStatus(poll, effect, entry)) };
    }
    case 'poll.answered':
      return answered(state, effect.pollId, entry.author, effect.choice);
    case 'poll.answerHidden': {
      const act = {
        what: effect.hidden ? 'hidden' : 'restored',
        on: [effect.pollId],
        reason: '',
        note: '',
      } as const;
      const poll = polls.get(effect.pollId);
      const next = poll ? { ...state, polls: polls.set(poll.id, withHidden(poll, effect)) } : state;
      // Moderators get the poll itself after the entry.
      return logModeration(next, entry, act);
    }
    case 'poll.projected':
      return { ...state, polls: polls.merge(effect.polls.map((poll) => [poll.id, poll] as const)) };
    case 'poll.own': {
      if (!polls.has(effect.pollId)) return state;
      return { ...state, answers: putAnswer(answers, [effect.pollId, entry.author, effect.choice]) };
    }
  }
}

/** A poll with answers like a text hidden, or no longer hidden. */
function withHidden(
  { hiddenAnswers: before = [], ...poll }: Poll,
  { text, hidden }: EffectOf<'poll.answerHidden'>,
): Poll {
  const others = before.filter((one) => !hasSameWords(one, text));
  const hiddenAnswers = hidden ? [...others, text].sort() : others;
  return { ...poll, ...(hiddenAnswers.length > 0 && { hiddenAnswers }) };
}

/** A poll that was opened or closed, or of which something was set. Its time and its threshold are no news for the room. */
function withStatus(
  poll: Poll,
  { open, threshold, closesAt, right }: EffectOf<'poll.statusChanged'>,
  entry: EntryFrame,
): Poll {
  const { closesAt: before, ...asked } = asAsked(poll, entry);
  // A poll that is opened again has no time from before.
  const until = closesAt === undefined && poll.open ? before : (closesAt ?? undefined);
  const isNews = open !== poll.open || (right !== undefined && right !== poll.right);
  return {
    ...asked,
    open,
    statusSeq: isNews ? entry.seq : poll.statusSeq,
    ...(until !== undefined && { closesAt: until }),
    ...(threshold !== undefined && { threshold }),
    ...(right !== undefined && { right }),
  };
}

/** A poll without its preparation: it counts as asked from the moment it is first opened. */
function asAsked({ prepared, ...poll }: Poll, { seq, at }: EntryFrame): Poll {
  return prepared ? { ...poll, seq, at } : poll;
}

function answered(
  state: DebateState,
  pollId: string,
  author: string,
  choice: PollChoice | null,
): DebateState {
  const poll = state.polls.get(pollId);
  if (!poll) return state;
  const before = state.answers.get(pollId)?.get(author) ?? null;
  const more = (choice === null ? 0 : 1) - (before === null ? 0 : 1);
  const [is, was] = [countChoice(poll, choice), countChoice(poll, before)];
  const counts = poll.counts?.map((count, at) => count + (is[at] ?? 0) - (was[at] ?? 0));
  const next = { ...poll, answered: poll.answered + more, counts: counts ?? null };
  return {
    ...state,
    polls: state.polls.set(pollId, next),
    answers: putAnswer(state.answers, [pollId, author, choice]),
  };
}
