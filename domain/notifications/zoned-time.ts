const DAY = 86_400_000;

/** By the zone's own name, of which there are some hundreds; created once, since creating one takes longer than using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The time zone's own name, as in the IANA database, of a name in any spelling; null if there is no such zone. */
export function zoneNamed(spelling: string): string | null {
  // A bare offset is accepted by some engines and not by others.
  if (!/^[A-Za-z]/.test(spelling)) return null;
  try {
    return nameOf(new Intl.DateTimeFormat('en-US', { timeZone: spelling }));
  } catch {
    return null;
  }
}

/** The next time at which clocks in a zone show a full hour of the day, after `after`. Times are milliseconds since 1970. */
export function nextAtHour(zone: string, hour: number, after: number): number {
  const clock = clockIn(zone);
  const today = wallTime(clock, after);
  const midnight = today - modulo(today, DAY);
  for (let day = 0; ; day += 1) {
    const at = whenClockShows(clock, midnight + day * DAY + hour * 3_600_000);
    if (at > after) return at;
  }
}

/**
 * When a zone's clock shows a time, given as if it were UTC: the first occurrence if it shows it twice; if it skips it, later by the
 * amount it is put forward.
 */
function whenClockShows(clock: Intl.DateTimeFormat, shown: number): number {
  const offsets = [shown - DAY, shown + DAY].map((at) => wallTime(clock, at) - at);
  const times = offsets.map((offset) => shown - offset).filter((at) => wallTime(clock, at) === shown);
  return times.length > 0 ? Math.min(...times) : shown - (offsets[0] ?? 0);
}

/** The time that a zone's clock shows, as if it were UTC. */
function wallTime(clock: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown + modulo(at, 1_000);
}

function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  // Other spellings are not kept: there are endlessly many.
  if (nameOf(made) === zone) clocks.set(zone, made);
  return made;
}

function nameOf(clock: Intl.DateTimeFormat): string {
  return clock.resolvedOptions().timeZone;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
