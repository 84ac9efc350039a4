import type { z } from 'zod';
import { type Refusal, refuse } from '../../domain/debate/engine/refusal.ts';
import type { ClientEvents } from '../../domain/protocol/events.ts';
import { EVENT_COSTS, NONSENSE_COST } from '../limits/event-costs.ts';
import type { Limiter, LimitKeys } from '../limits/limiter.ts';
import { describeError } from '../logging/describe-error.ts';
import { inLogContext } from '../logging/log-context.ts';
import { isLoggedRefusal } from '../logging/logged-refusals.ts';
import type { Logger } from '../logging/logger.ts';
import type { Meters } from '../metrics/meters.ts';
import type { LiveSocket } from './connection.ts';
import { disconnectAbuser } from './disconnect-abuser.ts';
import { dropIfOverBudget } from './outgoing-budget.ts';

type MessageOf<E extends keyof ClientEvents> = Parameters<ClientEvents[E]>[0];
type AnswerOf<E extends keyof ClientEvents> = Parameters<Parameters<ClientEvents[E]>[1]>[0];

/** How one event is handled: its schema, the extra cost of its content, and what it does. Its base price is in `EVENT_COSTS`. */
export interface InboundEvent<E extends keyof ClientEvents> {
  readonly schema: z.ZodType<MessageOf<E>>;
  /** Charges the extra cost of a message by its content; false if the sender has to wait. */
  readonly pay?: (socket: LiveSocket, message: MessageOf<E>) => boolean;
  readonly run: (socket: LiveSocket, message: MessageOf<E>) => Outcome<E> | Promise<Outcome<E>>;
}

/** An answer, or a last step that produces it, run at the moment of answering. */
type Outcome<E extends keyof ClientEvents> = AnswerOf<E> | (() => AnswerOf<E>);

export type InboundEvents = { readonly [E in keyof ClientEvents]: InboundEvent<E> };

export interface InboundParts {
  readonly events: InboundEvents;
  readonly limiter: Limiter;
  readonly logger: Logger;
  readonly meters: Meters;
  /** Events that are not answered yet. */
  readonly underWay: Set<Promise<unknown>>;
  /** True while stopping: no new events are accepted. */
  readonly isStopping: () => boolean;
}

/**
 * The only entry point for events: every event of a connection is rate limited, parsed strictly, run and answered here, and its errors are
 * handled here. There is no other handler.
 */
export function listen(socket: LiveSocket, parts: InboundParts): void {
  const known = new Set<string>(Object.keys(parts.events));
  socket.onAny((event: string, ...args: unknown[]) => {
    if (socket.disconnected) return;
    // Checked here too, not only periodically: a sender who never reads would pile up answers meanwhile.
    if (dropIfOverBudget(socket, parts.logger)) return;
    const answer = args.at(-1);
    const respond = (value: unknown) => {
      if (typeof answer === 'function') Reflect.apply(answer, undefined, [value]);
    };
    if (!known.has(event) || args.length !== 2 || typeof answer !== 'function') {
      if (parts.limiter.take('events', countedForEvents(socket), NONSENSE_COST)) respond(refuse('invalid'));
      else disconnectAbuser(socket);
      return;
    }
    const name = event as keyof ClientEvents;
    const kind = parts.events[name] as AnyEvent;
    // Before any other work: a flood must cost no more than being refused, and soon not even that.
    if (!parts.limiter.take('events', countedForEvents(socket), EVENT_COSTS[name]))
      return tooFast(socket, parts, respond);
    const context = { connection: socket.id, event, ...operationOf(socket, event, args[0]) };
    const taking = inLogContext(context, () => answered(socket, kind, args[0], parts, respond)).finally(() =>
      parts.underWay.delete(taking),
    );
    parts.underWay.add(taking);
  });
}

/** Runs an event and answers it, also if it fails. */
async function answered(
  socket: LiveSocket,
  kind: AnyEvent,
  message: unknown,
  parts: InboundParts,
  respond: (value: unknown) => void,
): Promise<void> {
  try {
    // No event-loop turn until the answer: see `Outcome`.
    const outcome = await take(socket, kind, message, parts);
    if (outcome === TOO_FAST) return tooFast(socket, parts, respond);
    const given = typeof outcome === 'function' ? outcome() : outcome;
    const { rejection: why } = given as Partial<Refusal>;
    if (why) parts.meters.refused(why.code);
    if (why && isLoggedRefusal(why.code)) parts.logger.info({ code: why.code }, 'an event was refused');
    respond(given);
  } catch (error) {
    parts.logger.error({ err: describeError(error) }, 'event failed');
    respond(refuse('unavailable'));
  }
}

/** Tells a sender that it was too fast; a sender that goes on after many such answers is disconnected. */
function tooFast(
  socket: LiveSocket,
  { limiter, logger, meters }: InboundParts,
  respond: (value: unknown) => void,
): void {
  // An earlier message already ended the connection.
  if (socket.disconnected) return;
  meters.refused('too_fast');
  if (limiter.take('refusals', countedForEvents(socket))) {
    respond(refuse('too_fast'));
    return;
  }
  logger.warn({ connection: socket.id }, 'cut off a sender that stays too fast');
  disconnectAbuser(socket);
}

/** The keys events are counted for: a person, over all their connections, or a reader's connection; and the address. */
export function countedForEvents({ id, data: { person, address } }: LiveSocket): LimitKeys {
  return { ...countedAlone({ id, data: { person } }), address };
}

/** The same, without the address they may share with others. */
export function countedAlone({
  id,
  data: { person },
}: {
  readonly id: string;
  readonly data: Pick<LiveSocket['data'], 'person'>;
}): LimitKeys {
  return person === null ? { connection: id } : { person: person.id };
}

interface AnyEvent {
  readonly schema: z.ZodType;
  readonly pay?: (socket: LiveSocket, message: unknown) => boolean;
  readonly run: (socket: LiveSocket, message: unknown) => unknown;
}

/** The sender has no allowance left for an invalid message. */
const TOO_FAST = Symbol('too fast');

/** The outcome of an event, or a promise of it. */
function take(
  socket: LiveSocket,
  { schema, pay, run }: AnyEvent,
  message: unknown,
  { isStopping, limiter }: InboundParts,
): unknown {
  if (isStopping()) return refuse('unavailable');
  const parsed = schema.safeParse(message);
  // Our clients never send an invalid message, and it takes the longest to parse.
  if (!parsed.success)
    return limiter.take('events', countedForEvents(socket), NONSENSE_COST) ? refuse('invalid') : TOO_FAST;
  if (pay && !pay(socket, parsed.data)) return refuse('too_fast');
  return run(socket, parsed.data);
}

/** The identity of an operation in the log: the debate, the client that submits it and its number there. */
function operationOf(socket: LiveSocket, event: string, message: unknown): { operation?: string } {
  const { open } = socket.data;
  const { clientSeq } = (typeof message === 'object' && message !== null ? message : {}) as {
    clientSeq?: unknown;
  };
  if (event !== 'submit' || !open || typeof clientSeq !== 'number') return {};
  return { operation: `${open.room.id} ${open.clientId} ${clientSeq}` };
}
