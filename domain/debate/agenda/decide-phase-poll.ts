import type { Effect } from '../engine/entries.ts';
import type { Actor } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import type { Phase } from '../phases/agenda.ts';
import { decidePoll } from '../polls/decide-poll.ts';
import type { Poll, PollKind } from '../polls/poll.ts';
import { openingPoll, pollsInOrder } from '../polls/polls.ts';
import { pollKindOf } from './phase-poll.ts';

/** Characters of a phase's id in the ids of its polls: an id has 40, and the poll's number needs some. */
const PREFIX = 34;

/** Closes the poll on the motion that a phase was for. `state`: the state in which it is closed. */
export function closePollOf(
  state: DebateState,
  phase: Phase | null,
  actor: Actor,
): { readonly effects: readonly Effect[]; readonly state: DebateState } {
  const kind = phase && pollKindOf(phase);
  const poll = state.polls.find((one) => one.open && one.kind === kind);
  if (!poll) return { effects: [], state };
  const decision = decidePoll(state, { type: 'poll.setStatus', pollId: poll.id, open: false }, actor);
  if (!decision.ok) return { effects: [], state };
  const polls = state.polls.set(poll.id, { ...poll, open: false });
  return { effects: decision.effects, state: { ...state, polls } };
}

/**
 * Opens the poll on the motion that a phase is for: reopens the phase's last one if possible, else opens another one. Does nothing if it
 * can't be opened: one is open, no opening poll waits for a closing poll, or the debate is closed.
 */
export function openPollOf(state: DebateState, phase: Phase | null, actor: Actor): readonly Effect[] {
  const kind = phase && pollKindOf(phase);
  if (!kind || state.head?.status !== 'open') return [];
  const prefix = `${phase.id.slice(0, PREFIX)}_`;
  const own = pollsInOrder(state).filter(({ id }) => id.startsWith(prefix));
  const last = own.at(-1);
  const again = last && openAgain(state, last, kind, actor);
  if (again) return again;
  const pollId = `${prefix}${own.length + 1}`;
  const decision = decidePoll(
    state,
    { type: 'poll.open', pollId, kind, question: '', options: [], secret: true },
    actor,
  );
  return decision.ok ? decision.effects : [];
}

function openAgain(
  state: DebateState,
  poll: Poll,
  kind: PollKind,
  actor: Actor,
): readonly Effect[] | undefined {
  if (poll.kind !== kind || isSuperseded(state, poll)) return;
  const decision = decidePoll(state, { type: 'poll.setStatus', pollId: poll.id, open: true }, actor);
  return decision.ok ? decision.effects : undefined;
}

/** True for a closing poll that compares with an earlier opening poll than the one that waits for a closing poll now. */
function isSuperseded(state: DebateState, { kind, seq }: Poll): boolean {
  return kind === 'after' && (openingPoll(state)?.seq ?? 0) > seq;
}
