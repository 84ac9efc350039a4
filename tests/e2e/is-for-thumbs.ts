import type { Locator } from '@playwright/test';
import { expect } from './fixtures.ts';

/** The least size of a thing to touch: 44 pixels, which a browser may round. */
export const LEAST_FOR_THUMBS = 43.5;

/** Waits until a control is large enough for a thumb. */
export async function isForThumbs(control: Locator): Promise<void> {
  await expect(async () => {
    const box = await control.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(LEAST_FOR_THUMBS);
    expect(box?.width).toBeGreaterThanOrEqual(LEAST_FOR_THUMBS);
  }).toPass();
}
