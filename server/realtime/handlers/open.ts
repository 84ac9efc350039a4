import { refuse } from '#domain/debate/engine/refusal.ts';
import { openSchema } from '#domain/protocol/client-messages.ts';
import type { AccessDenied } from '#domain/protocol/server-messages.ts';
import type { WelcomeWire } from '#domain/protocol/welcome-wire.ts';
import { CONNECTION_CAPS } from '../../limits/allowances.ts';
import type { Limiter } from '../../limits/limiter.ts';
import { refuseNewer } from '../../log/refuse-newer.ts';
import { channel, type LiveServer, type LiveSocket } from '../connection.ts';
import type { InboundEvent } from '../inbound.ts';
import { type OpenParts, openDebate } from './open-debate.ts';
import { OpenLimits } from './open-limits.ts';

/** Opens a debate on a connection, if there is room and the connection's allowance lasts. */
export function openEvent(
  io: LiveServer,
  parts: OpenParts & { readonly limiter: Limiter },
): InboundEvent<'open'> {
  const limits = new OpenLimits(parts.limiter);
  return {
    schema: openSchema,
    run: async (socket, message) => {
      if (!hasRoom(io, socket, message.debateId)) return refuse('busy');
      if (!limits.mayOpen(socket)) return refuse('too_fast');
      const mayReceive = (characters: number) => limits.mayReceive(socket, characters);
      const outcome = await refuseNewer(() => openDebate(parts, socket, message, mayReceive));
      if (typeof outcome !== 'function') {
        if (outcome.rejection.code === 'server_outdated') leaveForAnotherNode(socket);
        return limits.settle(socket, outcome);
      }
      // In JSON a packed text is the text itself.
      return () => limits.settle(socket, outcome()) as WelcomeWire | AccessDenied;
    },
  };
}

/** Ends a connection once its answer is sent: its client reconnects, by then through a proxy that has drained this node. */
function leaveForAnotherNode(socket: LiveSocket): void {
  setImmediate(() => socket.disconnect(true));
}

/** True if a debate has room for one more connection: fewer for readers than for signed-in people. */
function hasRoom(io: LiveServer, { data: { person } }: LiveSocket, debateId: string): boolean {
  const { rooms } = io.of('/').adapter;
  const all = rooms.get(channel.debate(debateId))?.size ?? 0;
  const readers = all - (rooms.get(channel.participants(debateId))?.size ?? 0);
  return all < CONNECTION_CAPS.debate && (person !== null || readers < CONNECTION_CAPS.debateNameless);
}
