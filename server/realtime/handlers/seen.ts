import { refuse } from '#domain/debate/engine/refusal.ts';
import { readMarksSchema } from '#domain/protocol/read-marks-messages.ts';
import { packReadMarks } from '#domain/unread/sent-read-marks.ts';
import type { Inbox } from '../../services/notifications/inbox.ts';
import type { ReadMarksStore } from '../../services/participants/read-marks.ts';
import { channel } from '../connection.ts';
import type { InboundEvent } from '../inbound.ts';

export interface SeenParts {
  readonly seenMarks: ReadMarksStore;
  readonly inbox: Pick<Inbox, 'readUpTo'>;
}

/** Notes what a participant has read, in the inbox too if it is all of the debate, and tells their other devices. */
export function seenEvent({ seenMarks, inbox }: SeenParts): InboundEvent<'seen'> {
  return {
    schema: readMarksSchema,
    run: async (socket, message) => {
      const { open } = socket.data;
      if (!open || open.participantId === null) return refuse('not_joined');
      const { room, participantId } = open;
      const marks = await seenMarks.note(room, participantId, message);
      if (message.until !== undefined) await inbox.readUpTo(room.id, participantId, marks.until);
      const seen = packReadMarks(marks);
      // Through other nodes too: a person's devices may be connected anywhere.
      socket.to(channel.participant(room.id, participantId)).emit('seen', seen);
      return { ok: true, seen };
    },
  };
}
