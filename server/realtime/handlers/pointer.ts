import type { DebateState } from '#domain/debate/engine/state.ts';
import { MOTION_ID } from '#domain/layout/map-tree.ts';
import { type PointerMessage, pointerSchema } from '#domain/protocol/pointer-messages.ts';
import { projectPointer } from '#domain/protocol/project-pointer.ts';
import type { OpenDebate } from '../connection.ts';
import type { InboundEvent } from '../inbound.ts';
import type { LiveRooms } from '../live-rooms.ts';
import { maySee, nothingThere } from '../may-see.ts';

/** Shows the others where a participant points. */
export function pointerEvent(liveRooms: LiveRooms): InboundEvent<'pointer'> {
  return {
    schema: pointerSchema,
    run: (socket, message) => {
      const { open } = socket.data;
      // A pointer whose owner can't be named isn't shown: it would only be in the way.
      if (!open || open.participantId === null) return { ok: true };
      if (!pointsAtSomething(open.room.state, message, open)) return nothingThere();
      liveRooms.of(open.room).pointers.set(open.connection, projectPointer(message, open.room.state));
      return { ok: true };
    },
  };
}

/** True if the boxes a pointer refers to are in the debate. */
function pointsAtSomething(state: DebateState, { over, look }: PointerMessage, open: OpenDebate): boolean {
  const isThere = (box: string) =>
    box === MOTION_ID || state.positions.has(box) || (state.claims.has(box) && maySee(state, box, open));
  return (over === null || isThere(over.box)) && (look === null || isThere(look.at.box));
}
