/** Returns the reader's time zone. Only for what is drawn in the browser: formatters write times in UTC unless they are given a zone. */
export function readerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
