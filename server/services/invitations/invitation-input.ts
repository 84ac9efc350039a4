import { z } from 'zod';
import { ROLES } from '#domain/debate/participants/participant.ts';

/** Seconds an invitation is valid, by the choices offered; `null`: until it is revoked. */
export const HOLDS = { day: 86_400, week: 604_800, month: 2_592_000, open: null } as const;

/** A link or code to be created, as it comes from outside. */
const passedOnSchema = z.strictObject({
  kind: z.enum(['link', 'code']),
  role: z.enum(ROLES),
  holds: z.enum(['day', 'week', 'month', 'open']),
  /** Maximum number of people; `null`: no limit. */
  limit: z.int().min(1).max(100_000).nullable(),
});

/** Invitations to be emailed, each with a separate link, which always expires. */
const mailedSchema = z.strictObject({
  kind: z.literal('mail'),
  role: z.enum(ROLES),
  holds: z.enum(['day', 'week', 'month']),
  /** Addresses as they were pasted. */
  to: z.string(),
  /** The message to the recipients; may be empty. */
  note: z.string(),
});

export const invitationSchema = z.discriminatedUnion('kind', [passedOnSchema, mailedSchema]);

export type InvitationInput = z.infer<typeof passedOnSchema>;
export type MailInput = z.infer<typeof mailedSchema>;

/** An action on an existing invitation: replace it (an email sent again), or revoke it. */
export const invitationActionSchema = z.strictObject({ action: z.enum(['renew', 'revoke']) });
