import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails with the rule, the place and the page where something serious or critical is found. */
export async function isAccessible(page: Page, where: string, colorScheme: 'light' | 'dark'): Promise<void> {
  // Parley's pages have no frames. Legacy mode analyses the page itself; otherwise axe opens a blank page for its results, which takes
  // three times the processor time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  // The dark theme has the same content; only its colours differ.
  if (colorScheme === 'dark') axe.withRules(['color-contrast']);
  const { violations } = await axe.analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  expect.soft(grave, where).toEqual([]);
}
