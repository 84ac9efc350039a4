import { nextAtHour } from './zoned-time.ts';

/** When somebody wants mail of what concerns them. */
export const MAIL_PACES = ['off', 'once', 'hourly', 'daily'] as const;
export type MailPace = (typeof MAIL_PACES)[number];

/** How somebody wants to be mailed. */
export interface MailChoice {
  readonly pace: MailPace;
  /** The name of a time zone. */
  readonly zone: string;
  /** The hour of the day of a daily mail. */
  readonly hour: number;
}

/** What holds for who has not chosen. */
export const DEFAULT_MAIL: MailChoice = { pace: 'daily', zone: 'UTC', hour: 8 };

/** Milliseconds a mail sent at once waits: what comes in one go is one mail, and who takes back what they wrote has not written it. */
const SETTLING = 60_000;
/** Milliseconds between two mails sent at once. */
const BETWEEN = 10 * 60_000;
const HOUR = 3_600_000;

/**
 * When somebody is to be mailed of what came first at `since`, and was mailed last at `mailedAt` (null: never); null where they do not
 * want to be. Milliseconds since 1970.
 */
export function mailDue(
  { pace, zone, hour }: MailChoice,
  since: number,
  mailedAt: number | null,
): number | null {
  switch (pace) {
    case 'off':
      return null;
    case 'once':
      return Math.max(since + SETTLING, (mailedAt ?? -Infinity) + BETWEEN);
    case 'hourly':
      return Math.floor(since / HOUR) * HOUR + HOUR;
    case 'daily':
      return nextAtHour(zone, hour, since);
  }
}
