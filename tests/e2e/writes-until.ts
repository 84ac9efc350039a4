import { expect, type Locator } from './fixtures.ts';

/** Writes something, again and again until others see it: a person counts as typing for a few seconds. */
export async function writesUntil(
  field: Locator,
  text: string,
  isSeen: (timeout: number) => Promise<void>,
): Promise<void> {
  await expect(async () => {
    await field.fill(text);
    await isSeen(4_000);
  }).toPass();
}
