import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { phonePicture } from './film.ts';

/** A picture of a wall with a page on a phone beside it. */
export async function besidePhone(wall: Buffer, phone: Page): Promise<Buffer> {
  const [height, gap] = [1_080, 60];
  const large = await sharp(wall).resize({ height }).png().toBuffer();
  const small = await phonePicture(phone, height - 20);
  const { width: wide } = await sharp(large).metadata();
  const { width: narrow } = await sharp(small).metadata();
  return sharp({
    create: { width: wide + narrow + 3 * gap, height: height + 2 * gap, channels: 3, background: '#dedad0' },
  })
    .composite([
      { input: large, left: gap, top: gap },
      { input: small, left: wide + 2 * gap, top: gap },
    ])
    .png()
    .toBuffer();
}
