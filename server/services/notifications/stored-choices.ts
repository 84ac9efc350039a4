import { DEFAULT_MAIL, MAIL_PACES, type MailChoice } from '#domain/notifications/mail-times.ts';
import {
  DEFAULT_LEVEL,
  NOTIFICATION_LEVELS,
  type NotificationChoice,
} from '#domain/notifications/notification.ts';

/** A person's notification choice in a debate, from its stored form. */
export function readNotificationChoice({
  level,
  muted,
}: {
  level: string;
  muted: readonly string[];
}): NotificationChoice {
  return { level: NOTIFICATION_LEVELS.find((one) => one === level) ?? DEFAULT_LEVEL, muted };
}

/** The stored time zone of a person who has chosen none: a first email and an unsubscription are stored without. */
export const UNCHOSEN = '';

/** A person's email settings, from their stored form; `null`: not chosen yet. */
export function readMailChoice(row: { pace: string; zone: string; hour: number } | null): MailChoice {
  if (row === null) return DEFAULT_MAIL;
  const pace = MAIL_PACES.find((one) => one === row.pace) ?? DEFAULT_MAIL.pace;
  return { pace, zone: row.zone === UNCHOSEN ? DEFAULT_MAIL.zone : row.zone, hour: row.hour };
}
