import type { z } from 'zod';
import { type Rejection, rejection } from '../../domain/debate/rejections.ts';
import type { ClientEvents } from '../../domain/protocol/events.ts';
import { DatabaseUnavailable } from '../database/database-unavailable.ts';
import type { Logger } from '../logger.ts';
import type { LiveSocket } from './connection.ts';
import type { RateLimits } from './rate-limits.ts';

type Refused = { ok: false; rejection: Rejection };
type MessageOf<E extends keyof ClientEvents> = Parameters<ClientEvents[E]>[0];
type AnswerOf<E extends keyof ClientEvents> = Parameters<Parameters<ClientEvents[E]>[1]>[0];

/** How one event is taken: what it must look like, what it costs its sender, and what is done. */
export interface InboundEvent<E extends keyof ClientEvents> {
  readonly schema: z.ZodType<MessageOf<E>>;
  readonly cost: number;
  readonly run: (socket: LiveSocket, message: MessageOf<E>) => Promise<AnswerOf<E>> | AnswerOf<E>;
}

export type InboundEvents = { readonly [E in keyof ClientEvents]: InboundEvent<E> };

/** Cost of an event nobody knows, or one that cannot be answered: a burst of them silences the sender. */
const NONSENSE_COST = 10;

/**
 * The one way in: every event of a connection is limited, parsed strictly, run and answered here, and whatever goes wrong
 * stays here. There is no other handler.
 */
export function listen(socket: LiveSocket, events: InboundEvents, limits: RateLimits, logger: Logger): void {
  const sender = socket.data.person?.id ?? socket.id;
  const known = new Set<string>(Object.keys(events));
  socket.onAny((event: string, ...args: unknown[]) => {
    const answer = args.at(-1);
    if (!known.has(event) || args.length !== 2 || typeof answer !== 'function') {
      if (!limits.take(sender, NONSENSE_COST)) socket.disconnect(true);
      return;
    }
    const respond = answer as (value: unknown) => void;
    void take(socket, events[event as keyof ClientEvents] as AnyEvent, args[0], limits, sender)
      .catch((error: unknown) => {
        logger.error({ event, err: errorName(error) }, 'event failed');
        return { ok: false, rejection: rejection('unavailable') };
      })
      .then(respond);
  });
}

interface AnyEvent {
  readonly schema: z.ZodType;
  readonly cost: number;
  readonly run: (socket: LiveSocket, message: unknown) => unknown;
}

async function take(
  socket: LiveSocket,
  { schema, cost, run }: AnyEvent,
  message: unknown,
  limits: RateLimits,
  sender: string,
): Promise<unknown> {
  if (!limits.take(sender, cost)) return refused('too_fast');
  const parsed = schema.safeParse(message);
  if (!parsed.success) return refused('invalid');
  return run(socket, parsed.data);
}

function refused(code: Rejection['code']): Refused {
  return { ok: false, rejection: rejection(code) };
}

/** What may be logged of an error: never its message, which may hold what people wrote. */
function errorName(error: unknown): string {
  if (error instanceof DatabaseUnavailable) return error.name;
  return error instanceof Error ? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : typeof error;
}
