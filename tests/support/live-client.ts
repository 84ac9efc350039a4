import { io, type Socket } from 'socket.io-client';
import type { Operation } from '../../domain/debate/operations.ts';
import { type ClientEvents, LIVE_PATH, type ServerEvents } from '../../domain/protocol/events.ts';
import type { Frame, Refusal, Welcome } from '../../domain/protocol/server-messages.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';

/** A raw client of the live protocol, for tests of the server: it sends what it is told and keeps what it hears. */
export interface LiveClient {
  readonly socket: Socket<ServerEvents, ClientEvents>;
  readonly frames: Frame[];
  open(debateId: string, after?: number, unanswered?: number[]): Promise<Welcome | Refusal>;
  submit(operation: Operation, clientSeq?: number): Promise<OperationAnswer>;
  /** Kept when a frame has told of everything up to a sequence number. */
  seen(seq: number): Promise<void>;
  close(): void;
}

let clients = 0;

/** Connects with a sign-in cookie, or as a reader nobody knows. */
export async function connectLive(
  origin: string,
  options: { cookie?: string; clientId?: string } = {},
): Promise<LiveClient> {
  clients += 1;
  const clientId = options.clientId ?? `tab_test${clients}`;
  const headers: Record<string, string> = { origin };
  if (options.cookie) headers.cookie = options.cookie;
  const socket: Socket<ServerEvents, ClientEvents> = io(origin, {
    path: LIVE_PATH,
    transports: ['websocket'],
    extraHeaders: headers,
    reconnection: false,
    forceNew: true,
  });
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  socket.on('frame', (frame) => {
    frames.push(frame);
    for (const check of waiting) check();
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  let clientSeq = 0;
  let welcomed = 0;
  return {
    socket,
    frames,
    open: async (debateId, after = 0, unanswered = []) => {
      const welcome = await socket.emitWithAck('open', {
        protocol: PROTOCOL_VERSION,
        debateId,
        clientId,
        after,
        unanswered,
      });
      if (welcome.ok) {
        welcomed = welcome.state.kind === 'snapshot' ? welcome.state.snapshot.seq : welcome.state.frame.to;
      }
      return welcome;
    },
    submit: (operation, seq) => {
      if (seq === undefined) clientSeq += 1;
      return socket.emitWithAck('submit', { clientSeq: seq ?? clientSeq, operation });
    },
    seen: (seq) =>
      new Promise((resolve) => {
        const check = () => {
          if (Math.max(welcomed, frames.at(-1)?.to ?? 0) < seq) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    close: () => socket.disconnect(),
  };
}
