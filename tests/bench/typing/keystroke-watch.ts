import type { Page } from '@playwright/test';

/** When characters were typed into a page's field, and when they were first drawn in it. Milliseconds since 1970. */
export interface Keystrokes {
  readonly typed: Readonly<Record<string, number>>;
  readonly seen: Readonly<Record<string, number>>;
}

/**
 * Watches the one field of a page: each character is one nobody types twice, so that it identifies by itself whose it is and when it
 * came. What counts is the frame in which it is drawn.
 */
export async function watchKeystrokes(page: Page, field: string): Promise<void> {
  await page.evaluate((selector) => {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) throw new Error('There is no field');
    // Methods and no functions of their own names: those would need more than is sent to the page.
    const watch = {
      typed: {} as Record<string, number>,
      seen: {} as Record<string, number>,
      now() {
        return performance.timeOrigin + performance.now();
      },
      look() {
        const text = found instanceof HTMLTextAreaElement ? found.value : (found.textContent ?? '');
        for (const letter of text) watch.seen[letter] ??= watch.now();
        requestAnimationFrame(() => watch.look());
      },
    };
    document.addEventListener('beforeinput', ({ data }) => {
      if (data) watch.typed[data] = watch.now();
    });
    watch.look();
    Object.assign(window, { keystrokeWatch: watch });
  }, field);
}

/** The keystrokes recorded so far. */
export function keystrokesOf(page: Page): Promise<Keystrokes> {
  return page.evaluate(() => {
    const { typed, seen } = Reflect.get(window, 'keystrokeWatch') as Keystrokes;
    return { typed, seen };
  });
}
