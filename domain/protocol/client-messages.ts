import { z } from 'zod';
import { operationSchema } from '../debate/engine/operations.ts';
import { isSharedSeq } from '../debate/projection/audience-sequence.ts';

/** Messages from clients. Parsed strictly by the server before anything else happens with them. */

/** Together with an operation's number its identity. */
export const clientId = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/);
/** Stored as an integer of 32 bits: more than one tab will ever send. */
export const clientSeq = z.number().int().min(1).max(2_147_483_647);
const id = z.string().regex(/^[A-Za-z0-9_-]{3,40}$/);

/**
 * Opens a debate, or catches up: `after` is the last sequence number this client has, 0 for none, and `at` the server's time of that entry,
 * by which the server checks that it is still the same log.
 */
export const openSchema = z.strictObject({
  protocol: z.number().int(),
  debateId: id,
  clientId,
  after: z.number().refine(isSharedSeq),
  at: z.number().int().min(0),
  /** Own operations without an answer; the server sends the outcome of those it knows. */
  unanswered: z.array(clientSeq).max(1_000),
  /** The participant was removed, and wants to rejoin. */
  rejoins: z.literal(true).optional(),
  /** For the projector: it gets what a reader gets, even if someone is signed in, and joins nobody. */
  stage: z.literal(true).optional(),
});

/** W3C Trace Context: the trace that the server records an operation's way in, if it records any. */
export const traceparentSchema = z.string().regex(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/);

export const submitSchema = z.strictObject({
  clientSeq,
  operation: operationSchema,
  traceparent: traceparentSchema.optional(),
});

export const presenceSchema = z.strictObject({
  /** The claim, position or link the user looks at. */
  at: id.nullable(),
  /** True while typing there. */
  writing: z.boolean(),
});

/** Requests the server's time, on which phase timers are based. */
export const clockSchema = z.strictObject({});

export type OpenMessage = z.infer<typeof openSchema>;
export type SubmitMessage = z.infer<typeof submitSchema>;
export type ClockMessage = z.infer<typeof clockSchema>;
export type PresenceMessage = z.infer<typeof presenceSchema>;
