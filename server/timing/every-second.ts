const SECOND = 1_000;
const HOUR = 3_600_000;

/** Polls once a second, in case a message was lost. Returns a function that stops it. */
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
  const timer = setInterval(poll, milliseconds);
  return () => clearInterval(timer);
}

/** Polls at an interval in milliseconds, one poll at a time. Returns a function that stops it. */
export function every(
  milliseconds: number,
  look: () => Promise<void>,
  failed: (error: unknown) => void,
): () => void {
  const timer = setInterval(oneAtATime(look, failed), milliseconds);
  return () => clearInterval(timer);
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
