import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { expect, type Page, test, withServer } from './fixtures.ts';
import { isAccessible } from './is-accessible.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

const MOTION = 'Towns should close their centres to cars.';

let smtp: SmtpSink;
const server = withServer({
  settings: async (origin) => {
    smtp = await startSmtpSink();
    return { SMTP_URL: smtp.url, MAIL_FROM: 'parley@example.org', APP_URL: origin };
  },
});
test.afterAll(() => smtp.stop());

/** Opens a page anew until something is so: what concerns whom is found a moment after it was written. */
async function untilThere(page: Page, path: string, isThere: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await isThere();
  }).toPass({ timeout: 60_000 });
}

async function opensSettings(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Notification settings' }).click();
}

/** Olga's debate with a claim of hers, which Ben argues against and comments on. */
async function answered(olga: Person, ben: Person): Promise<string> {
  const address = await startDebate(olga, MOTION);
  const position = olga.page.locator('[data-item="position"]').first();
  await olga.select((await position.getAttribute('id')) ?? '');
  await olga.argue('Support', 'Children walk to school where no cars drive');
  await olga.isSaved();
  await ben.open(address);
  await ben.join();
  await ben.select(await ben.idOf('Children walk to school'));
  await ben.argue('Attack', 'Buses drive there too');
  await ben.comment('Which towns? 漢字 مدينة 🙂');
  await ben.isSaved();
  return address;
}

test('what concerns one is in the inbox, counted by the bell, and read when one goes there', {
  tag: '@quick',
}, async ({ newPerson }) => {
  const [olga, ben] = [await newPerson('Olga'), await newPerson('Ben')];
  const { page } = olga;
  await answered(olga, ben);
  const bell = page.getByRole('link', { name: 'Inbox, 2 new' });
  await untilThere(page, '/', () => expect(bell).toBeVisible({ timeout: 6_000 }));
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
  await isAccessible(page, 'inbox', 'light');
  await isAccessible(page, 'inbox', 'dark');

  await notes.nth(1).getByRole('link').click();
  await olga.isLive();
  await expect(olga.panel).toContainText('Buses drive there too');
  const onBoard = page.getByRole('banner').getByRole('link', { name: 'Inbox, 1 new' });
  await untilThere(page, page.url(), () => expect(onBoard).toBeVisible({ timeout: 6_000 }));
  await onBoard.click();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();

  await page.goto('/inbox?new=yes');
  await expect(notes).toHaveCount(1);
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText('new', { exact: true })).toHaveCount(0);
  await expect(notes).toHaveCount(2);
  await page.getByRole('navigation', { name: 'Show' }).getByRole('link', { name: 'New' }).click();
  await expect(page.getByText('Nothing is new.')).toBeVisible();
});

test('one chooses how much of a debate one hears of, and mutes a branch', async ({ newPerson }) => {
  const [olga, ben] = [await newPerson('Olga'), await newPerson('Ben')];
  const { page } = olga;
  const address = await answered(olga, ben);
  await untilThere(page, '/inbox', () =>
    expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2, { timeout: 2_000 }),
  );
  await olga.open(address);
  const claim = await olga.idOf('Children walk to school');
  await olga.select(claim);
  await olga.choose('Mute this branch');
  await expect(page.getByText('You hear of nothing under it any more.')).toBeVisible();

  await opensSettings(page);
  const dialog = page.getByRole('dialog', { name: 'Notification settings' });
  await expect(dialog.getByRole('radio', { name: /^What concerns me/ })).toBeChecked();
  await expect(dialog.getByText('Children walk to school where no cars drive')).toBeVisible();
  await isAccessible(page, 'notifications', 'light');
  await isAccessible(page, 'notifications', 'dark');
  // It is chosen when the server says so.
  await dialog.getByRole('radio', { name: 'Everything that is written' }).click();
  await expect(dialog.getByRole('radio', { name: 'Everything that is written' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Close' }).click();

  // Muted, Ben's second comment there is not told; elsewhere all is. They are looked into in turn: once the later
  // one is told, what is muted has been passed over, whatever is muted afterwards.
  await ben.comment('And which not?');
  await ben.isSaved();
  await ben.select('p_position1');
  await ben.comment('Is that all there is for it?');
  await ben.isSaved();
  const words = page.getByRole('main').getByRole('listitem');
  await untilThere(page, '/inbox', () =>
    expect(words.filter({ hasText: 'Is that all there is for it?' })).toBeVisible({ timeout: 2_000 }),
  );
  await expect(words.filter({ hasText: 'And which not?' })).toHaveCount(0);
  await olga.open(address);
  await ben.select(claim);
  await opensSettings(page);
  await expect(dialog.getByRole('radio', { name: 'Everything that is written' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Hear of this branch again' }).click();
  await expect(dialog.getByText('Muted branches')).toBeHidden();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await ben.comment('Tell us of those, too');
  await ben.isSaved();
  await untilThere(page, '/inbox', () =>
    expect(words.filter({ hasText: 'Tell us of those, too' })).toBeVisible({ timeout: 2_000 }),
  );
  await expect(words.filter({ hasText: 'And which not?' })).toHaveCount(0);
});

test('a position is muted from its menu, and heard of again', async ({ newPerson }) => {
  const olga = await newPerson('Olga');
  await startDebate(olga, 'Towns should close their centres to cars.');
  const { page, panel } = olga;
  await olga.select('p_position1');
  const menu = panel.getByRole('button', { name: 'More for this position' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Mute this branch' }).click();
  await expect(page.getByText('You hear of nothing under it any more.')).toBeVisible();
  await opensSettings(page);
  const dialog = page.getByRole('dialog', { name: 'Notification settings' });
  const muted = dialog.getByRole('listitem').filter({ hasText: 'For' });
  await expect(muted).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Hear of this branch again' }).click();
  await expect(page.getByText('You hear of what is under it again.')).toBeVisible();
});

test('one chooses when one is mailed, is, and ends it by the link in the mail', async ({ newPerson }) => {
  // “At once” is a minute later: it is waited for.
  test.setTimeout(240_000);
  const olga = await newPerson('Olga', { timezoneId: 'Asia/Shanghai' });
  const ben = await newPerson('Ben');
  const { page } = olga;
  const address = await answered(olga, ben);
  await page.goto('/account');
  const section = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Mail about your debates' }) });
  await expect(section).toContainText('Add a mail address to be mailed');
  await page.getByLabel('Mail address').fill('olga@example.org');
  await page.getByRole('button', { name: 'Add the address' }).click();
  await expect.poll(() => smtp.mails.length).toBe(1);
  await page.goto(smtp.mails[0]?.link ?? '');
  await page.getByRole('button', { name: 'It is mine' }).click();
  await expect(page.getByRole('status')).toContainText('The address is yours');

  await expect(section.getByLabel('Time zone')).toHaveValue('Asia/Shanghai');
  await isAccessible(page, 'account with mail', 'light');
  await isAccessible(page, 'account with mail', 'dark');
  await section.getByLabel('When').selectOption('At once: a minute later, every ten minutes at most');
  await section.getByLabel('Hour of the daily mail').selectOption('07:00');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  await expect(section.getByLabel('Hour of the daily mail')).toHaveValue('7');

  await ben.comment('It is a good question');
  await ben.isSaved();
  const digests = () => smtp.mails.filter(({ head }) => head.includes('List-Unsubscribe'));
  await expect.poll(() => digests().length, { timeout: 150_000 }).toBe(1);
  const [mail] = digests();
  expect(mail?.to).toBe('olga@example.org');
  expect(mail?.text).toContain(
    'Ben commented on “Children walk to school where no cars drive”: “It is a good question”',
  );
  expect(mail?.text).toContain(`${server().origin}${address}`);
  const link = mail?.text.match(/No more of these mails: (\S+)/)?.[1] ?? '';

  // On a device where nobody is signed in.
  const elsewhere = await newPerson('Nobody', { viewport: { width: 390, height: 844 } });
  await elsewhere.page.goto(link);
  await isAccessible(elsewhere.page, 'ending mails', 'light');
  await elsewhere.page.getByRole('button', { name: 'End these mails' }).click();
  await expect(elsewhere.page.getByRole('status')).toContainText('These mails have ended');
  await page.goto('/account');
  await expect(section.getByLabel('When')).toHaveValue('off');
  await elsewhere.page.goto('/unsubscribe?token=nothing');
  await elsewhere.page.getByRole('button', { name: 'End these mails' }).click();
  await expect(elsewhere.page.getByText('This link is not whole')).toBeVisible();
});
