import { setBrowserDate } from './browser-date.ts';
import { hasNotes, mailSettings, withMail } from './digests.ts';
import { expect, type Fixtures, type Locator, test } from './fixtures.ts';
import { hasFocusWithin } from './has-focus-within.ts';
import { isAccessible } from './is-accessible.ts';
import { leftAsHeard } from './left-as-heard.ts';
import { library, selectWords } from './library.ts';
import { hasNews, opensNews } from './news-list.ts';
import type { Person } from './person.ts';
import { startAnsweredDebate } from './start-answered-debate.ts';
import { startDebate } from './start-debate.ts';

const MOTION = 'Towns should close their centres to cars.';
const SCHOOL = 'Children walk to school where no cars drive.';
const SHOPS = '没有车，小店的客人就少了。';
const BUSES = 'Buses bring more people than cars do.';
const PASSAGE = 'Sales rose by a tenth 🛍️ in the first year.';
const ARTICLE = ['We asked forty shops.', PASSAGE, 'واشتكى البعض من الضجيج.'].join(' ');

const [toOlga, toWei, toSam] = ['olga@example.org', 'wei@example.org', 'sam@example.org'];

/** The people who get emails at once. */
const MAILED = 'olga.now@example.org';

// A Monday. Clocks in Berlin go back on the second Sunday after it, in New York a week later, in Shanghai never.
const { server, digests } = withMail({ clock: '2026-10-12T07:00:00Z' });

const signOn = (person: Person, id: string): Locator => person.row(id).locator('[data-sign="new"]');

/** The server's clock and the calendar of a person's browser come to a moment, at which they open the debate. */
async function comes(person: Person, at: string, address: string): Promise<void> {
  await server().setClock(at);
  await setBrowserDate(person.context, at);
  await person.open(address);
}

/** Leaves the debate, on whatever device. */
async function goes(...pages: Person[]): Promise<void> {
  for (const { page } of pages) await page.goto('about:blank');
}

test('three people over three weeks: each comes back, sees what is new, answers, and is mailed once a day or hour', async ({
  newPerson,
}) => {
  test.slow();
  const [olga, wei, sam] = await Promise.all([
    newPerson('Olga', { timezoneId: 'Europe/Berlin' }),
    newPerson('李薇', { timezoneId: 'Asia/Shanghai' }),
    newPerson('سامي Sam', { timezoneId: 'America/New_York' }),
  ]);
  await setBrowserDate(olga.context, '2026-10-12T07:00:00Z');
  const address = await startDebate(olga, MOTION);

  const { school, shops } =
    await test.step('the first Monday: Olga begins, with an article; Wei and Sam join', () =>
      beginOnMonday({ olga, wei, sam }, address));

  await test.step('in Shanghai it is six in the evening, then in Berlin eight in the morning', () =>
    areMailedDaily(olga, wei));

  await test.step('a week later Olga sees where she is needed, goes there by one key, holds a meeting, and answers', () =>
    comesBackAfterWeek({ olga, sam }, address, school, shops));

  await test.step('on Thursday Wei comes on two devices: marks agree; she cites, answers and suggests', () =>
    comesOnTwoDevices({ olga, wei }, newPerson, address, school, shops));

  await test.step('in the third week Sam comes back after fourteen days, and lists what is new since when he likes', () =>
    comesBackAfterFourteenDays(wei, sam, address, school));

  await test.step('Olga takes Wei’s wording; Wei finds it, and what else came after her last visit, and all since the first day', () =>
    takesWording({ olga, wei, sam }, address, school));

  await test.step('the history shows week one, to everyone with the link', () =>
    showsFirstWeek(olga, wei, address));

  await test.step('the mails, counted by the clocks of their readers, whose hours have changed', () =>
    countsMails(olga, sam));
});

async function beginOnMonday({ olga, wei, sam }: Record<'olga' | 'wei' | 'sam', Person>, address: string) {
  await olga.select('p_position1');
  await olga.argue('Support', SCHOOL);
  await olga.isSaved();
  const school = await olga.idOf(SCHOOL);
  await olga.page.getByRole('banner').getByRole('button', { name: 'Sources' }).click();
  await library(olga).getByRole('button', { name: 'Add a source…' }).click();
  const dialog = olga.page.getByRole('dialog', { name: 'Add a source' });
  await hasFocusWithin(dialog);
  await dialog.getByLabel('Title').fill('Forty shops');
  await dialog.getByRole('button', { name: 'Add source' }).click();
  await library(olga).getByRole('button', { name: 'Add text' }).click();
  const field = olga.page.getByRole('textbox', { name: 'Text of the source' });
  await expect(field).toBeFocused();
  await olga.page.keyboard.insertText(ARTICLE);
  await library(olga).getByRole('button', { name: 'Done' }).click();
  await expect(library(olga).locator('[data-article]')).toContainText(PASSAGE);
  await olga.isSaved();
  await digests.subscribe(olga, toOlga, 'daily', '08:00');

  await comes(wei, '2026-10-12T07:30:00Z', address);
  await wei.join();
  await hasNews(wei, 0);
  await wei.select(school);
  await wei.argue('Attack', SHOPS);
  await wei.isSaved();
  const shops = await wei.idOf(SHOPS);
  await digests.subscribe(wei, toWei, 'daily', '18:00');

  await comes(sam, '2026-10-12T08:00:00Z', address);
  await sam.join();
  await sam.select(school);
  await sam.commentTo(olga, 'Olg', 'which towns? مدن كثيرة 🚲');
  await sam.commentTo(wei, '薇', '哪些店？');
  await digests.subscribe(sam, toSam, 'hourly');
  await goes(olga, wei, sam);
  return { school, shops };
}

async function areMailedDaily(olga: Person, wei: Person): Promise<void> {
  await hasNotes(wei, 1);
  await hasNotes(olga, 3);
  await server().setClock('2026-10-12T10:00:00Z');
  expect((await digests.has(toWei, 1))?.text).toContain(`سامي Sam mentioned you about “${SCHOOL}”`);
  await server().setClock('2026-10-13T06:00:00Z');
  const mail = await digests.has(toOlga, 1);
  expect(mail?.subject).toBe('3 notifications: A debate');
  expect(mail?.text).toContain(`李薇 argued against “${SCHOOL}”: “${SHOPS}”`);
  expect(mail?.text).toContain('which towns? مدن كثيرة 🚲');
}

async function comesBackAfterWeek(
  { olga, sam }: Record<'olga' | 'sam', Person>,
  address: string,
  school: string,
  shops: string,
): Promise<void> {
  await comes(olga, '2026-10-19T12:10:00Z', address);
  await hasNews(olga, 3);
  await expect(signOn(olga, school)).toHaveText('● 2 new comments');
  await expect(signOn(olga, shops)).toHaveText('● new');
  const list = await opensNews(olga);
  const mine = list.locator('[data-lane="~me"] [data-unread-item]');
  await expect(mine).toHaveCount(3);
  await expect(mine.filter({ hasText: 'mentioned you' })).toContainText('1 week ago');
  await olga.page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await olga.page.getByRole('button', { name: 'Facilitate' }).click();
  const console = olga.page.getByRole('complementary', { name: 'Facilitate' });
  await console.getByRole('tab', { name: 'Meetings' }).click();
  await console.getByRole('button', { name: 'Start meeting' }).click();
  await olga.isSaved();
  await console.getByRole('button', { name: 'End meeting' }).click();
  await expect(console.getByRole('button', { name: 'Start meeting' })).toBeVisible();
  await olga.isSaved();
  await olga.page.getByRole('button', { name: 'Facilitate' }).click();
  await expect(console).toHaveCount(0);
  await olga.row(school).focus();
  await olga.page.keyboard.press('n');
  await expect(olga.panel).toHaveAttribute('data-selected', school);
  await expect(signOn(olga, school)).toHaveCount(0);
  await hasNews(olga, 1);
  await olga.page.keyboard.press('n');
  await expect(olga.panel).toHaveAttribute('data-selected', shops);
  await hasNews(olga, 0);
  await olga.select(school);
  await olga.commentTo(sam, 'سامي', 'Ghent and Pontevedra, for two.');
  await goes(olga);
  await hasNotes(sam, 1);
  await server().setClock('2026-10-19T13:00:00Z');
  expect((await digests.has(toSam, 1))?.text).toContain('Ghent and Pontevedra, for two.');
}

async function comesOnTwoDevices(
  { olga, wei }: Record<'olga' | 'wei', Person>,
  newPerson: Fixtures['newPerson'],
  address: string,
  school: string,
  shops: string,
): Promise<void> {
  const phone = await newPerson('李薇', {
    storageState: await wei.context.storageState(),
    viewport: { width: 390, height: 844 },
    timezoneId: 'Asia/Shanghai',
  });
  const left = leftAsHeard(phone);
  await comes(wei, '2026-10-22T09:00:00Z', address);
  await setBrowserDate(phone.context, '2026-10-22T09:00:00Z');
  await phone.open(address);
  await hasNews(wei, 3);
  for (const device of [wei, phone]) await expect(signOn(device, school)).toHaveText('● 3 new comments');
  const list = await opensNews(wei);
  await expect(list.locator('[data-lane="~me"] [data-unread-item]')).toHaveCount(1);
  await list.getByLabel('Show', { exact: true }).selectOption('Since the last meeting');
  await expect(list.locator('[data-unread-item]')).toContainText(['Ghent and Pontevedra, for two.']);
  await wei.page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await wei.page.keyboard.press('n');
  await expect(wei.panel).toHaveAttribute('data-selected', school);
  await hasNews(wei, 0);
  await expect(signOn(phone, school)).toHaveCount(0);

  await wei.argue('Support', BUSES);
  await wei.isSaved();
  await wei.select(shops);
  await wei.page.getByRole('banner').getByRole('button', { name: 'Sources' }).click();
  await library(wei).locator('[data-listed]').click();
  await selectWords(wei, PASSAGE);
  await library(wei).getByRole('button', { name: 'Cite for selected claim' }).click();
  await wei.isSaved();
  await library(wei).getByRole('button', { name: 'Close sources' }).click();
  await expect(library(wei)).toHaveCount(0);
  await expect(wei.panel.locator('[data-cited="there"]')).toContainText(PASSAGE);
  await wei.select(school);
  await wei.choose('Suggest wording…');
  const dialog = wei.page.getByRole('dialog', { name: 'Suggest a wording' });
  await hasFocusWithin(dialog);
  await dialog.getByRole('textbox', { name: 'Wording' }).fill(`${SCHOOL.slice(0, -1)} fast.`);
  await dialog.getByLabel('Why').fill('慢车不危险。');
  await dialog.getByRole('button', { name: 'Suggest' }).click();
  await expect(dialog).toBeHidden();
  await wei.isSaved();
  const before = left();
  await goes(wei);
  await expect.poll(left).toBeGreaterThan(before);
  await goes(phone);
  // Olga's notifications of the first day are still in her inbox, and were emailed; two more were not.
  await hasNotes(olga, 5);
  await server().setClock('2026-10-23T06:00:00Z');
  const mail = await digests.has(toOlga, 2);
  expect(mail?.subject).toBe('2 notifications: A debate');
  expect(mail?.text).toContain(`李薇 argued for “${SCHOOL}”: “${BUSES}”`);
  expect(mail?.text).toContain(`李薇 suggested a wording for “${SCHOOL}”`);
}

async function comesBackAfterFourteenDays(
  wei: Person,
  sam: Person,
  address: string,
  school: string,
): Promise<void> {
  await comes(sam, '2026-10-26T09:00:00Z', address);
  await hasNews(sam, 2);
  const list = await opensNews(sam);
  const since = list.getByLabel('Show', { exact: true });
  const items = list.locator('[data-unread-item]');
  await expect(items).toHaveCount(2);
  await since.selectOption('Since my last visit');
  await expect(items).toHaveCount(2);
  await since.selectOption('Since the last meeting');
  await expect(items).toHaveCount(2);
  await since.selectOption('Since a date');
  await expect(list.getByLabel('Date')).toHaveValue('2026-10-12');
  await expect(items).toHaveCount(4);
  await list.getByLabel('Date').fill('2026-10-20');
  await expect(items).toHaveCount(1);
  await expect(items).toContainText(BUSES);
  await since.selectOption('Unseen only');
  await expect(items).toHaveCount(2);
  // Olga's answer: seen here, it is read in the inbox too.
  const bell = (name: string) => sam.page.getByRole('banner').getByRole('button', { name, exact: true });
  await expect(bell('Inbox, 1 new')).toBeVisible();
  await list.getByRole('button', { name: 'Mark all as seen' }).click();
  await expect(list).toContainText('You’re all caught up.');
  await expect(bell('Inbox')).toBeVisible();
  await sam.page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await hasNews(sam, 0);
  await sam.select(school);
  await sam.commentTo(wei, '薇', 'شكراً 🙏');
  await sam.comment('Slow cars are cars.');
  await sam.isSaved();
  await goes(sam);
}

async function takesWording(
  { olga, wei, sam }: Record<'olga' | 'wei' | 'sam', Person>,
  address: string,
  school: string,
): Promise<void> {
  await comes(olga, '2026-10-26T09:30:00Z', address);
  await hasNews(olga, 3);
  await olga.select(school);
  await olga.panel.locator('[data-suggestion]').getByRole('button', { name: 'Accept' }).click();
  await olga.isSaved();
  await goes(olga);
  await hasNotes(wei, 3);
  await server().setClock('2026-10-26T10:00:00Z');
  const mail = await digests.has(toWei, 2);
  expect(mail?.subject).toBe('2 notifications: A debate');
  expect(mail?.text).toContain('شكراً 🙏');
  expect(mail?.text).toContain('Your suggested wording was accepted');
  await comes(wei, '2026-10-27T05:30:00Z', address);
  await hasNews(wei, 3);
  const list = await opensNews(wei);
  const items = list.locator('[data-unread-item]');
  await list.getByLabel('Show', { exact: true }).selectOption('Since my last visit');
  await expect(items).toHaveCount(3);
  await list.getByLabel('Show', { exact: true }).selectOption('Since a date');
  await expect(items).toHaveCount(6);
  await wei.page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await wei.select(school);
  await wei.commentTo(sam, 'Sam', '不客气');
}

async function showsFirstWeek(olga: Person, wei: Person, address: string): Promise<void> {
  await wei.page.goto(`${address}/history`);
  await wei.isHydrated();
  await wei.page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Outline' }).click();
  await expect(wei.claim(BUSES)).toBeVisible();
  const slider = wei.page.getByRole('slider', { name: 'Moment' });
  await slider.focus();
  await expect(slider).toBeFocused();
  await wei.page.keyboard.press('Home');
  await expect(wei.page.locator('main#debate')).not.toHaveAttribute('data-awaits');
  await wei.page.keyboard.press('ArrowRight');
  await expect(wei.page.locator('main#debate')).not.toHaveAttribute('data-awaits');
  await expect(wei.claim(SHOPS)).toBeVisible();
  await expect(wei.claim(BUSES)).toHaveCount(0);
  await expect(wei.claim(SCHOOL)).toBeVisible();
  await expect(wei.page.getByText(/^As it was on .*12.*2026/)).toBeVisible();
  await olga.page.goto(await wei.page.evaluate(() => window.location.href));
  await olga.page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Outline' }).click();
  await expect(olga.claim(SHOPS)).toBeVisible();
  await expect(olga.claim(BUSES)).toHaveCount(0);
}

async function countsMails(olga: Person, sam: Person): Promise<void> {
  await hasNotes(sam, 1);
  // Wei's suggestion no longer waits for her.
  await hasNotes(olga, 7);
  // An hour before it is eight in Berlin, where it was eight until Sunday: Sam’s is due, and hers is not.
  await server().setClock('2026-10-27T06:00:00Z');
  await digests.has(toSam, 2);
  await server().setClock('2026-10-27T07:00:00Z');
  const mail = await digests.has(toOlga, 3);
  expect(mail?.subject).toBe('3 notifications: A debate');
  expect(digests.sentAt(toOlga, 'Europe/Berlin')).toEqual([
    '2026-10-13 08:00',
    '2026-10-23 08:00',
    '2026-10-27 08:00',
  ]);
  expect(digests.sentAt(toWei, 'Asia/Shanghai')).toEqual(['2026-10-12 18:00', '2026-10-26 18:00']);
  expect(digests.sentAt(toSam, 'America/New_York')).toEqual(['2026-10-19 09:00', '2026-10-27 02:00']);
}

test('a person chooses when to get emails, gets them, and ends them by the link in the email', async ({
  newPerson,
}) => {
  const [now, later] = ['2026-11-09T07:00:00Z', '2026-11-09T07:02:00Z'];
  await server().setClock(now);
  const olga = await newPerson('Olga', { timezoneId: 'Asia/Shanghai' });
  const ben = await newPerson('Ben');
  for (const { context } of [olga, ben]) await setBrowserDate(context, now);
  const { page } = olga;
  const address = await startAnsweredDebate(olga, ben);
  // Notifications from before there was an address are never emailed.
  await hasNotes(olga, 2);
  await page.goto('/account');
  const section = mailSettings(page);
  await expect(section).toContainText('Add an email address to get notifications');
  await digests.addAddress(page, MAILED);

  await expect(section.getByLabel('Time zone')).toHaveValue('Asia/Shanghai');
  await isAccessible(page, 'account with mail', 'light');
  await isAccessible(page, 'account with mail', 'dark');
  await section.getByLabel('Frequency').selectOption('At once, at most every 10 minutes');
  await section.getByLabel('Hour of the daily email').selectOption('07:00');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  await expect(section.getByLabel('Hour of the daily email')).toHaveValue('7');

  await ben.comment('It is a good question');
  await ben.isSaved();
  await hasNotes(olga, 3);
  // “At once” is a minute later.
  await server().setClock(later);
  const mail = await digests.has(MAILED, 1);
  expect(mail?.text).toContain(
    'Ben commented on “Children walk to school where no cars drive”: “It is a good question”',
  );
  expect(mail?.text).not.toContain('Buses drive there too');
  expect(mail?.text).toContain(`Notification settings: ${server().origin}${address}?notifications`);
  const link = mail?.text.match(/Unsubscribe from all debates: (\S+)/)?.[1] ?? '';
  // On a device where nobody is signed in.
  const elsewhere = await newPerson('Nobody', { viewport: { width: 390, height: 844 } });
  await elsewhere.page.goto(link);
  await expect(elsewhere.page.getByText('This turns off emails about all debates')).toBeVisible();
  await isAccessible(elsewhere.page, 'ending mails', 'light');
  await elsewhere.page.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(elsewhere.page.getByRole('status')).toContainText('You’re unsubscribed');
  await expect(elsewhere.page.getByText('Emails about all debates are off')).toBeVisible();
  await page.goto('/account');
  await expect(section.getByLabel('Frequency')).toHaveValue('off');
  await elsewhere.page.goto(`${address}?notifications`);
  await expect(elsewhere.page).toHaveURL(/\/sign-in\?returnTo=/);
  await elsewhere.page.goto('/unsubscribe?token=nothing');
  await elsewhere.page.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(elsewhere.page.getByText('This link is incomplete')).toBeVisible();
});
