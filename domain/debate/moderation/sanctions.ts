import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import type { Participant } from '../participants/participant.ts';

type Participants = DebateState['participants'];

const timedOf = new WeakMap<Participants, readonly Participant[]>();

/** Is this person muted, removed or banned? */
export function isSanctioned({ participants }: DebateState, participantId: string): boolean {
  const person = participants.get(participantId);
  return person !== undefined && (person.muted || person.standing !== 'in');
}

/** Has a moderator given this person another name? */
export function isRenamed({ acts }: DebateState, participantId: string): boolean {
  return acts.some(({ what, on }) => what === 'renamed' && on.includes(participantId));
}

/** People with a sanction that ends by itself; found once for a state and those after it with the same people. */
function timed(participants: Participants): readonly Participant[] {
  const known =
    timedOf.get(participants) ??
    [...participants.values()].filter(
      ({ mutedUntil, outUntil }) => mutedUntil !== undefined || outUntil !== undefined,
    );
  timedOf.set(participants, known);
  return known;
}

/** The server's operations that lift the mutes and bans whose time is up. */
export function endedSanctions({ participants, head }: DebateState, now: number): Operation[] {
  if (head === null) return [];
  return timed(participants).flatMap(({ id: participantId, mutedUntil = Infinity, outUntil = Infinity }) => [
    ...(mutedUntil <= now
      ? [{ type: 'participant.mute', participantId, muted: false, reason: null } as const]
      : []),
    ...(outUntil <= now
      ? [{ type: 'participant.admit', participantId, standing: 'in', reason: null } as const]
      : []),
  ]);
}
