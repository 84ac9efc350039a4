import { presenceSchema } from '#domain/protocol/client-messages.ts';
import type { InboundEvent } from '../inbound.ts';
import type { LiveRooms } from '../live-rooms.ts';
import { announcePresence } from './announce-presence.ts';

/** Tells the others in the debate what a person looks at. */
export function presenceEvent(liveRooms: LiveRooms): InboundEvent<'presence'> {
  return {
    schema: presenceSchema,
    run: (socket, message) => {
      const { open } = socket.data;
      if (open) announcePresence(liveRooms.of(open.room).presence, open, message);
      return { ok: true };
    },
  };
}
