import { z } from 'zod';
import { LIMITS } from '../../domain/debate/engine/limits.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{3,40}$/);

/** Small groups as they are asked for; who may be in which is decided by the domain. */
export const groupsSchema = z.strictObject({
  groups: z
    .array(z.strictObject({ name: z.string(), members: z.array(id).max(LIMITS.participants) }))
    .min(1)
    .max(LIMITS.groupsAtOnce),
  /** The debate they are made from; where none is named, their plenary. */
  from: id.optional(),
  /** Whether its claims are taken over. */
  claims: z.boolean(),
  /** What the groups are asked to do; shown in each while it works. */
  task: z.string().max(LIMITS.phaseNoteCharacters).optional(),
  /** How long they have; counted down in each. */
  minutes: z.number().int().min(1).max(LIMITS.phaseMinutes).nullable().optional(),
});

export type GroupsInput = z.infer<typeof groupsSchema>;

/** Claims of a group that are to be brought to the plenary. */
export const bringSchema = z.strictObject({ claims: z.array(id).min(1).max(LIMITS.hiddenAtOnce) });
