import type { PresenceMessage } from '../../domain/protocol/client-messages.ts';
import type { OpenDebate } from './connection.ts';
import type { PresenceBoard } from './presence-board.ts';

/** Says where the person of a connection is, from its opening on, if others are told of it. */
export function announcePresence(presence: PresenceBoard, open: OpenDebate, message: PresenceMessage): void {
  if (open.isPresent) presence.set(open.connection, open.participantId, message);
}
