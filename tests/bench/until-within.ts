/** Waits until something holds, looking every millisecond, for so many milliseconds at most. */
export async function untilWithin(holds: () => boolean, most: number): Promise<void> {
  const start = performance.now();
  while (!holds() && performance.now() - start < most) await new Promise((resolve) => setTimeout(resolve, 1));
}
