import { refuse } from '#domain/debate/engine/refusal.ts';
import { watchGroupsSchema } from '#domain/protocol/group-messages.ts';
import type { GroupWatches } from '../group-watches.ts';
import type { InboundEvent } from '../inbound.ts';

/** Sends a moderator the overviews of small groups, until they no longer watch. */
export function watchGroupsEvent(groupWatches: GroupWatches): InboundEvent<'watchGroups'> {
  return {
    schema: watchGroupsSchema,
    run: (socket, { watching }) => {
      const { open } = socket.data;
      if (open?.audience !== 'moderators') return refuse('not_allowed');
      if (watching) groupWatches.watch(socket, open.room);
      else groupWatches.unwatch(socket, open.room.id);
      return { ok: true };
    },
  };
}
