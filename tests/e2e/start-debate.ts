import { expect, type Page } from './fixtures.ts';
import type { Person } from './person.ts';

/** The visibility, in the words of the page. */
export type DebateVisibility = 'Public and listed' | 'Only participants';

/** Unfolds the settings of a new debate. */
export async function openSettings(page: Page): Promise<void> {
  await page.locator('summary').filter({ hasText: 'Settings' }).click();
}

/** Makes a debate of one's own through the page for it, shows its outline; answers its address. */
export async function startDebate(
  owner: Person,
  motion: string,
  visibility: DebateVisibility = 'Public and listed',
): Promise<string> {
  const { page, name } = owner;
  await page.goto('/new');
  await expect(page.getByLabel('Motion')).toBeVisible();
  // A signed-in person has one.
  const asked = page.getByLabel('Your name');
  if (await asked.isVisible()) await asked.fill(name);
  await page.getByLabel('Motion').fill(motion);
  await openSettings(page);
  await page.getByLabel('Title', { exact: true }).fill('A debate');
  await page.getByLabel(visibility).check();
  // The case of most tests: a debate among people who write together.
  await page.getByLabel('Everyone who can argue').check();
  await page.getByRole('button', { name: 'Start debate' }).click();
  await page.waitForURL(/\/debates\//);
  await owner.isLive();
  await owner.show('Outline');
  return new URL(page.url()).pathname;
}

/** The id of the debate whose page has this path. */
export function debateIdOf(path: string): string {
  return decodeURIComponent(path.split('/').at(-1) ?? '');
}
