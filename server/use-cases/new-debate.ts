import { z } from 'zod';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { HUES } from '../../domain/debate/positions/position.ts';
import { NAMES, VISIBILITIES } from '../../domain/debate/settings/head.ts';

/** What makes a debate, as it comes from outside; the exact bounds of texts are decided by the domain. */
export const newDebateSchema = z.strictObject({
  title: z.string(),
  motion: z.string(),
  positions: z
    .array(
      z.strictObject({
        name: z.string(),
        hue: z.enum(HUES),
        summary: z.string(),
        /** The position of the debate it is started from whose place it takes. */
        of: z.string().optional(),
      }),
    )
    .max(LIMITS.positions),
  visibility: z.enum(VISIBILITIES),
  /** As in the debate it is started from, where nothing is said. */
  names: z.enum(NAMES).optional(),
  /** Likewise: who changes others' claims, and how many new claims a person may add in 10 minutes. */
  wording: z.enum(['shared', 'own']).optional(),
  pace: z.number().int().min(0).max(LIMITS.pace).optional(),
  /** The debate it is started from, and whether its claims are taken over. */
  from: z.strictObject({ debateId: z.string(), claims: z.boolean() }).optional(),
});

export type NewDebateInput = z.infer<typeof newDebateSchema>;
