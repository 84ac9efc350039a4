import { z } from 'zod';
import { textName } from '#domain/debate/engine/operations.ts';
import { caretSchema } from '#domain/protocol/caret-messages.ts';
import { presenceSchema, traceparentSchema } from '#domain/protocol/client-messages.ts';
import { type Pointer, pointerSchema } from '#domain/protocol/pointer-messages.ts';
import type { PresenceUpdate } from '#domain/protocol/server-messages.ts';
import type { CaretUpdate } from '#domain/sync/carets.ts';

/** Heads of debates, by id. */
export type Heads = readonly (readonly [debateId: string, head: number])[];

/** Heads of debates, with the trace of an operation up to each. */
export type TracedHeads = readonly (readonly [debateId: string, head: number, traceparent: string])[];

/** Presence on one node: the changes in a debate, or everyone (`whole`: people not listed are gone). */
export interface PresenceThere extends PresenceUpdate {
  readonly debateId: string;
  readonly whole: boolean;
}

/** Carets of one node's connections in a debate's texts, and which editors were closed. */
export interface CaretsThere extends CaretUpdate {
  readonly debateId: string;
}

/** Where one node's connections point and look in a debate. */
export interface PointersThere {
  readonly debateId: string;
  readonly moved: readonly Pointer[];
}

/** Number of a live node's connections in these debates. */
export type Counts = readonly (readonly [debateId: string, connections: number])[];

/**
 * Messages between nodes. Any of them may be lost, doubled or late: the log and the sign-ins are in the database, where each node looks
 * once a second anyway. Nodes of the release before ignore what they can't parse, so messages never change: what a release adds is a message
 * of its own.
 */
export interface NodeEvents {
  heads: (heads: Heads) => void;
  /** Sent before the same heads without traces, which a node of any release understands. */
  tracedHeads: (heads: TracedHeads) => void;
  presence: (node: string, there: PresenceThere) => void;
  carets: (there: CaretsThere) => void;
  pointers: (there: PointersThere) => void;
  /** Every node with connections in these debates sends all of them. */
  whoIsThere: (debateIds: readonly string[]) => void;
  alive: (node: string, counts: Counts) => void;
  left: (node: string) => void;
}

const id = z.string().max(100);
const count = z.int().min(0);

const present = presenceSchema.extend({ connection: id, participantId: id.nullable() });

const presence = z.object({
  debateId: id,
  here: z.array(present),
  gone: z.array(id),
  whole: z.boolean(),
});

const caret = caretSchema.extend({ text: textName, connection: id, participantId: id });

const carets = z.object({ debateId: id, here: z.array(caret), gone: z.array(id) });

const pointers = z.object({ debateId: id, moved: z.array(pointerSchema.extend({ connection: id })) });

/** The schemas of these messages. Another version of the server may run beside this one: messages it doesn't understand are ignored. */
export const NODE_MESSAGES = {
  heads: z.tuple([z.array(z.tuple([id, count]))]),
  tracedHeads: z.tuple([z.array(z.tuple([id, count, traceparentSchema]))]),
  presence: z.tuple([id, presence]),
  carets: z.tuple([carets]),
  pointers: z.tuple([pointers]),
  whoIsThere: z.tuple([z.array(id)]),
  alive: z.tuple([id, z.array(z.tuple([id, count]))]),
  left: z.tuple([id]),
} satisfies { [E in keyof NodeEvents]: z.ZodType<Parameters<NodeEvents[E]>> };
