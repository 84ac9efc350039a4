import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import type { Participant } from './participant.ts';

type Participants = DebateState['participants'];

const timedOf = new WeakMap<Participants, readonly Participant[]>();

/** True if this person is muted, removed or banned. */
export function isSanctioned({ participants }: DebateState, participantId: string): boolean {
  const person = participants.get(participantId);
  return person !== undefined && (person.muted || person.membership !== 'member');
}

/** True if a moderator has renamed this person. */
export function isRenamed({ moderationLog }: DebateState, participantId: string): boolean {
  return moderationLog.some(({ what, on }) => what === 'renamed' && on.includes(participantId));
}

/** People with a sanction that ends automatically; calculated once for a state and the following ones with the same people. */
function withTimedSanctions(participants: Participants): readonly Participant[] {
  const known =
    timedOf.get(participants) ??
    [...participants.values()].filter(
      ({ mutedUntil, outUntil }) => mutedUntil !== undefined || outUntil !== undefined,
    );
  timedOf.set(participants, known);
  return known;
}

/** The server's operations that lift expired mutes and bans. */
export function endedSanctions({ participants, head }: DebateState, now: number): Operation[] {
  if (head === null) return [];
  return withTimedSanctions(participants).flatMap(
    ({ id: participantId, mutedUntil = Infinity, outUntil = Infinity }) => [
      ...(mutedUntil <= now
        ? [{ type: 'participant.mute', participantId, muted: false, reason: null } as const]
        : []),
      ...(outUntil <= now
        ? [{ type: 'participant.setMembership', participantId, membership: 'member', reason: null } as const]
        : []),
    ],
  );
}
