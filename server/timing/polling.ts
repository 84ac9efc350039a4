const SECOND = 1_000;
const HOUR = 3_600_000;

/** Polls once a second. Returns a function that stops it. */
export function everySecond(look: () => Promise<void>, failed: (error: unknown) => void): () => void {
  return every(SECOND, look, failed);
}

/** Runs at once, and then every hour, work that isn't urgent. Returns a function that stops it. */
export function everyHour(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
  return atOnceAndEvery(HOUR, work, failed);
}

/** Polls at once and then at an interval in milliseconds, one poll at a time. Returns a function that stops it. */
export function atOnceAndEvery(
  milliseconds: number,
  look: () => Promise<void>,
  failed: (error: unknown) => void,
): () => void {
  const poll = oneAtATime(look, failed);
  poll();
  return inSharedInterval(milliseconds, poll);
}

/** Polls at an interval in milliseconds, one poll at a time. Returns a function that stops it. */
export function every(
  milliseconds: number,
  look: () => Promise<void>,
  failed: (error: unknown) => void,
): () => void {
  return inSharedInterval(milliseconds, oneAtATime(look, failed));
}

interface SharedInterval {
  readonly polls: Set<() => void>;
  readonly timer: NodeJS.Timeout;
}

/** By interval. */
const intervals = new Map<number, SharedInterval>();

/**
 * Calls a poll at an interval, in the same turn as all others of that interval: an idle processor wakes once for them, and they can share a
 * statement. The first call may come sooner. Returns a function that stops it.
 */
function inSharedInterval(milliseconds: number, poll: () => void): () => void {
  const shared = intervals.get(milliseconds) ?? startInterval(milliseconds);
  shared.polls.add(poll);
  return () => {
    shared.polls.delete(poll);
    if (shared.polls.size > 0 || intervals.get(milliseconds) !== shared) return;
    clearInterval(shared.timer);
    intervals.delete(milliseconds);
  };
}

function startInterval(milliseconds: number): SharedInterval {
  const polls = new Set<() => void>();
  const timer = setInterval(() => {
    for (const poll of polls) poll();
  }, milliseconds);
  const started = { polls, timer };
  intervals.set(milliseconds, started);
  return started;
}

/** Begins a look, unless the last one is still under way. */
function oneAtATime(look: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let looking = false;
  return () => {
    if (looking) return;
    looking = true;
    look()
      .catch(failed)
      .finally(() => {
        looking = false;
      });
  };
}
