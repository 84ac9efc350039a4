import type { Operation } from '#domain/debate/engine/operations.ts';
import { both, givenTo, idOf, type Meeting, shares } from './meeting-conditions.ts';

/** How two operations on the floor's queue and its invitations meet. */
export const FLOOR_MEETINGS: Readonly<Record<string, Meeting>> = {
  'the same order': both((one, other) => shares(one, other, 'order')),
  'the same person, in a role that is not invited': both(
    (one, other) => shares(one, other, 'participantId') && (endsInvitation(one) || endsInvitation(other)),
  ),
  'to the person invited': both((one, other) => idOf(one, 'participantId') === givenTo(other)),
  'the end of the meeting or debate': both((one, other) => endsFloor(one) || endsFloor(other)),
  'no one has the floor at its end': both(
    (one, other) => endsFloor(one) && other.type === 'floor.give' && other.to === null,
  ),
  'someone has the floor at its end': both((one, other) => givenTo(one) !== null && endsFloor(other)),
  'another person has the floor': ({ operation: one }, { operation: other }) =>
    givenTo(one) !== null &&
    other.type === 'floor.give' &&
    other.from !== undefined &&
    ![other.from, other.to].includes(givenTo(one)),
};

/** True if it ends the meeting, or the debate. */
function endsFloor(operation: Operation): boolean {
  switch (operation.type) {
    case 'agenda.goTo':
      return operation.to === null;
    case 'meeting.setStatus':
      return !operation.live;
    case 'debate.setStatus':
      return operation.status !== 'open';
    case 'debate.restrict':
      return operation.restriction === 'closed' && operation.reason !== null;
    default:
      return false;
  }
}

/** True if it gives someone a role that is not invited to speak. */
function endsInvitation(operation: Operation): boolean {
  const role = idOf(operation, 'role');
  return operation.type === 'debate.transfer' || role === 'moderator' || role === 'observer';
}
