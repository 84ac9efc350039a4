import type { PresenceMessage } from '#domain/protocol/client-messages.ts';
import type { OpenDebate } from '../connection.ts';
import type { PresenceBoard } from '../presence/presence-board.ts';

/** Reports where a connection's participant is, from the moment it opens, if others may see it. */
export function announcePresence(presence: PresenceBoard, open: OpenDebate, message: PresenceMessage): void {
  if (open.isPresent) presence.set(open.connection, open.participantId, message);
}
