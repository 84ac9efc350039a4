import { z } from 'zod';
import { textName } from '../../domain/debate/engine/operations.ts';
import { caretSchema } from '../../domain/protocol/caret-messages.ts';
import { presenceSchema } from '../../domain/protocol/client-messages.ts';
import { type Pointer, pointerSchema } from '../../domain/protocol/pointer-messages.ts';
import type { PresenceUpdate } from '../../domain/protocol/server-messages.ts';
import type { CaretUpdate } from '../../domain/sync/carets.ts';

/** How far debates are, by their ids. */
export type Heads = readonly (readonly [debateId: string, head: number])[];

/** Who is here on one node: what changed in a debate, or all of them (`whole`: whoever is not named is gone). */
export interface PresenceThere extends PresenceUpdate {
  readonly debateId: string;
  readonly whole: boolean;
}

/** Where connections of one node write in a debate's texts, and whose editors were closed. */
export interface CaretsThere extends CaretUpdate {
  readonly debateId: string;
}

/** Where connections of one node point and look in a debate. */
export interface PointersThere {
  readonly debateId: string;
  readonly moved: readonly Pointer[];
}

/** A node lives, and has so many connections in these debates. */
export type Counts = readonly (readonly [debateId: string, connections: number])[];

/**
 * What nodes tell each other. All of it may be lost, doubled or late: the log and the sign-ins stand in the database,
 * where each node looks once a second anyway.
 */
export interface NodeEvents {
  heads: (heads: Heads) => void;
  presence: (node: string, there: PresenceThere) => void;
  carets: (there: CaretsThere) => void;
  pointers: (there: PointersThere) => void;
  /** Whoever has connections in these debates tells of all of them. */
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

/** What each is made of. Another version of the server may run beside this one: what is not understood is left aside. */
export const NODE_MESSAGES = {
  heads: z.tuple([z.array(z.tuple([id, count]))]),
  presence: z.tuple([id, presence]),
  carets: z.tuple([carets]),
  pointers: z.tuple([pointers]),
  whoIsThere: z.tuple([z.array(id)]),
  alive: z.tuple([id, z.array(z.tuple([id, count]))]),
  left: z.tuple([id]),
} satisfies { [E in keyof NodeEvents]: z.ZodType<Parameters<NodeEvents[E]>> };
