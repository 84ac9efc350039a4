import { z } from 'zod';
import { ROLES } from '../../domain/debate/participants/participant.ts';

/** Seconds an invitation may hold, by what people choose from; null: until it is revoked. */
export const HOLDS = { day: 86_400, week: 604_800, month: 2_592_000, open: null } as const;

/** A link or code somebody wants made, as it comes from outside. */
const passedOnSchema = z.strictObject({
  kind: z.enum(['link', 'code']),
  role: z.enum(ROLES),
  holds: z.enum(['day', 'week', 'month', 'open']),
  /** For how many people; null: for all who come. */
  limit: z.int().min(1).max(100_000).nullable(),
});

/** Mails somebody wants sent, each with a link of its own, which ends some day. */
const mailedSchema = z.strictObject({
  kind: z.literal('mail'),
  role: z.enum(ROLES),
  holds: z.enum(['day', 'week', 'month']),
  /** Addresses as they were pasted. */
  to: z.string(),
  /** What is written to them besides; may be empty. */
  note: z.string(),
});

export const invitationSchema = z.discriminatedUnion('kind', [passedOnSchema, mailedSchema]);

export type InvitationInput = z.infer<typeof passedOnSchema>;
export type MailInput = z.infer<typeof mailedSchema>;

/** What is done to an invitation there is: another one in its place (a mail sent again), or none. */
export const invitationDeedSchema = z.strictObject({ deed: z.enum(['renew', 'revoke']) });
