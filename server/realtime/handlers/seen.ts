import { toRejection } from '#domain/debate/engine/rejections.ts';
import { readMarksSchema } from '#domain/protocol/read-marks-messages.ts';
import { packReadMarks } from '#domain/unread/sent-read-marks.ts';
import type { ReadMarksStore } from '../../services/participants/read-marks.ts';
import { channel } from '../connection.ts';
import type { InboundEvent } from '../inbound.ts';

/** Notes what a participant has read, and tells their other devices. */
export function seenEvent(seenMarks: ReadMarksStore): InboundEvent<'seen'> {
  return {
    schema: readMarksSchema,
    run: async (socket, message) => {
      const { open } = socket.data;
      if (!open || open.participantId === null) return { ok: false, rejection: toRejection('not_joined') };
      const { room, participantId } = open;
      const seen = packReadMarks(await seenMarks.note(room, participantId, message));
      // Through other nodes too: a person's devices may be connected anywhere.
      socket.to(channel.participant(room.id, participantId)).emit('seen', seen);
      return { ok: true, seen };
    },
  };
}
