import type { Locator } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Where an element is on the screen once it has come to rest: at the same place in several frames in a row. */
export async function settledBox(part: Locator): Promise<Rectangle> {
  await expect(part).toBeInViewport();
  return part.evaluate(async (element) => {
    const box = () => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    let last = box();
    for (let still = 0; still < 6; ) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const now = box();
      still = now.x === last.x && now.y === last.y && now.width === last.width ? still + 1 : 0;
      last = now;
    }
    return last;
  });
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
