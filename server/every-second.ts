const SECOND = 1_000;

/**
 * Looks at something once a second: the net below every message that may be lost. A look that takes longer is not
 * overtaken by the next. The answer stops it.
 */
export function everySecond(look: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    look()
      .catch(failed)
      .finally(() => {
        looking = false;
      });
  }, SECOND);
  return () => clearInterval(timer);
}
