import { z } from 'zod';

/** Orders to the server that has an embedded database, each a line of JSON; each is answered by one line. */
export const orderSchema = z.strictObject({
  /** `copy`: make a copy of the database, which is deleted when the connection ends. `hold`: refuse writes until then. */
  order: z.enum(['copy', 'hold']),
});

export const orderAnswerSchema = z.union([
  /** `folder`: the data folder with the copy. */
  z.strictObject({ done: z.literal(true), folder: z.string().nullable() }),
  z.strictObject({ done: z.literal(false), problem: z.string() }),
]);

export type Order = z.infer<typeof orderSchema>['order'];
export type OrderAnswer = z.infer<typeof orderAnswerSchema>;
