import { z } from 'zod';
import { LIMITS } from '#domain/debate/engine/limits.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{3,40}$/);

/** Requested small groups; the domain decides who may be in which. */
export const groupsSchema = z.strictObject({
  groups: z
    .array(z.strictObject({ name: z.string(), members: z.array(id).max(LIMITS.participants) }))
    .min(1)
    .max(LIMITS.groupsAtOnce),
  /** The debate they are made from; their plenary if absent. */
  from: id.optional(),
  /** True if its claims are copied. */
  claims: z.boolean(),
  /** The groups' task; shown in each while it works. */
  task: z.string().max(LIMITS.phaseNoteCharacters).optional(),
  /** The time they have, in minutes; counted down in each. */
  minutes: z.number().int().min(1).max(LIMITS.phaseMinutes).nullable().optional(),
});

export type GroupsInput = z.infer<typeof groupsSchema>;

/** Claims of a group to be promoted to the plenary. */
export const promotionSchema = z.strictObject({ claims: z.array(id).min(1).max(LIMITS.hiddenAtOnce) });
