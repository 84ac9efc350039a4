import type { Operation } from '#domain/debate/engine/operations.ts';
import { both, givenTo, idOf, type Meeting, shares } from './meeting-conditions.ts';

/** How two operations on the floor's queue and its invitations meet. */
export const FLOOR_MEETINGS: Readonly<Record<string, Meeting>> = {
  'the same order': both((one, other) => shares(one, other, 'order')),
  'the same person, in a role that is not invited': both(
    (one, other) => shares(one, other, 'participantId') && (endsInvitation(one) || endsInvitation(other)),
  ),
  'to the person invited': both((one, other) => idOf(one, 'participantId') === givenTo(other)),
};

/** True if it gives someone a role that is not invited to speak. */
function endsInvitation(operation: Operation): boolean {
  const role = idOf(operation, 'role');
  return operation.type === 'debate.transfer' || role === 'moderator' || role === 'observer';
}
