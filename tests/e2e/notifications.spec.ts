import { withMail } from './digests.ts';
import { expect, type Page, test } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import { startAnsweredDebate } from './start-answered-debate.ts';
import { startDebate } from './start-debate.ts';

withMail();

/** Reloads a page until something is so: notifications are made a moment after the entry. */
async function untilThere(page: Page, path: string, isThere: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await isThere();
  }).toPass({ timeout: 120_000 });
}

async function opensSettings(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Notification settings' }).click();
}

test('replies are in the inbox, counted by the bell, and lead to where they were written', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ben] = [await newPerson('Olga'), await newPerson('Ben')];
  const { page } = olga;
  await startAnsweredDebate(olga, ben);
  const bell = page.getByRole('link', { name: 'Inbox, 2 new' });
  await untilThere(page, '/', () => expect(bell).toBeVisible({ timeout: 10_000 }));
  await bell.click();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  const notes = page.getByRole('main').getByRole('listitem');
  await expect(notes).toHaveCount(2);
  // In the name a screen reader reads, words stand apart.
  await expect(notes.nth(0).getByRole('link')).toHaveAccessibleName(
    /^new Ben commented on “Children walk to school where no cars drive” Which towns/,
  );
  await expect(notes.nth(0)).toContainText('Which towns? 漢字 مدينة 🙂');
  await expect(notes.nth(1)).toContainText(
    'Ben argued against “Children walk to school where no cars drive”',
  );
  await notes.nth(1).getByRole('link').click();
  await olga.isLive();
  await expect(olga.panel).toContainText('Buses drive there too');
});

test('a notification is read when opened, from the inbox or on a board, or all are at once', async ({
  newPerson,
}) => {
  const [olga, ben] = [await newPerson('Olga'), await newPerson('Ben')];
  const { page } = olga;
  const address = await startAnsweredDebate(olga, ben);
  const notes = page.getByRole('main').getByRole('listitem');
  await untilThere(page, '/inbox', () => expect(notes).toHaveCount(2, { timeout: 5_000 }));
  await isAccessible(page, 'inbox', 'light');
  await isAccessible(page, 'inbox', 'dark');

  await notes.nth(1).getByRole('link').click();
  await olga.isLive();
  await expect(olga.panel).toContainText('Buses drive there too');
  const onBoard = page.getByRole('banner').getByRole('button', { name: 'Inbox, 1 new' });
  await untilThere(page, page.url(), () => expect(onBoard).toBeVisible({ timeout: 10_000 }));
  await onBoard.click();
  const popover = page.getByRole('dialog', { name: 'Inbox' });
  const listed = popover.getByRole('listitem');
  await expect(listed).toHaveCount(2);
  await expect(listed.filter({ hasText: /^new/ })).toHaveCount(1);
  await isAccessible(page, 'the inbox on a board', 'light');
  await isAccessible(page, 'the inbox on a board', 'dark');
  await popover.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('dialog', { name: 'Notification settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await onBoard.click();
  await listed.filter({ hasText: /^new/ }).getByRole('link').click();
  await expect(popover).toBeHidden();
  await expect(olga.panel).toContainText('Which towns? 漢字 مدينة 🙂');
  await expect(page.getByRole('banner').getByRole('button', { name: 'Inbox', exact: true })).toBeVisible();
  // So that another one is new.
  await ben.select(await ben.idOf('Children walk to school'));
  await ben.comment('And which not?');
  await ben.isSaved();
  await untilThere(page, address, () => expect(onBoard).toBeVisible({ timeout: 10_000 }));

  await page.goto('/inbox?new=yes');
  await expect(notes).toHaveCount(1);
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText('You’re all caught up.')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Show' })
    .getByRole('link', { name: 'All', exact: true })
    .click();
  await expect(notes).toHaveCount(3);
  await expect(page.getByText('new', { exact: true })).toHaveCount(0);
});

test('a person chooses the level of notifications for a debate, and mutes a branch', async ({
  newPerson,
}) => {
  const [olga, ben] = [await newPerson('Olga'), await newPerson('Ben')];
  const { page } = olga;
  const address = await startAnsweredDebate(olga, ben);
  await untilThere(page, '/inbox', () =>
    expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2, { timeout: 5_000 }),
  );
  await olga.open(address);
  const claim = await olga.idOf('Children walk to school');
  await olga.select(claim);
  await olga.choose('Mute branch');
  await expect(page.getByText('Branch muted.')).toBeVisible();

  await opensSettings(page);
  const dialog = page.getByRole('dialog', { name: 'Notification settings' });
  await expect(dialog.getByRole('radio', { name: /^What concerns me/ })).toBeChecked();
  await expect(dialog.getByText('Children walk to school where no cars drive')).toBeVisible();
  await isAccessible(page, 'notifications', 'light');
  await isAccessible(page, 'notifications', 'dark');
  // It is chosen when the server says so.
  await dialog.getByRole('radio', { name: 'Everything' }).click();
  await expect(dialog.getByRole('radio', { name: 'Everything' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Close' }).click();

  // Ben's second comment in the muted branch does not notify; elsewhere all do. They are handled in turn: once the later
  // one has notified, the muted one has been skipped, whatever is muted afterwards.
  await ben.comment('And which not?');
  await ben.isSaved();
  await ben.select('p_position1');
  await ben.comment('Is that all there is for it?');
  await ben.isSaved();
  const words = page.getByRole('main').getByRole('listitem');
  await untilThere(page, '/inbox', () =>
    expect(words.filter({ hasText: 'Is that all there is for it?' })).toBeVisible({ timeout: 5_000 }),
  );
  await expect(words.filter({ hasText: 'And which not?' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Notification settings' }).click();
  await expect(dialog).toBeVisible();
  await expect.poll(() => page.url()).toMatch(/\/debates\/[^/?]+$/);
  await ben.select(claim);
  await expect(dialog.getByRole('radio', { name: 'Everything' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Unmute branch' }).click();
  await expect(dialog.getByText('Muted branches')).toBeHidden();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await ben.comment('Tell us of those, too');
  await ben.isSaved();
  await untilThere(page, '/inbox', () =>
    expect(words.filter({ hasText: 'Tell us of those, too' })).toBeVisible({ timeout: 5_000 }),
  );
  await expect(words.filter({ hasText: 'And which not?' })).toHaveCount(0);
});

test('a position is muted from its menu, and heard of again', async ({ newPerson }) => {
  const olga = await newPerson('Olga');
  await startDebate(olga, 'Towns should close their centres to cars.');
  const { page, panel } = olga;
  await olga.select('p_position1');
  const menu = panel.getByRole('button', { name: 'More actions' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Mute branch' }).click();
  await expect(page.getByText('Branch muted.')).toBeVisible();
  await opensSettings(page);
  const dialog = page.getByRole('dialog', { name: 'Notification settings' });
  const muted = dialog.getByRole('listitem').filter({ hasText: 'For' });
  await expect(muted).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Unmute branch' }).click();
  await expect(page.getByText('Branch unmuted.')).toBeVisible();
});
