import type { BrowserContext } from '@playwright/test';

/**
 * Sets another date for pages opened from now on, in `Date` only: timers and animations are not affected.
 * Pages that are open already keep theirs.
 */
export async function setBrowserDate(context: BrowserContext, to: string): Promise<void> {
  await context.addInitScript((ahead) => {
    const page = globalThis as typeof globalThis & { ownDate?: DateConstructor };
    page.ownDate ??= Date;
    const own = page.ownDate;
    const now = () => own.now() + ahead;
    globalThis.Date = new Proxy(own, {
      construct: (made, given, as) => Reflect.construct(made, given.length === 0 ? [now()] : given, as),
      get: (made, name) => (name === 'now' ? now : Reflect.get(made, name)),
    });
  }, Date.parse(to) - Date.now());
}
