import { nextAtHour } from './zoned-time.ts';

/** When a person wants emails about their notifications. */
export const MAIL_PACES = ['off', 'once', 'hourly', 'daily'] as const;
export type MailPace = (typeof MAIL_PACES)[number];

/** A person's settings for notification emails. */
export interface MailChoice {
  readonly pace: MailPace;
  /** The name of a time zone. */
  readonly zone: string;
  /** The hour of the day of a daily email. */
  readonly hour: number;
}

/** The default for people who have not chosen. */
export const DEFAULT_MAIL: MailChoice = { pace: 'daily', zone: 'UTC', hour: 8 };

/** Milliseconds an immediate email waits: notifications of the same moment are one email, and content withdrawn at once causes none. */
const SETTLING = 60_000;
/** Milliseconds between two immediate emails. */
const BETWEEN = 10 * 60_000;
const HOUR = 3_600_000;

/**
 * When a person's next email is due, with the first notification at `since` and the last email at `mailedAt` (`null`: never); `null` if
 * they don't want emails. Milliseconds since 1970.
 */
export function mailDue(
  { pace, zone, hour }: MailChoice,
  since: number,
  mailedAt: number | null,
): number | null {
  // A notification from just before the last email may be stored after it: it waits for the time after that.
  const from = Math.max(since, mailedAt ?? 0);
  switch (pace) {
    case 'off':
      return null;
    case 'once':
      return Math.max(since + SETTLING, (mailedAt ?? -Infinity) + BETWEEN);
    case 'hourly':
      return Math.floor(from / HOUR) * HOUR + HOUR;
    case 'daily':
      return nextAtHour(zone, hour, from);
  }
}
