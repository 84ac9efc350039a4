import type { Page } from '@playwright/test';
import sharp, { type OverlayOptions } from 'sharp';

/** One frame: a picture, for how many milliseconds it is shown. */
interface Frame {
  readonly picture: Buffer;
  readonly delay: number;
}

/** A second screen in front of the first: a phone, in pixels of the film. */
interface Inset {
  readonly page: Page;
  /** How far it has come in: 0 is out of the picture, 1 in its place. */
  readonly part: number;
}

const SIZE = { width: 1_200, height: 750 };
const PHONE = { height: 660, right: 40 };

/** A silent loop, frame by frame from real pages. */
export class Film {
  readonly #frames: Frame[] = [];
  #cursor: { x: number; y: number } | null = null;

  /** Milliseconds so far. */
  get length(): number {
    return this.#frames.reduce((sum, { delay }) => sum + delay, 0);
  }

  /** Adds what the page shows now. */
  async take(page: Page, delay: number, inset?: Inset): Promise<void> {
    const overlays: OverlayOptions[] = [];
    if (this.#cursor) overlays.push({ input: CURSOR, left: this.#cursor.x, top: this.#cursor.y });
    const screen = await page.screenshot({ animations: 'allow', caret: 'initial' });
    if (inset) overlays.push(await phoneOf(inset));
    const picture = await sharp(screen).composite(overlays).png().toBuffer();
    this.#frames.push({ picture, delay });
  }

  /** Adds frames as fast as they come while the page moves. */
  async follow(page: Page, milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    while (performance.now() < end) await this.take(page, 60);
  }

  /** Moves the mouse to the middle of an element, and its picture with it. */
  async point(page: Page, selector: string): Promise<void> {
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`${selector} is not in view`);
    const to = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
    const from = this.#cursor ?? { x: SIZE.width / 2, y: SIZE.height - 40 };
    for (const part of [0.35, 0.7, 0.92, 1]) {
      this.#cursor = {
        x: Math.round(from.x + (to.x - from.x) * part),
        y: Math.round(from.y + (to.y - from.y) * part),
      };
      await page.mouse.move(this.#cursor.x, this.#cursor.y);
      await this.take(page, 60);
    }
  }

  hideCursor(): void {
    this.#cursor = null;
  }

  async save(path: string): Promise<void> {
    await sharp(
      this.#frames.map(({ picture }) => picture),
      { join: { animated: true } },
    )
      .webp({
        quality: 80,
        effort: 6,
        loop: 0,
        delay: this.#frames.map(({ delay }) => delay),
        minSize: true,
        mixed: true,
      })
      .toFile(path);
  }
}

/** A page as the screen of a phone, `height` pixels tall. */
export async function phonePicture(page: Page, height: number): Promise<Buffer> {
  const screen = sharp(await page.screenshot({ animations: 'allow' }));
  const { width: wide = 1, height: tall = 1 } = await screen.metadata();
  const width = Math.round((height * wide) / tall);
  const [x, y, edge] = [width + 20, height + 20, 26];
  const mask = svg(width, height, `<rect width="${width}" height="${height}" rx="18"/>`);
  const inside = await screen
    .resize(width, height)
    .composite([{ input: mask, blend: 'dest-in' }])
    .png()
    .toBuffer();
  const body = svg(x, y, `<rect width="${x}" height="${y}" rx="${edge}" fill="#1d1c1a"/>`);
  return sharp(body)
    .composite([{ input: inside, left: 10, top: 10 }])
    .png()
    .toBuffer();
}

async function phoneOf({ page, part }: Inset): Promise<OverlayOptions> {
  const input = await phonePicture(page, PHONE.height);
  const { width = 0, height = 0 } = await sharp(input).metadata();
  const top = Math.round(SIZE.height - (SIZE.height + height) / 2 + (1 - part) * 300);
  const left = SIZE.width - PHONE.right - width;
  // Cut off what is below the picture.
  const seen = Math.min(height, SIZE.height - top);
  return {
    input: await sharp(input).extract({ left: 0, top: 0, width, height: seen }).toBuffer(),
    left,
    top,
  };
}

function svg(width: number, height: number, content: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`,
  );
}

const CURSOR = svg(
  22,
  28,
  '<path d="M2 2v20l5-5 4 9 4-2-4-8h7z" fill="#1d1c1a" stroke="#fff" stroke-width="1.5" stroke-linejoin="round"/>',
);
