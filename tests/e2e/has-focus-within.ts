import type { Locator } from '@playwright/test';
import { expect } from './fixtures.ts';

/** A dialog is there for the keyboard a moment after it is for the eye. */
export async function hasFocusWithin(part: Locator): Promise<void> {
  await expect.poll(() => part.evaluate((element) => element.contains(document.activeElement))).toBe(true);
}
