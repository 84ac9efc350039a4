import type { Page } from '@playwright/test';

/** Readability measurements of a board; printed by `npm run look`. */
export interface Look {
  /** Visible claims, and those whose whole sentence is visible. */
  readonly claims: number;
  readonly whole: number;
  /** Smallest visible font size in screen pixels, and its text. */
  readonly leastType: number;
  readonly leastWords: string;
  /** Minimum contrast of drawn support and attack links against the background. Null without links. */
  readonly linkContrast: number | null;
  /** Smallest target size of a visible control in pixels, and its name. */
  readonly leastTarget: number;
  readonly leastControl: string;
  /** Pairs of overlapping texts. */
  readonly overlaps: readonly string[];
  /** Share of cells of the map, or of the window without one, that are empty. A cell is 16 pixels where the least type is 13. */
  readonly blank: number;
}

/** Measures the page currently shown. */
export async function measureLook(page: Page): Promise<Look> {
  // Each function below runs in the page and is sent there alone, so it is handed what it shares with others.
  const sight = await page.evaluateHandle(sightOf);
  const texts = await page.evaluateHandle(shownTexts, sight);
  const seen = {
    ...(await page.evaluate(countClaims, sight)),
    ...(await page.evaluate(leastType, texts)),
    ...(await page.evaluate(leastTarget, sight)),
    linkContrast: await page.evaluate(linkContrast),
    overlaps: await page.evaluate(overlapsOf, texts),
  };
  const map = page.locator('main [data-scale]');
  const picture = (await map.count()) > 0 ? await map.screenshot() : await page.screenshot();
  return {
    ...seen,
    blank: await page.evaluate(blankPart, { picture: picture.toString('base64'), type: seen.leastType }),
  };
}

/** The visible part of the page, to test against. */
interface Sight {
  /** Tests whether so much of a rectangle is within the window. */
  readonly isIn: (rect: DOMRect, most?: number) => boolean;
  readonly isSeen: (element: Element) => boolean;
  /** Clips a rectangle on the map to the visible area. */
  readonly inMap: (element: Element, rect: DOMRect) => DOMRect;
}

function sightOf(): Sight {
  const screen = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
  const map = document.querySelector('main [role="tree"]')?.getBoundingClientRect();
  return {
    isIn: (r, most = 1) =>
      r.width > 0 &&
      r.height > 0 &&
      Math.min(r.right, screen.right) - Math.max(r.left, screen.left) >= r.width * most - 1 &&
      Math.min(r.bottom, screen.bottom) - Math.max(r.top, screen.top) >= r.height * most - 1,
    isSeen: (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    inMap: (element, rect) => {
      if (!map || !element.closest('[data-box]')) return rect;
      const [left, top] = [Math.max(rect.left, map.left), Math.max(rect.top, map.top)];
      // Clip text with an ellipsis.
      const own =
        getComputedStyle(element).overflowX === 'hidden' ? element.getBoundingClientRect().right : Infinity;
      const [right, bottom] = [Math.min(rect.right, map.right, own), Math.min(rect.bottom, map.bottom)];
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    },
  };
}

function countClaims({ isIn, isSeen }: Sight): Pick<Look, 'claims' | 'whole'> {
  const claims = '[data-box^="c_"] p[dir], [data-item="claim"] > [data-row] p';
  const rows = [...document.querySelectorAll<HTMLElement>(claims)].filter(
    (text) => isSeen(text) && isIn(text.getBoundingClientRect(), 0.5),
  );
  /** Tests whether the last line of a text is drawn, with nothing over it. */
  const endsInSight = (text: HTMLElement) => {
    const { left, right, bottom } = text.getBoundingClientRect();
    const item = text.closest('[data-box], [data-item]');
    return [left + 3, right - 3].some((x) => item?.contains(document.elementFromPoint(x, bottom - 4)));
  };
  const whole = rows.filter(
    (text) =>
      text.scrollWidth <= text.clientWidth + 1 && isIn(text.getBoundingClientRect()) && endsInSight(text),
  );
  return { claims: rows.length, whole: whole.length };
}

/** A text that is shown: its element, its place and the size of its letters. */
interface ShownText {
  readonly element: HTMLElement;
  readonly words: string;
  readonly rect: DOMRect;
  readonly size: number;
}

function shownTexts({ isIn, isSeen, inMap }: Sight): ShownText[] {
  const texts: ShownText[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (words === '' || !element || !isSeen(element) || element.closest('script, style, svg')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rect = inMap(element, range.getBoundingClientRect());
    const style = getComputedStyle(element);
    if (!isIn(rect, 0.5) || rect.width < 3 || style.clipPath !== 'none') continue;
    const box = element.closest<HTMLElement>('[data-box]');
    const scale = box ? box.getBoundingClientRect().width / box.offsetWidth : 1;
    texts.push({ element, words, rect, size: Number.parseFloat(style.fontSize) * scale });
  }
  return texts;
}

function leastType(texts: readonly ShownText[]): Pick<Look, 'leastType' | 'leastWords'> {
  const least = texts.reduce((a, b) => (b.size < a.size - 0.05 ? b : a), { size: Infinity, words: '' });
  return { leastType: Math.round(least.size * 10) / 10, leastWords: least.words.slice(0, 30) };
}

function overlapsOf(texts: readonly ShownText[]): string[] {
  const isOpaque = (element: Element) => {
    const alpha = /^rgba\(.*, ([\d.]+)\)$/.exec(getComputedStyle(element).backgroundColor)?.[1];
    return alpha === undefined || Number(alpha) > 0.9;
  };
  /** Tests whether a text is invisible at a point: clipped there, or behind something opaque. Inert elements are never hit. */
  const isCovered = (text: Element, x: number, y: number) => {
    if (text.closest('[inert]')) return true;
    const hit = document.elementsFromPoint(x, y);
    const at = hit.indexOf(text);
    if (at < 0) return getComputedStyle(text).pointerEvents !== 'none';
    return hit.slice(0, at).some((element) => isOpaque(element) && !element.contains(text));
  };
  const overlaps: string[] = [];
  texts.forEach((a, at) => {
    for (const b of texts.slice(at + 1)) {
      const [left, right] = [Math.max(a.rect.left, b.rect.left), Math.min(a.rect.right, b.rect.right)];
      const [top, bottom] = [Math.max(a.rect.top, b.rect.top), Math.min(a.rect.bottom, b.rect.bottom)];
      if (right - left <= 2 || bottom - top <= 3) continue;
      if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (isCovered(a.element, x, y) || isCovered(b.element, x, y)) continue;
      overlaps.push(`${a.words.slice(0, 24)} / ${b.words.slice(0, 24)}`);
    }
  });
  return overlaps;
}

function leastTarget({ isIn, isSeen }: Sight): Pick<Look, 'leastTarget' | 'leastControl'> {
  const controls = [
    ...document.querySelectorAll<HTMLElement>('button, a[href], input, select, [role="button"]'),
  ]
    .filter(
      (control) =>
        control.offsetWidth > 2 &&
        isSeen(control) &&
        isIn(control.getBoundingClientRect()) &&
        getComputedStyle(control).display !== 'inline',
    )
    .map((control) => {
      // A label extends the target of its field.
      const label = control instanceof HTMLInputElement ? control.labels?.[0] : undefined;
      const areas = [control, label ?? control].map((one) => one.getBoundingClientRect());
      // A pseudo-element may extend the touch target.
      const sides = ['::before', '::after'].flatMap((pseudo) => {
        const { position, content, top, left } = getComputedStyle(control, pseudo);
        const more = (edge: string) =>
          position === 'absolute' && content !== 'none' ? Math.max(0, -Number.parseFloat(edge) || 0) : 0;
        return areas.map(({ width, height }) => Math.min(width + 2 * more(left), height + 2 * more(top)));
      });
      const side = Math.max(...sides);
      return { side, name: control.ariaLabel ?? control.textContent ?? '' };
    });
  const smallest = controls.reduce((a, b) => (b.side < a.side ? b : a), { side: Infinity, name: '' });
  return { leastTarget: Math.round(smallest.side * 10) / 10, leastControl: smallest.name.slice(0, 30) };
}

function linkContrast(): number | null {
  const canvas = document.querySelector<HTMLCanvasElement>('main canvas');
  const style = getComputedStyle(document.documentElement);
  const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (color: string): readonly number[] => {
    if (!probe) return [0, 0, 0];
    probe.fillStyle = color;
    probe.fillRect(0, 0, 1, 1);
    return [...probe.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const light = (color: readonly number[]) => {
    const [r = 0, g = 0, b = 0] = color.map((part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const paper = light(rgb(style.getPropertyValue('--paper')));
  const contrast = (color: readonly number[]) =>
    Math.max(light(color), paper) / Math.min(light(color), paper);
  const drawn = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  /** Highest contrast among opaque pixels close to a color. Lines that are too thin have none. */
  const strongest = (token: string) => {
    const [r = 0, g = 0, b = 0] = rgb(style.getPropertyValue(token));
    let most = 0;
    for (let at = 0; at < drawn.length; at += 4) {
      if ((drawn[at + 3] ?? 0) < 250) continue;
      const pixel = [drawn[at] ?? 0, drawn[at + 1] ?? 0, drawn[at + 2] ?? 0];
      const away =
        Math.abs((pixel[0] ?? 0) - r) + Math.abs((pixel[1] ?? 0) - g) + Math.abs((pixel[2] ?? 0) - b);
      if (away < 40) most = Math.max(most, contrast(pixel));
    }
    return most;
  };
  const found = [strongest('--support'), strongest('--attack')].filter((one) => one > 0);
  return found.length === 0 ? null : Math.round(Math.min(...found) * 100) / 100;
}

/** Share of a picture's cells that have a single color. Cells grow with the type: between larger letters is more paper. */
async function blankPart({ picture, type }: { picture: string; type: number }): Promise<number> {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return 1;
  context.drawImage(image, 0, 0);
  const cell = Math.round((16 / 13) * type) * window.devicePixelRatio;
  let [all, blank] = [0, 0];
  for (let y = 0; y + cell <= image.height; y += cell) {
    for (let x = 0; x + cell <= image.width; x += cell) {
      const { data } = context.getImageData(x, y, cell, cell);
      all += 1;
      let same = true;
      for (let at = 4; same && at < data.length; at += 4)
        same = data[at] === data[0] && data[at + 1] === data[1] && data[at + 2] === data[2];
      if (same) blank += 1;
    }
  }
  return Math.round((100 * blank) / all) / 100;
}
