import type { DebateState } from '../engine/state.ts';
import { timeOfEnded } from './time-spoken.ts';

type Asking = Pick<DebateState, 'floor' | 'speeches' | 'participants'>;

/** The team of people without one. */
const NO_TEAM = '';

/** Queues by state: each recipient of an anonymous debate is sent a floor of their own. */
const queues = new WeakMap<Asking, readonly string[]>();

/**
 * Raised hands as they are queued. The present speech counts as one of its team, and not for any time: the queue does not change while
 * someone speaks.
 */
export function queuedHands(state: Asking): readonly string[] {
  if (state.floor.hands.length < 2 || state.floor.order === 'raised') return state.floor.hands;
  const known = queues.get(state);
  if (known) return known;
  const queue = queueOf(state);
  queues.set(state, queue);
  return queue;
}

function queueOf(state: Asking): readonly string[] {
  const { hands, order } = state.floor;
  switch (order) {
    case 'raised':
      return hands;
    case 'least_spoken': {
      const spoken = timeOf(state);
      return hands.toSorted((a, b) => spoken(a) - spoken(b));
    }
    case 'teams':
      return teamsInTurn(state);
    case 'first_timers': {
      const spoken = timeOf(state);
      return [...hands.filter((id) => spoken(id) === 0), ...hands.filter((id) => spoken(id) > 0)];
    }
  }
}

/** Milliseconds that a person has spoken, the present speech left out. */
function timeOf({ speeches }: Asking): (participantId: string) => number {
  const spoken = timeOfEnded(speeches, 'participantId');
  return (id) => spoken.get(id)?.milliseconds ?? 0;
}

/** The team with the fewest speeches comes next, each queued hand counted as one; of equal ones, the team that asked first. */
function teamsInTurn({ floor: { hands, speaker }, speeches, participants }: Asking): string[] {
  const turns = new Map<string, number>();
  const count = (team: string | null) => {
    turns.set(team ?? NO_TEAM, (turns.get(team ?? NO_TEAM) ?? 0) + 1);
  };
  for (const { positionId } of speeches.values()) count(positionId);
  if (speaker) count(speaker.positionId);
  const waiting = new Map<string, string[]>();
  for (const id of hands) {
    const team = participants.get(id)?.team ?? NO_TEAM;
    const others = waiting.get(team);
    if (others) others.push(id);
    else waiting.set(team, [id]);
  }
  return hands.map(() => {
    const [team, ids] = [...waiting].reduce((least, other) =>
      (turns.get(other[0]) ?? 0) < (turns.get(least[0]) ?? 0) ? other : least,
    );
    const next = ids.shift() ?? '';
    count(team);
    if (ids.length === 0) waiting.delete(team);
    return next;
  });
}
