import { z } from 'zod';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { BALLOTS, NAMES, VISIBILITIES } from '#domain/debate/head/head.ts';
import { HUES } from '#domain/debate/positions/position.ts';

/** The request for a new debate, as it comes from outside; the domain decides the exact limits of texts. */
export const newDebateSchema = z.strictObject({
  title: z.string(),
  motion: z.string(),
  positions: z
    .array(
      z.strictObject({
        name: z.string(),
        hue: z.enum(HUES),
        summary: z.string(),
        /** The position that it replaces, of the debate it is started from. */
        of: z.string().optional(),
      }),
    )
    .max(LIMITS.positions),
  visibility: z.enum(VISIBILITIES),
  /** As in the debate it is started from, if absent. */
  names: z.enum(NAMES).optional(),
  ballots: z.enum(BALLOTS).optional(),
  /** Likewise: who can edit others' claims, and how many new claims a person may add in 10 minutes. */
  wording: z.enum(['shared', 'own']).optional(),
  pace: z.number().int().min(0).max(LIMITS.pace).optional(),
  /** The debate it is started from, and whether its claims are copied. */
  from: z.strictObject({ debateId: z.string(), claims: z.boolean() }).optional(),
});

export type NewDebateInput = z.infer<typeof newDebateSchema>;
