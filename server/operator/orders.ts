import { z } from 'zod';

/** Orders to the server that has an embedded database, each a line of JSON; each is answered by one line. */
export const orderSchema = z.discriminatedUnion('order', [
  /** Make a copy of the database, which is deleted when the connection ends. */
  z.strictObject({ order: z.literal('copy') }),
  /** Refuse writes until the connection ends. Only one connection holds the database. */
  z.strictObject({ order: z.literal('hold') }),
  /** Note that the held database was moved to `place`, and refuse writes for ever. */
  z.strictObject({ order: z.literal('retire'), place: z.string() }),
]);

export const orderAnswerSchema = z.union([
  /** `folder`: the data folder with the copy. */
  z.strictObject({ done: z.literal(true), folder: z.string().nullable() }),
  z.strictObject({ done: z.literal(false), problem: z.string() }),
]);

export type Order = z.infer<typeof orderSchema>;
export type OrderAnswer = z.infer<typeof orderAnswerSchema>;
