import type { DebateState } from '#domain/debate/engine/state.ts';
import { sourceOf, textIn } from '#domain/debate/texts/texts.ts';
import { caretSchema } from '#domain/protocol/caret-messages.ts';
import type { OpenDebate } from '../connection.ts';
import type { InboundEvent } from '../inbound.ts';
import type { LiveRooms } from '../live-rooms.ts';
import { maySee, nothingThere } from './may-see.ts';

/** Shows the others where a participant writes. */
export function caretEvent(liveRooms: LiveRooms): InboundEvent<'caret'> {
  return {
    schema: caretSchema,
    run: (socket, message) => {
      const { open } = socket.data;
      if (!open?.participantId) return { ok: true };
      const { connection, participantId } = open;
      const { text } = message;
      if (text !== null && !isTextFor(open.room.state, text, open)) return nothingThere();
      liveRooms.of(open.room).carets.set(socket, { connection, participantId }, message);
      return { ok: true };
    },
  };
}

/** True if a text of this name exists for the participant who has the debate open. */
function isTextFor(state: DebateState, text: string, open: OpenDebate): boolean {
  return textIn(state, text) !== null && maySee(state, sourceOf(text).id, open);
}
