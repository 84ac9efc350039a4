const HOUR = 3_600;

/** Formats seconds as minutes and seconds, like a clock; from one hour on with hours before them. */
export function clockTime(seconds: number): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  const minutes = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return seconds < HOUR ? minutes : `${Math.floor(seconds / HOUR)}:${minutes}`;
}

/** Returns `true` for the seconds left of a timer that was forgotten: how long ago it ended is of no use to anyone. */
export function isLongOver(seconds: number): boolean {
  return seconds <= -HOUR;
}
