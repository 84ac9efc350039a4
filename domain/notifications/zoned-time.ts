const DAY = 86_400_000;

/** Created once per zone: creating one takes longer than using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** True for the name of a time zone, as in the IANA database. */
export function isTimeZone(name: string): boolean {
  // A bare offset is accepted by some engines and not by others.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    clockIn(name);
    return true;
  } catch {
    return false;
  }
}

/** The next time at which clocks in a zone show a full hour of the day, after `after`. Times are milliseconds since 1970. */
export function nextAtHour(zone: string, hour: number, after: number): number {
  const today = wallTime(zone, after);
  const midnight = today - modulo(today, DAY);
  for (let day = 0; ; day += 1) {
    const at = whenClocksShow(zone, midnight + day * DAY + hour * 3_600_000);
    if (at > after) return at;
  }
}

/**
 * When clocks in a zone show a time, given as if it were UTC: the first occurrence if they show it twice; if they skip it, later by the
 * amount they are put forward.
 */
function whenClocksShow(zone: string, shown: number): number {
  const offsets = [shown - DAY, shown + DAY].map((at) => wallTime(zone, at) - at);
  const times = offsets.map((offset) => shown - offset).filter((at) => wallTime(zone, at) === shown);
  return times.length > 0 ? Math.min(...times) : shown - (offsets[0] ?? 0);
}

/** The time that clocks in a zone show, as if it were UTC. */
function wallTime(zone: string, at: number): number {
  const parts = new Map(
    clockIn(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
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
  clocks.set(zone, made);
  return made;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
