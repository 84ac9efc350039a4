import { z } from 'zod';
import { LIMITS } from '../../domain/debate/limits.ts';
import { HUES } from '../../domain/debate/state.ts';

/** What makes a debate, as it comes from outside; the exact bounds of texts are decided by the domain. */
export const newDebateSchema = z.strictObject({
  title: z.string(),
  motion: z.string(),
  positions: z
    .array(z.strictObject({ name: z.string(), hue: z.enum(HUES), summary: z.string() }))
    .max(LIMITS.positions),
  visibility: z.enum(['public', 'unlisted', 'private']),
});

export type NewDebateInput = z.infer<typeof newDebateSchema>;
