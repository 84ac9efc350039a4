import type { Page } from '@playwright/test';

/** On a busy machine too the page waits for its scripts, rather than showing the outline where the map was chosen. */
export async function waitsForScripts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const set = window.setTimeout;
    const patient = (act: TimerHandler, delay = 0, ...rest: unknown[]) =>
      set(act, delay === 5_000 ? 60_000 : delay, ...rest);
    window.setTimeout = patient as typeof window.setTimeout;
  });
}
