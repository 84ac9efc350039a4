/** Figures, or why there are none. */
export type Measured<T> = T | { readonly missing: string };

/** Waits for figures, for so many seconds. A failure or a timeout is reported, and the bench goes on. */
export async function within<T>(
  seconds: number,
  what: string,
  measure: () => Promise<T>,
): Promise<Measured<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Measured<T>>((resolve) => {
    timer = setTimeout(
      () => resolve({ missing: `${what}: did not end within ${seconds} s` }),
      seconds * 1_000,
    );
  });
  const done = measure().catch((error: unknown) => ({ missing: `${what}: ${String(error)}` }));
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}

export function isMissing<T>(measured: Measured<T>): measured is { readonly missing: string } {
  return typeof measured === 'object' && measured !== null && 'missing' in measured;
}
