import { expect, type Page } from './fixtures.ts';
import type { ParleyProcess } from './parley-process.ts';

/** The password of the first administrator. */
export const ADMINISTRATOR_PASSWORD = 'walnut river ink';

/** The path of the link that the server printed when it started. */
export async function administratorLink(server: ParleyProcess): Promise<string> {
  await expect.poll(() => server.log).toMatch(/\/administrator\?code=/);
  return server.log.match(/\/administrator\?code=\S+/)?.[0] ?? '';
}

/** Makes Ann the administrator of a new server, and the owner of the debate it came with. */
export async function becomeAdministrator(page: Page, server: ParleyProcess): Promise<void> {
  await page.goto(await administratorLink(server));
  await page.getByLabel('Your name').fill('Ann');
  await page.getByLabel('Email').fill('ann@example.org');
  await page.getByLabel('New password').fill(ADMINISTRATOR_PASSWORD);
  await page.getByRole('button', { name: 'Create administrator account' }).click();
  await expect(page.getByRole('heading', { name: 'Administration' })).toBeVisible();
}
