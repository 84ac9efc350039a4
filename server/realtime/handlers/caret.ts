import { caretSchema } from '#domain/protocol/caret-messages.ts';
import type { InboundEvent } from '../inbound.ts';
import type { LiveRooms } from '../live-rooms.ts';
import { nothingThere } from '../may-see.ts';

/** Shows the others where a participant writes. */
export function caretEvent(liveRooms: LiveRooms): InboundEvent<'caret'> {
  return {
    schema: caretSchema,
    run: (socket, message) => {
      const { open } = socket.data;
      if (!open?.participantId) return { ok: true };
      const { connection, participantId } = open;
      const { carets } = liveRooms.of(open.room);
      const { text } = message;
      if (text !== null && !carets.isShownTo(text, open)) return nothingThere();
      carets.set(socket, { connection, participantId }, message);
      return { ok: true };
    },
  };
}
