import type { BrowserContext } from '@playwright/test';

/**
 * Has the pages a browser opens from now on go by another date, as told by `Date` alone: timers and animations go on as ever.
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
