const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** Formats the day of a server time in UTC, as English screens do: for emails and reports, whose language is English. */
export function formatDay(at: number | Date): string {
  return DAY.format(at);
}

/** Formats a server time in UTC, to the minute. */
export function formatMoment(at: number | Date): string {
  // Not all fonts have the narrow space before AM and PM.
  return MOMENT.format(at).replaceAll('\u202f', ' ');
}
