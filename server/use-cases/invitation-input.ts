import { z } from 'zod';
import { ROLES } from '../../domain/debate/state.ts';

/** Seconds an invitation may hold, by what people choose from; null: until it is revoked. */
export const HOLDS = { day: 86_400, week: 604_800, month: 2_592_000, open: null } as const;

/** An invitation somebody wants made, as it comes from outside. */
export const invitationSchema = z.strictObject({
  kind: z.enum(['link', 'code']),
  role: z.enum(ROLES),
  holds: z.enum(['day', 'week', 'month', 'open']),
  /** For how many people; null: for all who come. */
  limit: z.int().min(1).max(100_000).nullable(),
});

export type InvitationInput = z.infer<typeof invitationSchema>;

/** What is done to an invitation there is. */
export const invitationDeedSchema = z.strictObject({ deed: z.enum(['renew', 'revoke']) });
