import { z } from 'zod';
import { MAIL_PACES } from '#domain/notifications/mail-times.ts';
import { NOTIFICATION_LEVELS } from '#domain/notifications/notification.ts';
import { zoneNamed } from '#domain/notifications/zoned-time.ts';

/** The schema of a request to change a person's notification settings in a debate. */
export const notificationSettingsSchema = z.union([
  z.strictObject({ level: z.enum(NOTIFICATION_LEVELS) }),
  z.strictObject({ branch: z.string().min(1).max(64), muted: z.boolean() }),
]);

/** The schema of the form about notification emails. */
export const mailChoiceSchema = z.object({
  pace: z.enum(MAIL_PACES),
  zone: z.string().max(64).transform(zoneNamed).pipe(z.string()),
  hour: z.coerce.number().int().min(0).max(23),
});
