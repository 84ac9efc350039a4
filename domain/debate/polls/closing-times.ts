import type { OperationOf } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { reminderLead } from '../phases/reminder-lead.ts';
import type { Poll } from './poll.ts';
import { hidesAnswers } from './polls.ts';

type Timed = Poll & { readonly closesAt: number };

/** Open polls that close at a time; looked up once for a state and the following ones with the same polls. */
function timedPolls({ polls }: Pick<DebateState, 'polls'>): readonly Timed[] {
  const known = timedOf.get(polls) ?? [...polls.values()].filter(isTimed);
  timedOf.set(polls, known);
  return known;
}

const timedOf = new WeakMap<DebateState['polls'], readonly Timed[]>();

function isTimed(poll: Poll): poll is Timed {
  return poll.open && poll.closesAt !== undefined;
}

/** The server's operations that close polls whose time is up. */
export function pollsToClose(state: DebateState, now: number): OperationOf<'poll.setStatus'>[] {
  if (state.head === null || state.head.deleted) return [];
  return timedPolls(state)
    .filter(({ closesAt }) => closesAt <= now)
    .map(({ id: pollId }) => ({ type: 'poll.setStatus', pollId, open: false }));
}

/** The server time at which people are reminded of a poll: a day before it closes, or halfway there. */
function reminderAt({ closesAt, at }: Timed): number {
  return closesAt - reminderLead(closesAt - at);
}

/** The times at which polls close, and at which people are reminded of them. */
export function timesOfPolls(state: DebateState): number[] {
  return timedPolls(state).flatMap((poll) => [reminderAt(poll), poll.closesAt]);
}

/** The open polls of which people who haven't answered are to be reminded at this time. */
export function pollsToRemindOf(state: DebateState, now: number): Poll[] {
  if (state.head?.status !== 'open' || state.head.deleted || hidesAnswers(state)) return [];
  return timedPolls(state).filter((poll) => reminderAt(poll) <= now && now < poll.closesAt);
}
