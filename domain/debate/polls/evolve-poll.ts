import type { EntryFrame, ProjectedEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import type { Poll } from './poll.ts';
import { putAnswer } from './poll-answers.ts';

type PollEffect = Extract<ProjectedEntry['effect'], { type: `poll.${string}` }>;

/** Folds polls: from the log, where the counts move by the difference, or from a projection, where they are absolute. */
export function evolvePoll(state: DebateState, effect: PollEffect, entry: EntryFrame): DebateState {
  const { polls, answers } = state;
  switch (effect.type) {
    case 'poll.opened': {
      const { type, pollId: id, ...asked } = effect;
      const { seq, at } = entry;
      const counts = asked.options.map(() => 0);
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
      const { open, threshold } = effect;
      const turned = { ...asAsked(poll, entry), open, statusSeq: entry.seq };
      return {
        ...state,
        polls: polls.set(poll.id, { ...turned, ...(threshold !== undefined && { threshold }) }),
      };
    }
    case 'poll.answered':
      return answered(state, effect.pollId, entry.author, effect.choice);
    case 'poll.projected':
      return { ...state, polls: polls.merge(effect.polls.map((poll) => [poll.id, poll] as const)) };
    case 'poll.own': {
      if (!polls.has(effect.pollId)) return state;
      return { ...state, answers: putAnswer(answers, [effect.pollId, entry.author, effect.choice]) };
    }
  }
}

/** A poll without its preparation: it counts as asked from the moment it is first opened. */
function asAsked({ prepared, ...poll }: Poll, { seq, at }: EntryFrame): Poll {
  return prepared ? { ...poll, seq, at } : poll;
}

function answered(state: DebateState, pollId: string, author: string, choice: number | null): DebateState {
  const poll = state.polls.get(pollId);
  if (!poll) return state;
  const before = state.answers.get(pollId)?.get(author) ?? null;
  const more = (choice === null ? 0 : 1) - (before === null ? 0 : 1);
  const counts = poll.counts?.map(
    (count, option) => count + (option === choice ? 1 : 0) - (option === before ? 1 : 0),
  );
  const next = { ...poll, answered: poll.answered + more, counts: counts ?? null };
  return {
    ...state,
    polls: state.polls.set(pollId, next),
    answers: putAnswer(state.answers, [pollId, author, choice]),
  };
}
