/** Waits for a time of `performance.now()`; not at all where it has passed. */
export async function until(time: number): Promise<void> {
  const left = time - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
