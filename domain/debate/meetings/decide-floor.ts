import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { canBeInvited, isSpeaking } from './floor.ts';

type FloorOperation = OperationOf<
  'hand.raise' | 'hand.lower' | 'floor.give' | 'floor.order' | 'floor.invite' | 'floor.uninvite'
>;

/** Raises or lowers a hand, gives the floor, orders the queue, and invites someone to speak. */
export function decideFloor(state: DebateState, operation: FloorOperation, actor: Actor): Decision {
  const { hands, invited } = state.floor;
  switch (operation.type) {
    case 'hand.raise': {
      if (!may(state, actor, operation.type)) return refuse('not_allowed');
      if (hands.includes(actor.id) || isSpeaking(state, actor.id)) return refuse('nothing_changed');
      return accept({ type: 'hand.raised' });
    }
    case 'hand.lower': {
      const { participantId } = operation;
      if (!may(state, actor, operation.type, participantId)) return refuse('not_allowed');
      if (!hands.includes(participantId)) return refuse('nothing_changed');
      return accept({ type: 'hand.lowered', participantId });
    }
    case 'floor.give':
      return may(state, actor, operation.type) ? decideGive(state, operation) : refuse('not_allowed');
    case 'floor.order': {
      const { order } = operation;
      if (!may(state, actor, operation.type)) return refuse('not_allowed');
      return order === state.floor.order
        ? refuse('nothing_changed')
        : accept({ type: 'floor.ordered', order });
    }
    case 'floor.invite': {
      const { participantId } = operation;
      if (!may(state, actor, operation.type)) return refuse('not_allowed');
      if (!canBeInvited(state, participantId)) return refuse('unknown_participant');
      const isBusy = hands.includes(participantId) || isSpeaking(state, participantId);
      if (isBusy || invited.includes(participantId)) return refuse('nothing_changed');
      if (invited.length >= LIMITS.invitations) return refuse('too_many', LIMITS.invitations);
      return accept({ type: 'floor.invited', participantId });
    }
    case 'floor.uninvite': {
      const { participantId } = operation;
      if (!may(state, actor, operation.type, participantId)) return refuse('not_allowed');
      if (!invited.includes(participantId)) return refuse('nothing_changed');
      return accept({ type: 'floor.uninvited', participantId });
    }
  }
}

/**
 * Gives the floor. Of two moderators who give it to different people at once, the second one doesn't take it from the first one's choice; more
 * time for a speech that has ended meanwhile begins no other.
 */
function decideGive(state: DebateState, { to, seconds, from }: OperationOf<'floor.give'>): Decision {
  const { speaker } = state.floor;
  const isSame = (speaker?.participantId ?? null) === to;
  if (isSame && (speaker === null || speaker.seconds === seconds)) return refuse('nothing_changed');
  if (to !== null && state.participants.get(to)?.membership !== 'member')
    return refuse('unknown_participant');
  if (speaker && !isSame && from !== undefined && speaker.participantId !== from)
    return refuse('floor_changed');
  if (speaker === null && from !== undefined && from === to) return refuse('floor_changed');
  // The present speech counts too, so that the floor can be taken from the last speaker.
  const speeches = state.speeches.size + (speaker ? 1 : 0);
  if (to !== null && !isSame && speeches >= LIMITS.speeches) return refuse('too_many', LIMITS.speeches);
  return accept({ type: 'floor.given', to, seconds: to === null ? null : seconds });
}
